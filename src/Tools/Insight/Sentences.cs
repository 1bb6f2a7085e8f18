using System.Text.RegularExpressions;

namespace Assistant.Tools.Insight;

/// <summary>Cuts a text into sentences, and those into clauses: at commas and where another begins after "and".</summary>
internal static partial class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "prof", "mr", "mrs", "ms", "st", "no", "nr", "vs", "etc", "e.g", "i.e", "approx", "z.b", "d.h", "u.a", "bzw", "ca", "ggf", "evtl", "inkl", "str", "tel", "hr", "fr", "p.m", "a.m",
    };

    public static IEnumerable<Piece> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            if (Trimmed(text, start, i + 1) is { } piece)
                yield return piece;
            start = i + 1;
        }

        if (Trimmed(text, start, text.Length) is { } last)
            yield return last;
    }

    public static IEnumerable<Piece> Clauses(string text, Piece sentence)
    {
        var start = sentence.Start;
        foreach (Match cut in Cut().Matches(sentence.Of(text)))
        {
            var at = sentence.Start + cut.Index;
            if (Trimmed(text, start, at) is { } piece)
                yield return piece;
            start = at + cut.Length;
        }

        if (Trimmed(text, start, sentence.End) is { } last)
            yield return last;
    }

    public static bool IsQuestion(string sentence) => sentence.EndsWith('?') || sentence.EndsWith('؟') || sentence.EndsWith('？');

    /// <param name="word">Without its point.</param>
    public static bool IsAbbreviation(string word) => Abbreviations.Contains(word);

    private static bool Ends(string text, int i)
    {
        if (text[i] == '\n')
            return true;
        if (text[i] is not ('.' or '?' or '!' or ':' or '؟' or '？'))
            return false;
        if (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
            return false;
        // "Don't forget: …" goes on.
        if (text[i] == ':')
            return !Reminder().IsMatch(text[..i]) || text.AsSpan(i + 1).TrimStart(' ') is [] or ['\n', ..];
        if (text[i] != '.')
            return true;
        var word = i;
        while (word > 0 && !char.IsWhiteSpace(text[word - 1]))
            word--;
        var before = text[word..i];
        // "Dr. Weiss", "J. Petit", but not "vendor B."; "14. Mai" is a date where a word follows that can be none of a new sentence.
        if (Abbreviations.Contains(before) || (before.Length == 1 && char.IsLetter(before[0]) && !Lettered().IsMatch(text[..word])))
            return false;
        return !(DayOrDate().IsMatch(before) && Month().IsMatch(text.AsSpan(i + 1, Math.Min(12, text.Length - i - 1))));
    }

    private static Piece? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start ? new(start, end) : null;
    }

    [GeneratedRegex(@"^\s+((?-i:\p{Ll})|\d|jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<=^|[.!?\n]\s*)(please |and |bitte )?(don['’]t forget|do not forget|remember|remind(er)?|note|to do|todo|nicht vergessen|vergiss nicht|vergesst nicht|denk dran|denkt dran|bitte beachten|wichtig|important|urgent|dringend)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Reminder();

    /// <summary>A thing that a letter tells from others.</summary>
    [GeneratedRegex(@"\b(vendor|option|variant|variante|plan|group|gruppe|team|room|raum|section|point|punkt|part|teil|version|hall|halle|building|gebäude|gate|class|klasse|appendix|anhang|annex|offer|angebot)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"^\d{1,2}(\.\d{1,2})?$")]
    private static partial Regex DayOrDate();

    [GeneratedRegex(@"[,;]\s{1,9}(?!(und|and|or|oder)\s|\d{4})|,?\s{1,9}(?:and|und|but|aber)\s{1,9}")]
    private static partial Regex Cut();
}
