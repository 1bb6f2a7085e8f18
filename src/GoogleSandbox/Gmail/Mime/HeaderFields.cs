using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>The header of a message as bytes, to take fields out of it and put others in without touching the rest.</summary>
internal static class HeaderFields
{
    /// <summary>The message without the fields of these names, and with others in front.</summary>
    /// <param name="message">RFC 5322, CRLF or LF line ends.</param>
    /// <param name="without">Names of fields to leave out.</param>
    /// <param name="prepend">Whole header lines, each with its CRLF.</param>
    public static byte[] Edit(byte[] message, IReadOnlyCollection<string> without, string prepend = "")
    {
        using var result = new MemoryStream(message.Length + prepend.Length);
        result.Write(Encoding.UTF8.GetBytes(prepend));
        var position = 0;
        var dropping = false;
        while (position < message.Length)
        {
            var end = Array.IndexOf(message, (byte)'\n', position);
            var next = end < 0 ? message.Length : end + 1;
            var line = message.AsSpan(position, next - position);
            if (line.TrimEnd("\r\n"u8).IsEmpty)
                break;
            if (line[0] is not ((byte)' ' or (byte)'\t'))
                dropping = IsNamed(line, without);
            if (!dropping)
                result.Write(line);
            position = next;
        }
        result.Write(message.AsSpan(position));
        return result.ToArray();
    }

    private static bool IsNamed(ReadOnlySpan<byte> line, IReadOnlyCollection<string> names)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && names.Contains(Encoding.ASCII.GetString(line[..colon]).Trim(), StringComparer.OrdinalIgnoreCase);
    }
}
