using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Tools.Compose.Mime;

/// <summary>Text of any script in header fields (RFC 2047).</summary>
internal static partial class EncodedWord
{
    private const int LongestWord = 75;
    private const string Safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/";

    /// <summary>Encoded words of at most 75 characters, each of whole characters, to be joined by folding white space that readers take away again.</summary>
    public static IReadOnlyList<string> Encode(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        var quoted = text.EnumerateRunes().Sum(QuotedLength);
        return quoted <= (bytes + 2) / 3 * 4 ? Split(text, "Q", QuotedLength, Quote) : Split(text, "B", rune => rune.Utf8SequenceLength, Base64);
    }

    /// <summary>The text that readers show; what is malformed stays as it is.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        var (position, pending, charset) = (0, new List<byte>(), (string?)null);
        foreach (Match word in Word().Matches(text))
        {
            var between = text.AsSpan(position, word.Index - position);
            // White space between two encoded words is none, and a character may be split over them.
            var continues = charset is not null && between.IsWhiteSpace();
            if (!continues || !word.Groups["charset"].Value.Equals(charset, StringComparison.OrdinalIgnoreCase))
                Flush();
            if (!continues)
                result.Append(between);
            charset = word.Groups["charset"].Value;
            pending.AddRange(word.Groups["encoding"].Value is "B" or "b"
                ? TransferEncodings.FromBase64(Encoding.ASCII.GetBytes(word.Groups["text"].Value))
                : TransferEncodings.FromQuotedPrintable(Encoding.ASCII.GetBytes(word.Groups["text"].Value.Replace('_', ' '))));
            position = word.Index + word.Length;
        }

        Flush();
        return result.Append(text.AsSpan(position)).ToString();

        void Flush()
        {
            if (charset is not null)
                result.Append(MailCharsets.Decode([.. pending], charset));
            pending.Clear();
            charset = null;
        }
    }

    private static List<string> Split(string text, string encoding, Func<Rune, int> length, Func<string, string> encode)
    {
        var room = LongestWord - "=?utf-8?Q??=".Length;
        // Base64 grows by whole groups of three bytes.
        var budget = encoding == "B" ? room / 4 * 3 : room;
        var words = new List<string>();
        var (piece, used) = (new StringBuilder(), 0);
        foreach (var cluster in Clusters(text, budget, length))
        {
            var size = cluster.EnumerateRunes().Sum(length);
            if (used + size > budget && used > 0)
                Flush();
            piece.Append(cluster);
            used += size;
        }

        Flush();
        return words;

        void Flush()
        {
            if (piece.Length > 0)
                words.Add($"=?utf-8?{encoding}?{encode(piece.ToString())}?=");
            piece.Clear();
            used = 0;
        }
    }

    /// <summary>What a reader sees as one character stays together, unless it alone is longer than a word.</summary>
    private static IEnumerable<string> Clusters(string text, int budget, Func<Rune, int> length)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var cluster = elements.GetTextElement();
            if (cluster.EnumerateRunes().Sum(length) <= budget)
            {
                yield return cluster;
                continue;
            }

            foreach (var rune in cluster.EnumerateRunes())
                yield return rune.ToString();
        }
    }

    private static int QuotedLength(Rune rune) => rune.IsAscii && (rune.Value == ' ' || Safe.Contains((char)rune.Value, StringComparison.Ordinal)) ? 1 : rune.Utf8SequenceLength * 3;

    private static string Quote(string text)
    {
        var result = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value == ' ')
                result.Append('_');
            else if (value < 0x80 && Safe.Contains((char)value, StringComparison.Ordinal))
                result.Append((char)value);
            else
                result.Append('=').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // A language after the charset (RFC 2231 §5) is passed over.
    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(\*[^?\s]{0,40})?\?(?<encoding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
