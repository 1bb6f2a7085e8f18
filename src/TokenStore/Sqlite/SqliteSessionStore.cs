namespace Assistant.TokenStore.Sqlite;

internal sealed class SqliteSessionStore(SqliteDatabase database, TimeProvider time) : ISessionStore
{
    // A request per millisecond need not be a write per millisecond.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(10);

    public Task OpenAsync(string sessionId, Caller caller, string client, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Normal,
            connection =>
            {
                if (connection.Number("SELECT count(*) FROM sessions WHERE user_id = $user", ("$user", caller.UserId)) >= limit)
                    throw new TooManySessionsException(limit);
                return connection.Execute(
                    "INSERT INTO sessions (id, user_id, key_id, client, created_at, last_seen_at) VALUES ($id, $user, $key, $client, $now, $now)",
                    ("$id", sessionId),
                    ("$user", caller.UserId),
                    ("$key", caller.KeyId),
                    ("$client", client),
                    ("$now", time.GetUtcNow()));
            },
            cancellationToken);

    public async Task<bool> TouchAsync(string sessionId, string userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seen = await database.ReadAsync(
            connection => connection.First<DateTimeOffset?>(
                "SELECT last_seen_at FROM sessions WHERE id = $id AND user_id = $user", row => row.GetTime(0), ("$id", sessionId), ("$user", userId)),
            cancellationToken).ConfigureAwait(false);
        if (seen is null || now - seen < Grain)
            return seen is not null;
        return await database.WriteAsync(
            Durability.Normal,
            connection => connection.Execute(
                "UPDATE sessions SET last_seen_at = $now WHERE id = $id AND user_id = $user", ("$now", now), ("$id", sessionId), ("$user", userId)) > 0,
            cancellationToken).ConfigureAwait(false);
    }

    public Task CloseAsync(string sessionId, CancellationToken cancellationToken) =>
        database.WriteAsync(Durability.Normal, connection => connection.Execute("DELETE FROM sessions WHERE id = $id", ("$id", sessionId)), cancellationToken);

    public Task<IReadOnlyList<McpSession>> ListAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<McpSession>>(
            connection => connection.List(
                "SELECT id, user_id, key_id, client, created_at, last_seen_at FROM sessions WHERE user_id = $user ORDER BY created_at, rowid",
                row => new McpSession(row.GetString(0), row.GetString(1), row.GetText(2), row.GetString(3), row.GetTime(4), row.GetTime(5)),
                ("$user", userId)),
            cancellationToken);

    public Task<IReadOnlyList<string>> EvictIdleAsync(DateTimeOffset idleSince, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<string>>(
            Durability.Normal,
            connection => connection.List("DELETE FROM sessions WHERE last_seen_at < $since RETURNING id", row => row.GetString(0), ("$since", idleSince)),
            cancellationToken);
}
