using System.Security.Cryptography;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlAccountKeys(IDatabase database, EntrySeal seal) : IAccountKeys
{
    public const string Table = "account_keys";

    public async Task<byte[]> GetAsync(string userId, string accountId, string purpose, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, accountId, purpose, cancellationToken).ConfigureAwait(false) is { } known)
            return known;
        var id = Id(accountId, purpose);
        var key = await database.ReadAsync(session => session.DataKeyOfAsync(userId), cancellationToken).ConfigureAwait(false);
        var (own, sealedKey) = seal.New(key, Table, id);
        CryptographicOperations.ZeroMemory(own);
        try
        {
            await database.WriteAsync(
                Durability.Full,
                session => session.ExecuteAsync(
                    """
                    INSERT INTO account_keys (id, user_id, account_id, key_id, sealed_key)
                    SELECT $id, a.user_id, a.id, $key, $sealed FROM accounts a WHERE a.id = $account AND a.user_id = $user
                    ON CONFLICT (id) DO NOTHING
                    """,
                    ("$id", id),
                    ("$key", key.Id),
                    ("$sealed", sealedKey),
                    ("$account", accountId),
                    ("$user", userId)),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConstraintException failure)
        {
            throw new ArgumentException("The user's key was just replaced; try again.", nameof(userId), failure);
        }

        // Of two that made one at the same time the first one's stays.
        return await ReadAsync(userId, accountId, purpose, cancellationToken).ConfigureAwait(false) ?? throw new ArgumentException("There is no such account.", nameof(accountId));
    }

    private static string Id(string accountId, string purpose) => $"{accountId} {purpose}";

    private Task<byte[]?> ReadAsync(string userId, string accountId, string purpose, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync(
            "SELECT s.sealed_key, k.id, k.user_id, k.wrapped FROM account_keys s JOIN data_keys k ON k.id = s.key_id WHERE s.id = $id AND s.user_id = $user",
            row => seal.Open(new WrappedKey(row.GetString(1), row.GetString(2), row.GetBlob(3)), Table, Id(accountId, purpose), row.GetBlob(0)),
            ("$id", Id(accountId, purpose)),
            ("$user", userId)),
        cancellationToken);
}
