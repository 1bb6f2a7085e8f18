using System.Text.RegularExpressions;

namespace Assistant.Tools.Writing.Rewriting;

internal static partial class Smileys
{
    private const int WordsOfSentence = 4;

    /// <summary>Without emoji and smileys. Where one ended a sentence, a point does.</summary>
    public static string Remove(string text) => Smiley().Replace(text, match => EndsSentence(text, match) ? "." : "");

    private static bool EndsSentence(string text, Match match)
    {
        var line = text[(text.LastIndexOf('\n', Math.Max(0, match.Index - 1)) + 1)..match.Index];
        if (line.Length == 0 || !char.IsLetterOrDigit(line[^1]) || line[0] is '-' or '*')
            return false;
        var rest = text[(match.Index + match.Length)..].TrimStart(' ', '\t');
        return rest.Length == 0 || rest[0] == '\n' ? line.Split(' ').Length >= WordsOfSentence : char.IsUpper(rest[0]);
    }

    /// <summary>Pictographs, symbols and hearts with what modifies them; smileys of signs as words of their own.</summary>
    [GeneratedRegex(@"(?<![ \t])[ \t]*(?:(?:\uD83C[\uDDE6-\uDFFF]|\uD83D[\uDC00-\uDEFF]|\uD83E[\uDD00-\uDDFF]|[\u2600-\u2604\u2607-\u2610\u2612-\u26FF\u2764])[\uFE0F\u200D\u20E3]*[ \t]*)+(?<![ \t])|(?:(?<=^|[.!?,])|(?<![ \t])[ \t]+)(?:[:;]['’]?-?[)(DPp]+|[xX]D(?![ \t]+\p{L})|<3(?![ \t]+\p{L})|\^\^)(?=[\s.,!?]|$)", RegexOptions.Multiline)]
    private static partial Regex Smiley();
}
