using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>Reads a message into its parts (RFC 5322, RFC 2045-2047). Never fails: what is malformed stays text.</summary>
internal static class MimeReader
{
    // Deeper nesting is an attack, not mail.
    private const int Depth = 30;

    public static MimePart Read(byte[] message) => Read(message, "", "text/plain", 0);

    private static MimePart Read(byte[] entity, string partId, string defaultType, int depth)
    {
        var (headers, body) = HeaderBlock.Read(entity);
        var type = new HeaderParameters(Find(headers, "Content-Type") ?? defaultType);
        var mimeType = type.Value.Contains('/', StringComparison.Ordinal) ? type.Value : defaultType;
        var disposition = new HeaderParameters(Find(headers, "Content-Disposition") ?? "");
        var filename = disposition["filename"] ?? type["name"] ?? "";
        if (mimeType.StartsWith("multipart/", StringComparison.Ordinal) && type["boundary"] is { Length: > 0 } boundary && depth < Depth)
        {
            var childType = mimeType == "multipart/digest" ? "message/rfc822" : "text/plain";
            var parts = Multipart.Split(body, boundary).Select((part, i) => Read(part, Child(partId, i), childType, depth + 1));
            return new MimePart(partId, mimeType, filename, headers, [], [.. parts]);
        }
        var content = TransferEncoding.Decode(Find(headers, "Content-Transfer-Encoding"), body);
        if (mimeType == "message/rfc822" && depth < Depth)
            return new MimePart(partId, mimeType, filename, headers, content, [Read(content, Child(partId, 0), "text/plain", depth + 1)]);
        var isBodyText = mimeType.StartsWith("text/", StringComparison.Ordinal) && filename.Length == 0;
        return new MimePart(partId, mimeType, filename, headers, isBodyText ? Encoding.UTF8.GetBytes(Charsets.Decode(content, type["charset"])) : content, []);
    }

    private static string Child(string partId, int index) => partId.Length == 0 ? $"{index}" : $"{partId}.{index}";

    private static string? Find(IReadOnlyList<MimeHeader> headers, string name)
        => headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
