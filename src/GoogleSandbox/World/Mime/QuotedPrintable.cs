using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>Quoted-printable of RFC 2045 for text with CRLF line ends.</summary>
internal static class QuotedPrintable
{
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var width = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                text.Append("\r\n");
                width = 0;
                i++;
                continue;
            }

            var token = IsPlain(bytes, i) ? ((char)bytes[i]).ToString() : "=" + bytes[i].ToString("X2", null);
            if (width + token.Length > 75)
            {
                text.Append("=\r\n");
                width = 0;
            }

            text.Append(token);
            width += token.Length;
        }

        return text.ToString();
    }

    private static bool IsPlain(ReadOnlySpan<byte> bytes, int i) => bytes[i] switch
    {
        (byte)' ' or (byte)'\t' => i + 1 < bytes.Length && bytes[i + 1] != '\r',
        (byte)'=' => false,
        var b => b is > 32 and < 127,
    };
}
