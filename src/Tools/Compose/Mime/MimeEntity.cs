namespace Assistant.Tools.Compose.Mime;

/// <param name="Name">As written.</param>
/// <param name="Value">Unfolded, not decoded.</param>
internal readonly record struct MimeField(string Name, string Value);

/// <summary>A message or a part of one, as it was read.</summary>
/// <param name="Fields">Header fields in order.</param>
/// <param name="Type">Media type in lower case, without parameters.</param>
/// <param name="TypeParameters">Of Content-Type, decoded (RFC 2231), by lower-case name.</param>
/// <param name="Disposition"><c>attachment</c>, <c>inline</c> or empty.</param>
/// <param name="FileName">Decoded; empty where there is none.</param>
/// <param name="Content">Transfer encoding undone; empty for multiparts.</param>
/// <param name="Children">Parts of a multipart, or the message inside a <c>message/rfc822</c>.</param>
internal sealed record MimeEntity(
    IReadOnlyList<MimeField> Fields,
    string Type,
    IReadOnlyDictionary<string, string> TypeParameters,
    string Disposition,
    string FileName,
    ReadOnlyMemory<byte> Content,
    IReadOnlyList<MimeEntity> Children)
{
    /// <summary>The first field of that name, undecoded, or null.</summary>
    public string? Field(string name) =>
        Fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => (string?)field.Value).FirstOrDefault();

    /// <summary>The first field of that name as readers show it; empty where there is none.</summary>
    public string Header(string name) => EncodedWord.Decode(Field(name) ?? "").Trim();

    public IReadOnlyList<MailAddress> Addresses(string name) =>
        [.. Fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(field => MailAddresses.Read(field.Value))];

    /// <summary>The characters of a text part.</summary>
    public string Text => MailCharsets.Decode(Content.Span, TypeParameters.GetValueOrDefault("charset"));

    public bool IsAttachment => Disposition == "attachment" || FileName.Length > 0 || (Children.Count == 0 && !Type.StartsWith("text/", StringComparison.Ordinal));

    public IEnumerable<MimeEntity> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}
