namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>One part of a message, as Gmail's part tree has it.</summary>
/// <param name="PartId">Empty for the whole message, then <c>0</c>, <c>1</c>, <c>1.0</c>.</param>
/// <param name="MimeType">Lower case, without parameters.</param>
/// <param name="Filename">Decoded; empty where there is none.</param>
/// <param name="Headers">In order.</param>
/// <param name="Content">Transfer encoding undone; text in UTF-8, whatever it was sent in. Empty for multiparts.</param>
/// <param name="Parts">Of a multipart, or the message inside a <c>message/rfc822</c>.</param>
internal sealed record MimePart(
    string PartId,
    string MimeType,
    string Filename,
    IReadOnlyList<MimeHeader> Headers,
    byte[] Content,
    IReadOnlyList<MimePart> Parts)
{
    public bool IsMultipart => MimeType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Kept apart from the message: read with <c>attachments.get</c>.</summary>
    public bool IsAttachment => !IsMultipart && Content.Length > 0 && (Filename.Length > 0 || !MimeType.StartsWith("text/", StringComparison.Ordinal));

    public string? Header(string name)
        => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    public IEnumerable<MimePart> SelfAndDescendants() => Parts.SelectMany(part => part.SelfAndDescendants()).Prepend(this);
}
