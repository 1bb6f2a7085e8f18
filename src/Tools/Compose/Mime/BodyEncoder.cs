using System.Globalization;
using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>Content on its way into a mail: text in the shortest encoding that survives, files as base64 piece by piece.</summary>
internal static class BodyEncoder
{
    private const int Line = 76;

    /// <summary>Whole groups of three bytes, whole lines of base64.</summary>
    private const int Piece = Line / 4 * 3 * 256;

    /// <summary>The transfer encoding that suits a text, and the text in it, with CRLF line ends.</summary>
    public static (string Encoding, string Text) Text(string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        if (lines.All(c => c is >= ' ' and < (char)127 or '\r' or '\n' or '\t') && lines.Split("\r\n").All(line => line.Length <= Line && !line.EndsWith(' ') && !line.EndsWith('\t')))
            return ("7bit", lines);
        var bytes = Encoding.UTF8.GetBytes(lines);
        return bytes.Count(value => value is < 32 or > 126) <= bytes.Length / 4
            ? ("quoted-printable", QuotedPrintable(lines))
            : ("base64", Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
    }

    /// <summary>Base64 in lines of 76 characters; no more than one piece of the content is held.</summary>
    public static async Task<long> Base64Async(Stream content, Stream target, CancellationToken cancellationToken)
    {
        var buffer = new byte[Piece];
        var total = 0L;
        while (true)
        {
            var read = await content.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, cancellationToken);
            if (read == 0)
                return total;
            total += read;
            var text = Convert.ToBase64String(buffer, 0, read, Base64FormattingOptions.InsertLineBreaks);
            await target.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), cancellationToken);
            if (read < Piece)
                return total;
        }
    }

    private static string QuotedPrintable(string text)
    {
        var result = new StringBuilder(text.Length + 64);
        var lines = text.Split("\r\n");
        for (var i = 0; i < lines.Length; i++)
        {
            Append(result, lines[i]);
            if (i < lines.Length - 1)
                result.Append("\r\n");
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, string line)
    {
        var column = 0;
        var bytes = Encoding.UTF8.GetBytes(line);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var isLast = i == bytes.Length - 1;
            var plain = value is > 32 and < 127 and not (byte)'=' || (value is (byte)' ' or (byte)'\t' && !isLast);
            // "From " at the start of a line is changed by some mailboxes, a lone dot by some relays.
            if (column == 0 && value is (byte)'F' or (byte)'.')
                plain = plain && !(value == '.' && bytes.Length == 1) && !line.StartsWith("From ", StringComparison.Ordinal);
            var size = plain ? 1 : 3;
            if (column + size > Line - (isLast ? 0 : 1))
            {
                result.Append("=\r\n");
                column = 0;
            }

            if (plain)
                result.Append((char)value);
            else
                result.Append('=').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            column += size;
        }
    }
}
