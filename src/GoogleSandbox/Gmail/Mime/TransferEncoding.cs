using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>Content-Transfer-Encoding undone (RFC 2045 §6), forgiving as a mailbox has to be.</summary>
internal static class TransferEncoding
{
    public static byte[] Decode(string? encoding, byte[] content) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(content),
        "quoted-printable" => QuotedPrintable(content),
        _ => content,
    };

    public static byte[] Base64(byte[] content)
    {
        var digits = new StringBuilder(content.Length);
        foreach (var c in content.Select(b => (char)b))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
                digits.Append(c);
            else if (c == '=')
                break;
        }
        // A single digit left over holds no whole byte.
        if (digits.Length % 4 == 1)
            digits.Length--;
        return Convert.FromBase64String(digits.Append('=', (4 - digits.Length % 4) % 4).ToString());
    }

    public static byte[] QuotedPrintable(byte[] content)
    {
        var result = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '=')
                result.Add(content[i]);
            else if (i + 2 < content.Length && content[i + 1] == '\r' && content[i + 2] == '\n')
                i += 2;
            else if (i + 1 < content.Length && content[i + 1] == '\n')
                i++;
            else if (i + 2 < content.Length && char.IsAsciiHexDigit((char)content[i + 1]) && char.IsAsciiHexDigit((char)content[i + 2]))
            {
                result.Add(Convert.ToByte(Encoding.ASCII.GetString(content, i + 1, 2), 16));
                i += 2;
            }
            else
                result.Add(content[i]);
        }
        return [.. result];
    }
}
