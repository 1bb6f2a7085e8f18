using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Compose.Replies;

/// <summary>The mail that is answered or forwarded, as it is at Gmail.</summary>
internal sealed record Original
{
    public required string ThreadId { get; init; }

    public required IReadOnlyList<MailAddress> From { get; init; }

    public required IReadOnlyList<MailAddress> ReplyTo { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public required IReadOnlyList<MailAddress> Cc { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets, or null.</summary>
    public required string? MessageId { get; init; }

    /// <summary>Without angle brackets, the oldest first.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The whole body as text, hidden text removed.</summary>
    public required string Text { get; init; }

    /// <summary>The body's HTML as it came, or null.</summary>
    public required string? Html { get; init; }

    /// <summary>The person sent it: Gmail says so (label SENT), not From, which anybody can write.</summary>
    public bool IsSent { get; init; }

    public string Writer => From is [var one, ..] ? one.ToString() : "?";
}
