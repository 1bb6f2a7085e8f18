using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>Cuts a multipart body at its boundary lines (RFC 2046 §5.1.1).</summary>
internal static class Multipart
{
    public static IReadOnlyList<byte[]> Split(byte[] body, string boundary)
    {
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<byte[]>();
        // The preamble before the first boundary is no part.
        int? start = null;
        var position = 0;
        while (position < body.Length)
        {
            var end = Array.IndexOf(body, (byte)'\n', position);
            var next = end < 0 ? body.Length : end + 1;
            var line = body.AsSpan(position, next - position).TrimEnd("\r\n \t"u8);
            if (line.StartsWith(delimiter) && (line.Length == delimiter.Length || line[delimiter.Length..].SequenceEqual("--"u8)))
            {
                if (start is { } from)
                    parts.Add(WithoutLastLineBreak(body.AsSpan(from, Math.Max(0, position - from))));
                start = next;
                if (line.Length > delimiter.Length)
                    return parts;
            }
            position = next;
        }
        if (start is { } open && open < body.Length)
            parts.Add(body[open..]);
        return parts;
    }

    // The line break before a boundary belongs to the boundary.
    private static byte[] WithoutLastLineBreak(ReadOnlySpan<byte> part)
    {
        if (part.EndsWith("\r\n"u8))
            return part[..^2].ToArray();
        return part.EndsWith("\n"u8) ? part[..^1].ToArray() : part.ToArray();
    }
}
