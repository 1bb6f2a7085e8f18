
namespace Assistant.TokenStore.Store;

internal sealed class SqlSessionStore(IDatabase database, TimeProvider time) : ISessionStore
{
    // A request per millisecond need not be a write per millisecond.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(10);

    // A process that was killed leaves its sessions behind; what was not used this long makes room for a new one.
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(2);

    public Task OpenAsync(string sessionId, Caller caller, string client, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Normal,
            async session =>
            {
                await session.LockAsync($"sessions {caller.UserId}").ConfigureAwait(false);
                var now = time.GetUtcNow();
                if (await session.NumberAsync("SELECT count(*) FROM sessions WHERE user_id = $user", ("$user", caller.UserId)).ConfigureAwait(false) >= limit
                    && !await MakeRoomAsync(session, caller.UserId, now).ConfigureAwait(false))
                {
                    throw new TooManySessionsException(limit);
                }

                return await session.ExecuteAsync(
                    "INSERT INTO sessions (id, user_id, key_id, client, created_at, last_seen_at) VALUES ($id, $user, $key, $client, $now, $now)",
                    ("$id", sessionId),
                    ("$user", caller.UserId),
                    ("$key", caller.KeyId),
                    ("$client", client),
                    ("$now", now)).ConfigureAwait(false);
            },
            cancellationToken);

    public async Task<bool> TouchAsync(string sessionId, string userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seen = await database.ReadAsync(
            session => session.FirstAsync<DateTimeOffset?>(
                "SELECT last_seen_at FROM sessions WHERE id = $id AND user_id = $user", row => row.GetTime(0), ("$id", sessionId), ("$user", userId)),
            cancellationToken).ConfigureAwait(false);
        if (seen is null || now - seen < Grain)
            return seen is not null;
        return await database.WriteAsync(
            Durability.Normal,
            async session => await session.ExecuteAsync(
                "UPDATE sessions SET last_seen_at = $now WHERE id = $id AND user_id = $user", ("$now", now), ("$id", sessionId), ("$user", userId)).ConfigureAwait(false) > 0,
            cancellationToken).ConfigureAwait(false);
    }

    public Task CloseAsync(string sessionId, CancellationToken cancellationToken) =>
        database.WriteAsync(Durability.Normal, session => session.ExecuteAsync("DELETE FROM sessions WHERE id = $id", ("$id", sessionId)), cancellationToken);

    public Task<IReadOnlyList<McpSession>> ListAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<McpSession>>(
            session => session.ListAsync(
                "SELECT id, user_id, key_id, client, created_at, last_seen_at FROM sessions WHERE user_id = $user ORDER BY created_at, rowid",
                row => new McpSession(row.GetString(0), row.GetString(1), row.GetText(2), row.GetString(3), row.GetTime(4), row.GetTime(5)),
                ("$user", userId)),
            cancellationToken);

    public Task<IReadOnlyList<string>> EvictIdleAsync(DateTimeOffset idleSince, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<string>>(
            Durability.Normal,
            session => session.ListAsync("DELETE FROM sessions WHERE last_seen_at < $since RETURNING id", row => row.GetString(0), ("$since", idleSince)),
            cancellationToken);

    private static async Task<bool> MakeRoomAsync(DbSession session, string userId, DateTimeOffset now) =>
        await session.ExecuteAsync(
            """
            DELETE FROM sessions WHERE id =
                (SELECT id FROM sessions WHERE user_id = $user AND last_seen_at < $since ORDER BY last_seen_at, rowid LIMIT 1)
            """,
            ("$user", userId),
            ("$since", now - Unused)).ConfigureAwait(false) == 1;
}
