namespace Assistant.Tools.Agreements;

/// <param name="State">sent, done, held, waiting, not_sent, unknown, rejected, cancelled or expired.</param>
/// <param name="OutboxId">Names it for outbox_cancel and <c>assistant outbox</c>.</param>
/// <param name="Message">What happened, or what has to.</param>
/// <param name="Id">Message id in Gmail.</param>
/// <param name="ThreadId">Thread id in Gmail.</param>
/// <param name="DueAt">When a held one leaves.</param>
public sealed record OutboxResult(
    string? State = null, string? OutboxId = null, string? Message = null, string? Id = null, string? ThreadId = null, string? DueAt = null) : IToolResult
{
    public string ToText() =>
        $"{Message} ({State}, outbox {OutboxId})" + (Id is null ? "" : $"\nId {Id}" + (ThreadId is null ? "" : $", thread {ThreadId}")) + (DueAt is null ? "" : $"\nDue {DueAt}");
}
