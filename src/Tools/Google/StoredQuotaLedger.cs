using Assistant.GoogleClients.Quota;
using Assistant.TokenStore;

namespace Assistant.Tools.Google;

/// <summary>Processes that use one store keep to one quota.</summary>
internal sealed class StoredQuotaLedger(IQuotaUses uses) : IQuotaLedger
{
    public async Task<IReadOnlyList<QuotaUse>> ExchangeAsync(string account, string api, QuotaUse own, CancellationToken cancellationToken) =>
        [.. (await uses.ExchangeAsync(account, api, new(own.Process, own.Spent, own.Debt, own.At), cancellationToken)).Select(row => new QuotaUse(row.Process, row.Spent, row.Debt, row.At))];
}
