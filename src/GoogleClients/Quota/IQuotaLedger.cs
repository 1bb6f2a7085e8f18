namespace Assistant.GoogleClients.Quota;

/// <summary>Where the processes that spend the same quota tell each other what they spent; implemented where there is a store.</summary>
public interface IQuotaLedger
{
    /// <summary>Notes what this process spent, and says what the others noted.</summary>
    /// <param name="account">Whose quota; "project" for that of all together.</param>
    /// <param name="api">Which API's.</param>
    /// <param name="own">This process's use.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    Task<IReadOnlyList<QuotaUse>> ExchangeAsync(string account, string api, QuotaUse own, CancellationToken cancellationToken);
}

/// <summary>What one process spent.</summary>
/// <param name="Process">Names the process.</param>
/// <param name="Spent">Units since it began to count.</param>
/// <param name="Debt">Units that are missing in its allowance.</param>
/// <param name="At">When that was so.</param>
public sealed record QuotaUse(string Process, long Spent, long Debt, DateTimeOffset At);
