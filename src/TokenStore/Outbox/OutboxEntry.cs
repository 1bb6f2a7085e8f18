namespace Assistant.TokenStore;

/// <summary>One thing that reaches other people or changes how mail flows, from the moment that it was proposed.</summary>
/// <param name="Id">Random id.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="AccountId">The Google account that it is about.</param>
/// <param name="KeyId">The bearer key that proposed it, or null for the local profile.</param>
/// <param name="Tool">The tool that was called.</param>
/// <param name="Kind">Names what carries it out.</param>
/// <param name="Digest">Of the call; equal calls have equal digests.</param>
/// <param name="State">Where it is.</param>
/// <param name="CreatedAt">When it was proposed.</param>
/// <param name="DueAt">When it happens, once it was agreed to; null is at once.</param>
/// <param name="Hold">How long it can be taken back after it was agreed to.</param>
/// <param name="ExpiresAt">When nobody can agree to it any more.</param>
/// <param name="FinishedAt">When it became final, or null.</param>
/// <param name="Card">What the person is shown, as JSON; opened.</param>
/// <param name="Payload">What carries it out needs, as JSON; opened.</param>
/// <param name="Progress">How far it is, as JSON; opened; null before it began.</param>
/// <param name="Result">How it ended, as JSON; opened; null before it did.</param>
public sealed record OutboxEntry(
    string Id,
    string UserId,
    string AccountId,
    string? KeyId,
    string Tool,
    string Kind,
    string Digest,
    OutboxState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt,
    TimeSpan Hold,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? FinishedAt,
    string Card,
    string Payload,
    string? Progress,
    string? Result)
{
    public bool IsFinal => State >= OutboxState.Done;
}

/// <summary>An entry to be added; its parts are as in <see cref="OutboxEntry"/>.</summary>
public sealed record NewOutboxEntry
{
    public required string UserId { get; init; }

    public required string AccountId { get; init; }

    public string? KeyId { get; init; }

    public required string Tool { get; init; }

    public required string Kind { get; init; }

    public required string Digest { get; init; }

    /// <summary>The caller's own name for it, unique among the user's.</summary>
    public string? IdempotencyKey { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public TimeSpan Hold { get; init; }

    public required TimeSpan ExpiresAfter { get; init; }

    public required string Card { get; init; }

    public required string Payload { get; init; }

    /// <summary>Writes content of any size, or null.</summary>
    public Func<Stream, CancellationToken, Task>? WriteContent { get; init; }
}
