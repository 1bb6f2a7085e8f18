using System.Data.Common;

namespace Assistant.TokenStore.Store;

internal sealed class SqlCallerRows(IDatabase database) : ICallerRows
{
    public Task<CallerRow?> ByKeyAsync(byte[] digest, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync(
                """
                SELECT u.id, u.name, k.grants, k.id, k.expires_at, (SELECT value FROM revision)
                FROM keys k JOIN users u ON u.id = k.user_id WHERE k.digest = $digest AND k.revoked_at IS NULL
                """,
                Caller,
                ("$digest", digest)),
            cancellationToken);

    public Task<CallerRow?> ByUserAsync(string userName, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "SELECT id, name, NULL, NULL, NULL, (SELECT value FROM revision) FROM users WHERE lower(name) = lower($name)", Caller, ("$name", userName)),
            cancellationToken);

    public Task<long> RevisionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.NumberAsync("SELECT value FROM revision"), cancellationToken);

    private static CallerRow Caller(DbDataReader row)
    {
        var text = row.GetText(2);
        var grants = text is null ? Grants.All : GrantsText.Read(text);
        return new CallerRow(new Caller(row.GetString(0), row.GetString(1), grants, row.GetText(3)), text ?? "", row.GetOptionalTime(4), row.GetInt64(5));
    }
}
