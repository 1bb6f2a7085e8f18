using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>Encoded words in headers: <c>=?utf-8?B?...?=</c> (RFC 2047).</summary>
internal static partial class EncodedWords
{
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
            return text;
        var result = new StringBuilder();
        var position = 0;
        List<byte> pending = [];
        string? pendingCharset = null;
        foreach (Match word in Word().Matches(text))
        {
            var between = text[position..word.Index];
            var charset = word.Groups["charset"].Value;
            // White space between encoded words is not text, and a character may be split over two of them.
            var continues = pendingCharset is not null && between.All(char.IsWhiteSpace);
            if (!continues || !charset.Equals(pendingCharset, StringComparison.OrdinalIgnoreCase))
                Flush();
            if (!continues)
                result.Append(between);
            pendingCharset = charset;
            pending.AddRange(Bytes(word.Groups["encoding"].Value, word.Groups["text"].Value));
            position = word.Index + word.Length;
        }
        Flush();
        return result.Append(text[position..]).ToString();

        void Flush()
        {
            if (pendingCharset is not null)
                result.Append(Charsets.Decode([.. pending], pendingCharset));
            pending.Clear();
            pendingCharset = null;
        }
    }

    private static byte[] Bytes(string encoding, string text) => encoding is "B" or "b"
        ? TransferEncoding.Base64(Encoding.ASCII.GetBytes(text))
        : TransferEncoding.QuotedPrintable(Encoding.ASCII.GetBytes(text.Replace('_', ' ')));

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]+)(\*[^?]*)?\?(?<encoding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
