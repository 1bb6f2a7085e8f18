using Microsoft.Data.Sqlite;

namespace Assistant.TokenStore.Sqlite;

internal sealed class SqliteAuditRows(SqliteDatabase database) : IAuditRows
{
    private static readonly string[] Names = ["$at", "$user", "$key", "$action", "$account", "$outcome", "$detail", "$duration", "$correlation"];

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Normal,
            connection =>
            {
                using var insert = connection.CreateCommand();
                insert.CommandText = """
                    INSERT INTO audit (at, user_id, key_id, action, account_id, outcome, detail, duration_us, correlation_id)
                    VALUES ($at, $user, $key, $action, $account, $outcome, $detail, $duration, $correlation)
                    """;
                var parameters = Array.ConvertAll(Names, name => insert.Parameters.AddWithValue(name, DBNull.Value));
                foreach (var entry in entries)
                {
                    object?[] values =
                    [
                        entry.At.ToUnixTimeMilliseconds(), entry.UserId, entry.KeyId, entry.Action, entry.AccountId, entry.Outcome, entry.Detail,
                        (long)entry.Duration.TotalMicroseconds, entry.CorrelationId,
                    ];
                    for (var i = 0; i < values.Length; i++)
                        parameters[i].Value = values[i] ?? DBNull.Value;
                    insert.ExecuteNonQuery();
                }

                return entries.Count;
            },
            cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AuditEntry>>(
            connection => connection.List(
                """
                SELECT at, user_id, key_id, action, account_id, outcome, detail, duration_us, correlation_id
                FROM audit WHERE user_id = $user ORDER BY id DESC LIMIT $limit
                """,
                Entry,
                ("$user", userId),
                ("$limit", limit)),
            cancellationToken);

    private static AuditEntry Entry(SqliteDataReader row) => new(
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
