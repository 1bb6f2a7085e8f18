using System.Security.Cryptography;
using System.Text;

namespace Assistant.TokenStore.Encryption;

/// <summary>The master key, once it has opened the canary: a wrong one must never add keys to the ring.</summary>
internal sealed class MasterKeyHolder(TokenStoreOptions options, IDatabase database)
{
    private const string Place = "canary";
    private const string Song = "the master key is the right one";

    private readonly Lock _loading = new();
    private volatile MasterKey? _key;

    /// <exception cref="StoreUnavailableException">Missing, unreadable, or not the key of this database.</exception>
    public MasterKey Get()
    {
        if (_key is { } known)
            return known;
        lock (_loading)
            return _key ??= Load();
    }

    private MasterKey Load()
    {
        var canary = ReadCanary();
        var key = MasterKeyFile.Load(options, mayCreate: () => canary is null);
        canary ??= PlaceCanary(key.Seal(Encoding.UTF8.GetBytes(Song), Place));
        try
        {
            key.Open(canary, Place);
            return key;
        }
        catch (CryptographicException failure)
        {
            throw new StoreUnavailableException(
                $"The master key from {key.Source} is not the one that protects {database.Place}. "
                + "Restore the key file that belongs to this database from your backup, or name it with the option for the master key file; "
                + "nothing was changed.",
                failure);
        }
    }

    private byte[]? ReadCanary() => database.Read(session => session.FirstAsync("SELECT sealed FROM canary", row => row.GetBlob(0)));

    /// <summary>Of two first starts the first one's canary stays; the other has to open it.</summary>
    private byte[] PlaceCanary(byte[] canary)
    {
        database.Write(session => session.ExecuteAsync("INSERT INTO canary (id, sealed) VALUES (1, $sealed) ON CONFLICT DO NOTHING", ("$sealed", canary)));
        return ReadCanary()!;
    }
}
