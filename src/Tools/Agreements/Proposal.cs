using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>Something that reaches other people or changes how mail flows, before anybody agreed to it.</summary>
internal sealed record Proposal
{
    /// <summary>Names the <see cref="IAgreedAction"/> that carries it out.</summary>
    public required string Kind { get; init; }

    public required GoogleAccount Account { get; init; }

    public required AgreementCard Card { get; init; }

    /// <summary>What the action needs, as JSON; sealed in the store.</summary>
    public required string Payload { get; init; }

    /// <summary>Writes content too large for <see cref="Payload"/>, such as the mail itself (RFC 5322); sealed in the store. Called once.</summary>
    public Func<Stream, CancellationToken, Task>? Content { get; init; }

    /// <summary>Everyone it reaches, as bare addresses; empty where it is no mail. The send policy is held against them.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The level that its key still needs when it happens.</summary>
    public PermissionLevel Level { get; init; } = PermissionLevel.Send;

    /// <summary>Settings are agreed to whatever the send policy says.</summary>
    public bool AlwaysAsk { get; init; }

    /// <summary>The caller's own name for this one action; null makes one from the call.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>When it is to happen; null is at once, or after the hold time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How long it can be cancelled after it was agreed to; the server's own hold time is the least. Mail only.</summary>
    public TimeSpan? Hold { get; init; }
}
