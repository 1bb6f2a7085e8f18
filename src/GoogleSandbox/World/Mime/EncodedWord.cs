using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>Encoded words of RFC 2047, split between code points so that each one decodes by itself.</summary>
internal static class EncodedWord
{
    private const int MostBytes = 42;

    public static IReadOnlyList<string> Encode(string text, string charset, bool quoted)
    {
        charset = Charset.Fitting(charset, text);
        var encoding = Charset.Find(charset);
        var words = new List<string>();
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (encoding.GetByteCount(piece.ToString() + rune) > (quoted ? MostBytes / 2 : MostBytes))
            {
                words.Add(Word(piece.ToString(), charset, encoding, quoted));
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        words.Add(Word(piece.ToString(), charset, encoding, quoted));
        return words;
    }

    private static string Word(string piece, string charset, Encoding encoding, bool quoted)
    {
        var bytes = encoding.GetBytes(piece);
        return quoted ? $"=?{charset}?Q?{Quote(bytes)}?=" : $"=?{charset}?B?{Convert.ToBase64String(bytes)}?=";
    }

    private static string Quote(byte[] bytes)
    {
        var quoted = new StringBuilder();
        foreach (var b in bytes)
        {
            if (b == ' ')
                quoted.Append('_');
            else if (char.IsAsciiLetterOrDigit((char)b))
                quoted.Append((char)b);
            else
                quoted.Append('=').Append(b.ToString("X2", null));
        }

        return quoted.ToString();
    }
}
