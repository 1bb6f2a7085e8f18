namespace Assistant.TokenStore;

/// <summary>One use of a tool or a token: who, what, when, how it ended; never content.</summary>
/// <param name="At">UTC.</param>
/// <param name="UserId">Who.</param>
/// <param name="KeyId">With which key; null over stdio and on the command line.</param>
/// <param name="Action">Tool name, or <c>token.use</c>, <c>token.refresh</c>, <c>account.connect</c>, <c>key.create</c>, ...</param>
/// <param name="AccountId">The Google account touched, if any.</param>
/// <param name="Outcome"><c>ok</c>, <c>refused</c>, <c>failed</c>, <c>cancelled</c>.</param>
/// <param name="Detail">A short fixed word such as an error code; no arguments, no content.</param>
/// <param name="Duration">Wall time of the call.</param>
/// <param name="CorrelationId">Joins the entry with log lines and with the message that the model saw.</param>
public sealed record AuditEntry(
    DateTimeOffset At,
    string UserId,
    string? KeyId,
    string Action,
    string? AccountId,
    string Outcome,
    string? Detail,
    TimeSpan Duration,
    string CorrelationId);

public interface IAuditLog
{
    /// <summary>Queues the entry; it is on disk within one second. Never blocks on the disk.</summary>
    /// <exception cref="StoreUnavailableException">Earlier entries could not be written and the queue is full: refuse the call rather than run it
    /// unrecorded.</exception>
    void Record(AuditEntry entry);

    /// <summary>Writes what is queued.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>The newest entries of the user, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken);
}
