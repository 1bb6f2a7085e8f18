namespace Assistant.Tools.Compose.Mime;

/// <summary>A mail to be written (RFC 5322). Addresses are checked already; everything else is checked by the writer.</summary>
internal sealed record OutgoingMail
{
    public required MailAddress From { get; init; }

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>Written as a field: Gmail takes it off before the mail leaves.</summary>
    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    public string Subject { get; init; } = "";

    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Without angle brackets, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Without angle brackets, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public string Text { get; init; } = "";

    /// <summary>The same in HTML, or null.</summary>
    public string? Html { get; init; }

    /// <summary>Pictures that the HTML shows by <c>cid:</c>.</summary>
    public IReadOnlyList<MailFile> Inline { get; init; } = [];

    public IReadOnlyList<MailFile> Attachments { get; init; } = [];

    /// <summary>To, Cc and Bcc.</summary>
    public IEnumerable<MailAddress> Recipients => To.Concat(Cc).Concat(Bcc);
}

/// <summary>A file in a mail.</summary>
/// <param name="Name">As the reader sees it; never a path.</param>
/// <param name="Type">Media type without parameters.</param>
/// <param name="Size">Bytes, or null where they are not known before they are read.</param>
/// <param name="OpenAsync">Opens the content to be read once, piece by piece.</param>
/// <param name="ContentId">For inline pictures, without angle brackets.</param>
internal sealed record MailFile(string Name, string Type, long? Size, Func<CancellationToken, Task<Stream>> OpenAsync, string? ContentId = null)
{
    public static MailFile Of(string name, string type, byte[] content, string? contentId = null) =>
        new(name, type, content.Length, _ => Task.FromResult<Stream>(new MemoryStream(content, writable: false)), contentId);
}
