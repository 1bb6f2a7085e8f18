namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <param name="Name">As written.</param>
/// <param name="Value">Unfolded, encoded words (RFC 2047) not yet decoded.</param>
internal sealed record MimeHeader(string Name, string Value);
