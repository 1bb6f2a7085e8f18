namespace Assistant.Retrieval.Index;

public enum DocumentKind
{
    Mail = 1,
    Event = 2,
    Conversation = 3,
}

/// <summary>Somebody who wrote, received or takes part.</summary>
public sealed record Party(string Address, string? Name = null);

/// <summary>What is indexed: a mail, an event.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SourceId">Its id at the source, unique among those of its kind in the account.</param>
/// <param name="ThreadId">What belongs together: Gmail's thread, a series of events.</param>
/// <param name="At">When it was sent, or when it begins.</param>
/// <param name="Title">Subject or summary.</param>
/// <param name="Text">The whole text, quoted and forwarded mails included: leaving them out halves the quality on mail.</param>
/// <param name="From">The author or organizer.</param>
/// <param name="To">All other people.</param>
/// <param name="Labels">Gmail's label ids; for an event the id of its calendar.</param>
/// <param name="HasAttachment">Whether files are attached.</param>
public sealed record IndexDocument(
    DocumentKind Kind,
    string SourceId,
    string? ThreadId,
    DateTimeOffset At,
    string Title,
    string Text,
    IReadOnlyList<Party> From,
    IReadOnlyList<Party> To,
    IReadOnlyList<string> Labels,
    bool HasAttachment);

/// <summary>What names a document at its source.</summary>
public readonly record struct DocumentKey(DocumentKind Kind, string SourceId);
