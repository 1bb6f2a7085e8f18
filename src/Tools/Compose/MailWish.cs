using System.ComponentModel;

namespace Assistant.Tools.Compose;

/// <summary>A mail as a caller asks for it.</summary>
internal sealed record MailWish
{
    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<string> Cc { get; init; } = [];

    public IReadOnlyList<string> Bcc { get; init; } = [];

    public string? Subject { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Id of the message that is answered.</summary>
    public string? ReplyTo { get; init; }

    public bool ReplyAll { get; init; }

    /// <summary>To, Cc and Bcc are all there is: the mail that is answered adds nobody.</summary>
    public bool OnlyGiven { get; init; }

    /// <summary>Id of the message that is forwarded, with its files.</summary>
    public string? Forward { get; init; }

    /// <summary>One of the account's own addresses; null is the default, or the one that the answered mail came to.</summary>
    public string? From { get; init; }

    public IReadOnlyList<FileWish> Attachments { get; init; } = [];

    public bool Signature { get; init; } = true;

    public bool Quote { get; init; } = true;
}

/// <summary>A file of an earlier message (message_id and part), or one that is given (name and content_base64).</summary>
public sealed record FileWish(
    string? MessageId = null,
    string? Part = null,
    string? Name = null,
    string? Type = null,
    string? ContentBase64 = null,
    [property: Description("For ![](cid:...)")] string? ContentId = null);
