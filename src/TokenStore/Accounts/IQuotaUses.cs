namespace Assistant.TokenStore;

/// <summary>What each process spent of the quotas at Google. It holds no content and may be lost.</summary>
public interface IQuotaUses
{
    /// <summary>Replaces what this process noted, and gives what the others did in the last minutes.</summary>
    Task<IReadOnlyList<QuotaUseRow>> ExchangeAsync(string accountId, string api, QuotaUseRow own, CancellationToken cancellationToken);
}

/// <param name="Process">Names the process.</param>
/// <param name="Spent">Units since it began to count.</param>
/// <param name="Debt">Units missing in its allowance.</param>
/// <param name="At">When that was so.</param>
public sealed record QuotaUseRow(string Process, long Spent, long Debt, DateTimeOffset At);
