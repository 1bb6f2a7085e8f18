using System.Text.RegularExpressions;
using Assistant.Tools.Insight;
using Assistant.Tools.Style;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>Mends spaces, points, words that stand twice, and the capitals of sentences.</summary>
internal static partial class TidyText
{
    public static string Of(string text, string language)
    {
        var tidy = Spaces().Replace(text.Trim(), " ");
        // In French a space before them is right.
        tidy = BeforePoint().Replace(tidy, match => language == "fr" && match.ValueSpan[^1] is not (',' or '.') ? match.Value : match.Value.TrimStart());
        tidy = Twice().Replace(tidy, "$1");
        tidy = AfterPoint().Replace(tidy, " ");
        tidy = Lines().Replace(tidy, "\n\n");
        return SentenceStart().Replace(tidy, match => IsAsMeant(match.Groups["start"].Value) || Sentences.IsAbbreviation(match.Groups["word"].Value)
            ? match.Value
            : match.Groups["before"].Value + Prose.Capital(match.Groups["start"].Value));
    }

    /// <summary>"lg" is a closing, and eBay has its capital.</summary>
    private static bool IsAsMeant(string word) => SalutationWords.IsShortClosing(word) || word.Any(char.IsUpper);

    /// <summary>Not at the start of a line, where they say how deep it is, nor at its end.</summary>
    [GeneratedRegex(@"(?<=\S)[ \t]{2,}(?=\S)")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![ \t])[ \t]+(?:[,;!?](?=\s|$|\p{L})|\.(?=\s|$))")]
    private static partial Regex BeforePoint();

    /// <summary>Words that never stand twice; others may: "die, die", "nous nous", "had had".</summary>
    [GeneratedRegex(@"(?<!\p{Lu} )\b(the|an|to|of|and|or|with|und|oder|mit|für|ein|eine)[ \t]+\1\b(?![-\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();

    /// <summary>Not inside figures and abbreviations.</summary>
    [GeneratedRegex(@"(?<=\p{Ll}{3}[,;!?])(?=\p{L})")]
    private static partial Regex AfterPoint();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Lines();

    [GeneratedRegex(@"(?<before>(?<!\p{L})(?<word>\p{L}{4,})[.!?]\s)(?<start>\p{Ll}\p{L}*)")]
    private static partial Regex SentenceStart();
}
