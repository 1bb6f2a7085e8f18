namespace Assistant.GoogleSandbox;

/// <summary>One mail that left a mailbox of the sandbox.</summary>
/// <param name="Sender">Whose mailbox it left.</param>
/// <param name="Recipients">Every address of To, Cc and Bcc, in lower case, each once.</param>
/// <param name="Raw">As the sender keeps it: with Bcc, and the Message-ID that the sandbox gave it.</param>
/// <param name="SubmittedMessageId">The Message-ID that the client had chosen, or null.</param>
/// <param name="MessageId">Gmail's id of the sender's copy.</param>
/// <param name="ThreadId">The thread of the sender's copy.</param>
/// <param name="At">When, by the sandbox's clock.</param>
/// <param name="Method">The method that sent it, or <c>vacation</c> for an automatic answer.</param>
public sealed record SandboxDelivery(
    string Sender,
    IReadOnlyList<string> Recipients,
    byte[] Raw,
    string? SubmittedMessageId,
    string MessageId,
    string ThreadId,
    DateTimeOffset At,
    string Method);
