using System.Security.Cryptography;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlAccountKeys(IDatabase database, EntrySeal seal) : IAccountKeys, IUserKeys
{
    public const string Table = "account_keys";
    public const string UserTable = "user_keys";

    public async Task<byte[]> GetAsync(string userId, string accountId, string purpose, CancellationToken cancellationToken) =>
        await GetAsync(
            Table,
            $"{accountId} {purpose}",
            userId,
            """
            INSERT INTO account_keys (id, user_id, account_id, key_id, sealed_key)
            SELECT $id, a.user_id, a.id, $key, $sealed FROM accounts a WHERE a.id = $account AND a.user_id = $user
            ON CONFLICT (id) DO NOTHING
            """,
            accountId,
            cancellationToken).ConfigureAwait(false) ?? throw new ArgumentException("There is no such account.", nameof(accountId));

    public async Task<byte[]> GetAsync(string userId, string purpose, CancellationToken cancellationToken) =>
        await GetAsync(
            UserTable,
            $"{userId} {purpose}",
            userId,
            "INSERT INTO user_keys (id, user_id, key_id, sealed_key) SELECT $id, id, $key, $sealed FROM users WHERE id = $user ON CONFLICT (id) DO NOTHING",
            null,
            cancellationToken).ConfigureAwait(false) ?? throw new ArgumentException("There is no such user.", nameof(userId));

    private async Task<byte[]?> GetAsync(string table, string id, string userId, string insert, string? accountId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(table, userId, id, cancellationToken).ConfigureAwait(false) is { } known)
            return known;
        var key = await database.ReadAsync(session => session.DataKeyOfAsync(userId), cancellationToken).ConfigureAwait(false);
        var (own, sealedKey) = seal.New(key, table, id);
        CryptographicOperations.ZeroMemory(own);
        try
        {
            await database.WriteAsync(
                Durability.Full,
                session => accountId is null
                    ? session.ExecuteAsync(insert, ("$id", id), ("$key", key.Id), ("$sealed", sealedKey), ("$user", userId))
                    : session.ExecuteAsync(insert, ("$id", id), ("$key", key.Id), ("$sealed", sealedKey), ("$user", userId), ("$account", accountId)),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConstraintException failure)
        {
            throw new ArgumentException("The user's key was just replaced; try again.", nameof(userId), failure);
        }

        // Of two that made one at the same time the first one's stays.
        return await ReadAsync(table, userId, id, cancellationToken).ConfigureAwait(false);
    }

    private Task<byte[]?> ReadAsync(string table, string userId, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => seal.KeyOfAsync(session, table, id, userId), cancellationToken);
}
