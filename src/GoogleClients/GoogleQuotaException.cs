namespace Assistant.GoogleClients;

/// <summary>The account's own allowance at Google is used up for longer than a call may wait; nothing was sent.</summary>
public sealed class GoogleQuotaException(string method, TimeSpan retryAfter)
    : Exception($"The quota of this Google account is used up for now. Try {method} again in {Math.Ceiling(retryAfter.TotalSeconds)} s.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
