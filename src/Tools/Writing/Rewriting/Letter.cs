using System.Text.RegularExpressions;
using Assistant.Tools.Insight;
using Assistant.Tools.Style;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>The parts of a mail's text, which together are the text.</summary>
/// <param name="Head">Its greeting; may be empty.</param>
/// <param name="Body">What it says, with the space around it.</param>
/// <param name="Tail">From the closing on; may be empty.</param>
internal sealed partial record Letter(string Head, string Body, string Tail)
{
    private const int LongestEnding = 40;
    private const int MostLines = 6;

    public override string ToString() => Head + Body + Tail;

    public static Letter Of(string text)
    {
        var head = SalutationWords.GreetingEnd(text.Split('\n')[0]);
        var tail = Math.Max(head, TailOf(text));
        return new(text[..head], text[head..tail], text[tail..]);
    }

    /// <summary>Where the closing starts. Below it are only names and what is left alone.</summary>
    private static int TailOf(string text)
    {
        var seen = 0;
        for (var end = text.Length; end > 0;)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var line = text[start..end].Trim();
            if (line.Length > 0 && !line.All(LeftAlone.IsMark))
            {
                if (IsClosing(line))
                    return start;
                if (InLine(text[start..end]) is { } at)
                    return start + at;
                if (line.Length > LongestEnding || line.EndsWith('?') || ++seen == MostLines)
                    break;
            }

            end = start - 1;
        }

        return text.Length;
    }

    /// <summary>"Dein Vorschlag passt." and "See you Monday!" are sentences: behind a closing stand at most a few words that can be a name.</summary>
    private static bool IsClosing(string line) =>
        SalutationWords.Closing(Smileys.Remove(line)).Closing is { } closing
        && line[(line.IndexOf(closing, StringComparison.Ordinal) is >= 0 and var at ? at + closing.Length : 0)..].Trim(' ', ',', '-', '–') is var rest
        && (rest.Trim('.', '!').Length == 0 || (!rest.EndsWith('.') && !rest.EndsWith('!') && NameLike().IsMatch(rest)));

    /// <summary>"… by Friday? Thx, ada", and without a point before it "… by Friday lg ada".</summary>
    private static int? InLine(string line)
    {
        if (Sentences.Of(line).LastOrDefault() is { Start: > 0 } last && IsClosing(last.Of(line)))
            return last.Start;
        return ShortEnding().Match(line) is { Success: true } match ? match.Index : null;
    }

    [GeneratedRegex(@"^(?!(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|tomorrow)\b)\p{L}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}$")]
    private static partial Regex NameLike();

    [GeneratedRegex(@"(?<=\S[ \t]+)(?-i:lg|vg|mfg|bg|hg|thx)\b,?(?:[ \t]+\p{L}+)?[ \t]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortEnding();
}
