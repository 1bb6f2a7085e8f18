using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore;

/// <summary>Opens the store before the first request, so that a wrong key or a damaged file stops the start and not a person's work.</summary>
public sealed class TokenStoreStartup
{
    private readonly IDatabase _database;
    private readonly MasterKeyHolder _masterKey;

    internal TokenStoreStartup(IDatabase database, MasterKeyHolder masterKey) => (_database, _masterKey) = (database, masterKey);

    /// <summary>Path of the database file, or the PostgreSQL host and database.</summary>
    public string DatabasePlace => _database.Place;

    /// <summary>Creates what is missing (folders, database, master key) and checks the rest. Takes milliseconds: no key is derived, the key ring is not
    /// touched.</summary>
    /// <returns>Where the master key came from: a path, or <c>the environment</c>.</returns>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return _masterKey.Get().Source;
    }
}
