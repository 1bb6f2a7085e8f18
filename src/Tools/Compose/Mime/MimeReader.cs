using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>
/// Reads a message into its parts. Never fails, whatever the bytes: bare line feeds, missing boundaries, wrong encodings and unknown charsets are read as
/// far as they make sense; what is nested or split beyond the limits stays one part.
/// </summary>
internal static class MimeReader
{
    private const int Depth = 20;
    private const int MostParts = 1_000;
    private const int MostFields = 5_000;

    public static MimeEntity Read(ReadOnlyMemory<byte> message)
    {
        var parts = 0;
        return Read(message, "text/plain", 0, ref parts);
    }

    private static MimeEntity Read(ReadOnlyMemory<byte> entity, string defaultType, int depth, ref int parts)
    {
        parts++;
        var (fields, body) = Header(entity);
        var (type, parameters) = FieldParameters.Read(Find(fields, "Content-Type"));
        if (!type.Contains('/', StringComparison.Ordinal))
            (type, parameters) = (defaultType, new Dictionary<string, string>());
        var (disposition, names) = FieldParameters.Read(Find(fields, "Content-Disposition"));
        var fileName = names.GetValueOrDefault("filename") ?? parameters.GetValueOrDefault("name") ?? "";
        if (depth < Depth && type.StartsWith("multipart/", StringComparison.Ordinal) && parameters.GetValueOrDefault("boundary") is { Length: > 0 } boundary)
        {
            var children = new List<MimeEntity>();
            foreach (var part in Split(body, boundary))
            {
                if (parts >= MostParts)
                    break;
                children.Add(Read(part, type == "multipart/digest" ? "message/rfc822" : "text/plain", depth + 1, ref parts));
            }

            if (children.Count > 0)
                return new(fields, type, parameters, disposition, fileName, ReadOnlyMemory<byte>.Empty, children);
        }

        var content = TransferEncodings.Decode(Find(fields, "Content-Transfer-Encoding"), body.Span);
        IReadOnlyList<MimeEntity> inner = depth < Depth && parts < MostParts && type == "message/rfc822" ? [Read(content, "text/plain", depth + 1, ref parts)] : [];
        return new(fields, type, parameters, disposition, fileName, content, inner);
    }

    private static string? Find(List<MimeField> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return field.Value;
        }

        return null;
    }

    private static (List<MimeField> Fields, ReadOnlyMemory<byte> Body) Header(ReadOnlyMemory<byte> entity)
    {
        var fields = new List<MimeField>();
        var (name, value) = ((string?)null, new StringBuilder());
        var position = 0;
        while (position < entity.Length)
        {
            var line = Line(entity.Span, position, out var next);
            if (line.IsEmpty)
            {
                position = next;
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t' && name is not null)
                value.Append(' ').Append(MailCharsets.Guess(line).Trim());
            else if (line.IndexOf((byte)':') is > 0 and var colon && IsName(line[..colon]) && fields.Count < MostFields)
            {
                Flush();
                name = Encoding.ASCII.GetString(line[..colon]).TrimEnd();
                value.Append(MailCharsets.Guess(line[(colon + 1)..]).Trim());
            }
            else if (fields.Count == 0 && name is null && line.StartsWith("From "u8))
            {
                // The separator of an mbox file is no field.
            }
            else
                break;
            position = next;
        }

        Flush();
        return (fields, entity[position..]);

        void Flush()
        {
            if (name is not null)
                fields.Add(new(name, value.ToString()));
            value.Clear();
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var symbol in name.TrimEnd((byte)' '))
        {
            if (symbol is <= 32 or >= 127)
                return false;
        }

        return true;
    }

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.Latin1.GetBytes("--" + boundary.TrimEnd());
        var (parts, start, position) = (new List<ReadOnlyMemory<byte>>(), -1, 0);
        while (position < body.Length)
        {
            var line = Line(body.Span, position, out var next);
            if (line.StartsWith(delimiter))
            {
                var rest = line[delimiter.Length..].Trim(" \t"u8);
                var ends = rest.SequenceEqual("--"u8);
                if (rest.IsEmpty || ends)
                {
                    if (start >= 0)
                        parts.Add(body[start..End(body.Span, start, position)]);
                    start = ends ? -1 : next;
                    if (ends)
                        return parts;
                }
            }

            position = next;
        }

        if (start >= 0)
            parts.Add(body[Math.Min(start, body.Length)..]);
        return parts;
    }

    /// <summary>The line break before a boundary belongs to the boundary.</summary>
    private static int End(ReadOnlySpan<byte> body, int start, int position)
    {
        var end = position;
        if (end > start && body[end - 1] == '\n')
            end--;
        if (end > start && body[end - 1] == '\r')
            end--;
        return end;
    }

    /// <summary>The line at a position without its break, and where the next one starts.</summary>
    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, int position, out int next)
    {
        var end = text[position..].IndexOf((byte)'\n');
        next = end < 0 ? text.Length : position + end + 1;
        var line = text[position..(end < 0 ? text.Length : position + end)];
        return line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
    }
}
