using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlTokenRows(IDatabase database, TimeProvider time) : ITokenRows
{
    private const string Row = """
        SELECT t.key_id, u.id, k.wrapped, t.generation, t.sealed, a.status, a.nickname, u.name
        FROM tokens t JOIN accounts a ON a.id = t.account_id JOIN users u ON u.id = a.user_id JOIN data_keys k ON k.id = t.key_id
        WHERE a.id = $account AND a.user_id = $user
        """;

    // A lease that ends later than any could was made under a clock that has been set back since; smaller steps of the clock are waited out.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    public Task<TokenRow?> ReadAsync(string userId, string accountId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync(
                Row,
                row => new TokenRow(
                    new WrappedKey(row.GetString(0), row.GetString(1), row.GetBlob(2)),
                    row.GetInt64(3),
                    row.GetBlob(4),
                    (AccountStatus)row.GetInt32(5),
                    row.GetString(6),
                    row.GetString(7)),
                ("$account", accountId),
                ("$user", userId)),
            cancellationToken);

    public Task<bool> TryLeaseAsync(string accountId, long generation, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Normal,
            async session =>
            {
                await session.LockAsync($"tokens {accountId}").ConfigureAwait(false);
                // Read under the lock: whoever waited for it must not judge the lease of the one before by an older time.
                var now = time.GetUtcNow();
                return await session.ExecuteAsync(
                    """
                    UPDATE tokens SET lease_owner = $owner, lease_until = $until
                    WHERE account_id = $account AND generation = $generation
                      AND (lease_owner IS NULL OR lease_owner = $owner OR lease_until <= $now OR lease_until > $impossible)
                    """,
                    ("$owner", owner),
                    ("$until", now + duration),
                    ("$account", accountId),
                    ("$generation", generation),
                    ("$now", now),
                    ("$impossible", now + duration + ClockSlack)).ConfigureAwait(false) == 1;
            },
            cancellationToken);

    public Task ReleaseAsync(string accountId, string owner, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Normal,
            session => session.ExecuteAsync(
                "UPDATE tokens SET lease_owner = NULL WHERE account_id = $account AND lease_owner = $owner", ("$account", accountId), ("$owner", owner)),
            cancellationToken);

    public Task<bool> ReplaceAsync(
        string accountId, long generation, string keyId, byte[] box, IReadOnlyList<string>? scopes, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Full,
            async session =>
            {
                var replaced = await session.ExecuteAsync(
                    """
                    UPDATE tokens SET sealed = $sealed, generation = generation + 1, lease_owner = NULL
                    WHERE account_id = $account AND generation = $generation AND key_id = $key
                    """,
                    ("$sealed", box),
                    ("$account", accountId),
                    ("$generation", generation),
                    ("$key", keyId)).ConfigureAwait(false) == 1;
                if (replaced && scopes is not null)
                {
                    await session.ExecuteAsync(
                        "UPDATE accounts SET scopes = $scopes WHERE id = $account AND scopes <> $scopes",
                        ("$scopes", string.Join(' ', scopes)),
                        ("$account", accountId)).ConfigureAwait(false);
                }

                return replaced;
            },
            cancellationToken);

    public Task<bool> EndAsync(string accountId, long generation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Full,
            async session =>
            {
                var ended = await session.ExecuteAsync(
                    """
                    UPDATE accounts SET status = $status
                    WHERE id = $account AND EXISTS (SELECT 1 FROM tokens WHERE account_id = $account AND generation = $generation)
                    """,
                    ("$status", (int)AccountStatus.ReconnectNeeded),
                    ("$account", accountId),
                    ("$generation", generation)).ConfigureAwait(false) == 1;
                await session.ExecuteAsync(
                    "UPDATE tokens SET lease_owner = NULL WHERE account_id = $account AND generation = $generation",
                    ("$account", accountId),
                    ("$generation", generation)).ConfigureAwait(false);
                return ended;
            },
            cancellationToken);
}
