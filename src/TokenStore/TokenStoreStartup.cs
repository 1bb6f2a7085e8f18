using Assistant.TokenStore.Encryption;
using Assistant.TokenStore.Sqlite;

namespace Assistant.TokenStore;

/// <summary>Opens the store before the first request, so that a wrong key or a damaged file stops the start and not a person's work.</summary>
public sealed class TokenStoreStartup
{
    private readonly SqliteDatabase _database;
    private readonly MasterKeyHolder _masterKey;

    internal TokenStoreStartup(SqliteDatabase database, MasterKeyHolder masterKey) => (_database, _masterKey) = (database, masterKey);

    /// <summary>Path of the database file.</summary>
    public string DatabasePath => _database.Path;

    /// <summary>Creates what is missing (folders, database, master key) and checks the rest. Takes milliseconds: no key is derived, the key ring is not
    /// touched.</summary>
    /// <returns>Where the master key came from: a path, or <c>the environment</c>.</returns>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _database.Open();
        return Task.FromResult(_masterKey.Get().Source);
    }
}
