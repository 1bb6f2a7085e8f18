namespace Assistant.TokenStore.Store;

internal sealed class SqlQuotaUses(IDatabase database) : IQuotaUses
{
    /// <summary>A quota is one of a minute: what is older has flowed back.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(3);

    public Task<IReadOnlyList<QuotaUseRow>> ExchangeAsync(string accountId, string api, QuotaUseRow own, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            await session.ExecuteAsync("DELETE FROM quota_uses WHERE account_id = $account AND at < $old", ("$account", accountId), ("$old", own.At - Kept)).ConfigureAwait(false);
            await session.ExecuteAsync(
                """
                INSERT INTO quota_uses (account_id, api, process, spent, debt, at) VALUES ($account, $api, $process, $spent, $debt, $at)
                ON CONFLICT (account_id, api, process) DO UPDATE SET spent = excluded.spent, debt = excluded.debt, at = excluded.at
                """,
                ("$account", accountId),
                ("$api", api),
                ("$process", own.Process),
                ("$spent", own.Spent),
                ("$debt", own.Debt),
                ("$at", own.At)).ConfigureAwait(false);
            return await session.ListAsync(
                "SELECT process, spent, debt, at FROM quota_uses WHERE account_id = $account AND api = $api AND process <> $process",
                row => new QuotaUseRow(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetTime(3)),
                ("$account", accountId),
                ("$api", api),
                ("$process", own.Process)).ConfigureAwait(false);
        },
        cancellationToken);
}
