using System.Data.Common;

namespace Assistant.TokenStore.Store;

internal sealed class SqlAuditRows(IDatabase database) : IAuditRows
{
    private static readonly string[] Names = ["$at", "$user", "$key", "$action", "$account", "$outcome", "$detail", "$duration", "$correlation"];

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Normal,
            async session =>
            {
                await session.ExecuteManyAsync(
                    """
                    INSERT INTO audit (at, user_id, key_id, action, account_id, outcome, detail, duration_us, correlation_id)
                    VALUES ($at, $user, $key, $action, $account, $outcome, $detail, $duration, $correlation)
                    """,
                    Names,
                    entries.Select(Values)).ConfigureAwait(false);
                return entries.Count;
            },
            cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AuditEntry>>(
            session => session.ListAsync(
                """
                SELECT at, user_id, key_id, action, account_id, outcome, detail, duration_us, correlation_id
                FROM audit WHERE user_id = $user ORDER BY id DESC LIMIT $limit
                """,
                Entry,
                ("$user", userId),
                ("$limit", limit)),
            cancellationToken);

    private static object?[] Values(AuditEntry entry) =>
    [
        entry.At, entry.UserId, entry.KeyId, entry.Action, entry.AccountId, entry.Outcome, entry.Detail, (long)entry.Duration.TotalMicroseconds, entry.CorrelationId,
    ];

    private static AuditEntry Entry(DbDataReader row) => new(
        row.GetTime(0),
        row.GetString(1),
        row.GetText(2),
        row.GetString(3),
        row.GetText(4),
        row.GetString(5),
        row.GetText(6),
        TimeSpan.FromMicroseconds(row.GetInt64(7)),
        row.GetString(8));
}
