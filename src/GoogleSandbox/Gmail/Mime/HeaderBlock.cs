namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>The header fields at the start of an entity (RFC 5322 §2.2), unfolded.</summary>
internal static class HeaderBlock
{
    public static (IReadOnlyList<MimeHeader> Headers, byte[] Body) Read(byte[] entity)
    {
        var headers = new List<MimeHeader>();
        var position = 0;
        while (position < entity.Length)
        {
            var end = Array.IndexOf(entity, (byte)'\n', position);
            var next = end < 0 ? entity.Length : end + 1;
            var line = entity.AsSpan(position, (end < 0 ? entity.Length : end) - position).TrimEnd((byte)'\r');
            if (line.IsEmpty)
                return (headers, entity[next..]);
            var text = Charsets.Guess(line.ToArray());
            if (text[0] is ' ' or '\t' && headers.Count > 0)
                headers[^1] = headers[^1] with { Value = headers[^1].Value + text };
            else if (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                headers.Add(new MimeHeader(text[..colon].TrimEnd(), text[(colon + 1)..].TrimStart()));
            else
                // Not a header line: the body starts here.
                return (headers, entity[position..]);
            position = next;
        }
        return (headers, []);
    }
}
