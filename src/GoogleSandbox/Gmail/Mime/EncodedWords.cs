using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>Encoded words in headers: <c>=?utf-8?B?...?=</c> (RFC 2047).</summary>
internal static partial class EncodedWords
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");
    private static readonly HashSet<string> AddressHeaders = new(StringComparer.OrdinalIgnoreCase) { "From", "To", "Cc", "Bcc", "Reply-To", "Sender" };

    /// <summary>A whole header's value. A decoded name that would no longer be one phrase of an address is put in quotes.</summary>
    public static string Decode(MimeHeader header)
        => AddressHeaders.Contains(header.Name) ? Decode(header.Value, QuoteIfSpecial) : Decode(header.Value);

    public static string Decode(string text) => Decode(text, word => word);

    private static string Decode(string text, Func<string, string> finish)
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
                result.Append(finish(Charsets.Decode([.. pending], pendingCharset)));
            pending.Clear();
            pendingCharset = null;
        }
    }

    // RFC 5322 §3.2.3: none of these may stand in an atom.
    private static string QuoteIfSpecial(string word)
        => word.AsSpan().ContainsAny(Specials) ? $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : word;

    private static byte[] Bytes(string encoding, string text) => encoding is "B" or "b"
        ? TransferEncoding.Base64(Encoding.ASCII.GetBytes(text))
        : TransferEncoding.QuotedPrintable(Encoding.ASCII.GetBytes(text.Replace('_', ' ')));

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]+)(\*[^?]*)?\?(?<encoding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
