namespace Assistant.GoogleClients;

/// <summary>Limits of the calls to Google. The defaults fit a Google Cloud project created since May 2026.</summary>
public sealed record GoogleHttpOptions
{
    /// <summary>Gmail quota units that one account may spend in a minute.</summary>
    public int GmailUnitsPerMinute { get; init; } = 6_000;

    /// <summary>Calendar requests that one account may make in a minute.</summary>
    public int CalendarRequestsPerMinute { get; init; } = 600;

    /// <summary>The share of a minute's quota that may be spent at once; the rest flows evenly, so that no minute exceeds the quota.</summary>
    public double BurstShare { get; init; } = 0.2;

    /// <summary>The share of a minute's quota that work in the background may spend; what flows evenly at most.</summary>
    public double BackgroundShare { get; init; } = 0.8;

    /// <summary>Gmail quota units that all accounts of this Google Cloud project may spend in a minute together.</summary>
    public int GmailUnitsPerMinuteAndProject { get; init; } = 1_200_000;

    /// <summary>Calendar requests that all accounts of this Google Cloud project may make in a minute together.</summary>
    public int CalendarRequestsPerMinuteAndProject { get; init; } = 10_000;

    /// <summary>Attempts at one call, the first included.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>Upper bound of the first random wait; it doubles with each attempt.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Limit of one attempt, from sending to the last byte of the answer.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limit of a call with all its attempts and waits.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(90);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Age at which a pooled connection is closed, so that a change of address in DNS is noticed.</summary>
    public TimeSpan PooledConnectionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest answer accepted, in bytes after decompression.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>What is wrong with these values and how to put it right, or null.</summary>
    public string? Problem() => this switch
    {
        { GmailUnitsPerMinute: < 1 } => $"GmailUnitsPerMinute is {GmailUnitsPerMinute}: give at least 1 (Google's own limit is 6000 or 15000).",
        { CalendarRequestsPerMinute: < 1 } => $"CalendarRequestsPerMinute is {CalendarRequestsPerMinute}: give at least 1 (Google's own limit is 600).",
        { BurstShare: not (> 0 and < 1) } => $"BurstShare is {BurstShare}: give a number between 0 and 1, such as 0.2.",
        { GmailUnitsPerMinuteAndProject: < 1 } or { CalendarRequestsPerMinuteAndProject: < 1 } => "The project's limits must be at least 1 (Google's own are 1200000 units and 10000 requests).",
        { BackgroundShare: not (> 0 and <= 1) } => $"BackgroundShare is {BackgroundShare}: give a number above 0 and at most 1, such as 0.8.",
        { MaxAttempts: < 1 or > 10 } => $"MaxAttempts is {MaxAttempts}: give 1 (no retries) to 10.",
        { MaxResponseBytes: < 1024 } => $"MaxResponseBytes is {MaxResponseBytes}: give at least 1024.",
        _ when BaseDelay <= TimeSpan.Zero => "BaseDelay must be longer than zero.",
        _ when ConnectTimeout <= TimeSpan.Zero => "ConnectTimeout must be longer than zero.",
        _ when PooledConnectionLifetime <= TimeSpan.Zero => "PooledConnectionLifetime must be longer than zero.",
        _ when AttemptTimeout < TimeSpan.FromMilliseconds(10) => "AttemptTimeout must be at least 10 milliseconds.",
        _ when TotalTimeout < AttemptTimeout || TotalTimeout > TimeSpan.FromDays(1) => "TotalTimeout must be at least AttemptTimeout and at most a day.",
        _ => null,
    };
}
