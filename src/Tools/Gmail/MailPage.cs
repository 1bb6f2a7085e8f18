using System.Text;
using System.Text.Json.Serialization;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail;

/// <param name="Messages">Subject, addresses and body were written by other people.</param>
/// <param name="TimeZone">IANA name of the dates' zone.</param>
/// <param name="Untrusted">Always true: the content comes from outside.</param>
/// <param name="Problems">Messages that could not be read.</param>
/// <param name="NextCursor">For the rest.</param>
/// <param name="Awaiting">Of a thread: who owes a reply.</param>
public sealed record MailPage(
    IReadOnlyList<MailView>? Messages = null,
    string? TimeZone = null,
    bool Untrusted = true,
    IReadOnlyList<string>? Problems = null,
    string? NextCursor = null,
    string? Awaiting = null) : IToolResult
{
    public string ToText()
    {
        var messages = Messages ?? [];
        var text = new StringBuilder();
        foreach (var mail in messages)
            mail.WriteTo(text);
        return UntrustedText.Fence(text.ToString())
            + string.Concat(messages.Select(mail => $"\n{mail.Link}"))
            + string.Concat((Problems ?? []).Select(problem => "\n" + problem))
            + (TimeZone is null ? "" : $"\nTime zone: {TimeZone}")
            + (Awaiting is null ? "" : $"\nReply: {Awaiting}")
            + (NextCursor is null ? "" : $"\nMore: cursor {NextCursor}");
    }
}

/// <remarks>
/// Body: The part of it that fits; with the next cursor it goes on.
/// HiddenChars: Characters of hidden text and invisible characters that were removed.
/// QuotedBlocks: Quoted replies that were left out.
/// Link: Opens it in Gmail.
/// </remarks>
public sealed record MailView(
    string? Id = null,
    string? ThreadId = null,
    string? Account = null,
    string? Date = null,
    string? From = null,
    string? To = null,
    string? Cc = null,
    string? Subject = null,
    IReadOnlyList<string>? Labels = null,
    IReadOnlyList<AttachmentView>? Attachments = null,
    string? Body = null,
    int? HiddenChars = null,
    int? QuotedBlocks = null,
    string? Link = null)
{
    /// <summary>On the person's own drafts and sent mail.</summary>
    [JsonIgnore]
    public string? Bcc { get; init; }

    /// <summary>Why the body is not all that the mail holds, in words.</summary>
    [JsonIgnore]
    public string? Note { get; init; }

    internal void WriteTo(StringBuilder text)
    {
        text.Append("From: ").Append(From).Append("\nTo: ").Append(To);
        if (Cc is not null)
            text.Append("\nCc: ").Append(Cc);
        if (Bcc is not null)
            text.Append("\nBcc: ").Append(Bcc);
        text.Append("\nDate: ").Append(Date).Append("\nSubject: ").Append(Subject).Append("\nLabels: ").AppendJoin(", ", Labels ?? [])
            .Append("\nId: ").Append(Id).Append(", thread ").Append(ThreadId).Append(", account ").Append(Account).Append('\n');
        foreach (var file in Attachments ?? [])
            text.Append("Attachment ").Append(file.Part).Append(": ").Append(file.Name).Append(" (").Append(file.Type).Append(", ").Append(file.Size).Append(" bytes)\n");
        if (QuotedBlocks > 0)
            text.Append("Quoted replies left out: ").Append(QuotedBlocks).Append(" (include_quoted shows them)\n");
        if (HiddenChars > 0)
            text.Append("Hidden or invisible characters removed: ").Append(HiddenChars).Append('\n');
        if (Note is not null)
            text.Append(Note).Append('\n');
        text.Append('\n').Append(Body).Append("\n\n");
    }
}

/// <remarks>
/// Part: Part id: stays the same, while Gmail's attachment ids change.
/// Size: Bytes.
/// </remarks>
public sealed record AttachmentView(string? Part = null, string? Name = null, string? Type = null, int? Size = null);
