using Assistant.Retrieval.Text;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

internal static class MessageHeaders
{
    /// <summary>
    /// The first header of that name, on one line and without invisible characters; empty where there is none. Gmail decodes encoded words itself; what it
    /// left is decoded here.
    /// </summary>
    public static string Header(this MessagePart? part, string name) =>
        UntrustedText.Line(EncodedWord.Decode(part?.Headers?.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))?.Value ?? ""));

    public static string Shorten(string addresses, int characters) =>
        addresses.Length <= characters ? addresses : PassageText.Take(addresses, 0, characters).Text + "…";

    /// <summary>A parameter of Content-Type such as <c>charset</c>, or null (RFC 2045 §5.1).</summary>
    public static string? ContentTypeParameter(this MessagePart part, string name)
    {
        foreach (var parameter in part.Header("Content-Type").Split(';').Skip(1))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && parameter[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim('"');
        }

        return null;
    }

    /// <summary>Gmail's web page of the message.</summary>
    public static string WebLink(string email, string id) => $"https://mail.google.com/mail/u/?authuser={Uri.EscapeDataString(email)}#all/{id}";

    /// <summary>When Gmail received it; unlike the Date header its sender cannot choose it.</summary>
    public static DateTimeOffset ReceivedAt(this Message message) => DateTimeOffset.FromUnixTimeMilliseconds(message.InternalDate ?? 0);
}
