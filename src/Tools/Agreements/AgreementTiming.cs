namespace Assistant.Tools.Agreements;

/// <summary>How long things wait.</summary>
internal sealed record AgreementTiming
{
    /// <summary>How long an answer to a question is good.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an entry waits for somebody to agree.</summary>
    public TimeSpan Waiting { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The same call again within this time is the same entry.</summary>
    public TimeSpan SameCall { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What is later than this asks again.</summary>
    public TimeSpan Overdue { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Final entries are kept as long.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two attempts at what did not begin yet.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks at what became of a send.</summary>
    public IReadOnlyList<TimeSpan> Looks { get; init; } =
    [
        TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(15),
    ];
}
