namespace Assistant.Tools.Gmail.Outbox;

/// <summary>What was agreed to leave.</summary>
/// <param name="ThreadId">The thread that it joins, or null.</param>
/// <param name="DraftId">The person's own draft that is sent, or null where the mail is in the entry's content.</param>
/// <param name="DraftMessageId">The draft's message as it was agreed to: Gmail gives it another id at each change.</param>
/// <param name="MessageId">Message-ID that the mail is written with, without angle brackets; null for a draft of the person.</param>
/// <param name="Subject">To know it again.</param>
/// <param name="Recipients">Bare addresses in lower case, in order: To, Cc and Bcc together.</param>
internal sealed record MailPayload(string? ThreadId, string? DraftId, string? DraftMessageId, string? MessageId, string Subject, IReadOnlyList<string> Recipients);

/// <summary>How far a send is; noted before each step that Google may see.</summary>
/// <param name="Step">The step that comes next.</param>
/// <param name="DraftId">The draft that is sent.</param>
/// <param name="ThreadId">Its thread.</param>
/// <param name="HistoryId">The mailbox's history before the send.</param>
internal sealed record MailProgress(MailStep Step, string? DraftId = null, string? ThreadId = null, ulong? HistoryId = null);

internal enum MailStep
{
    /// <summary>A draft is about to be made; whether it was is to be looked up.</summary>
    Drafting,

    /// <summary>The draft is there, and nothing was asked to be sent.</summary>
    Drafted,

    /// <summary>Google was, or is about to be, asked to send it. From here on it is never asked again.</summary>
    Sending,
}
