using System.Text.RegularExpressions;

namespace Assistant.Tools.Writing;

/// <summary>Turns what is asked about somebody into what they are asked: "whether it suits her" is "whether it suits you" in a mail to her.</summary>
internal static partial class Readdress
{
    /// <param name="words">After "ask her", such as "whether she has time".</param>
    /// <param name="language">Of the words.</param>
    /// <param name="isFormal">For German.</param>
    public static string Of(string words, string language, bool isFormal) => language switch
    {
        "en" => Possessive().Replace(Object().Replace(Subject().Replace(words, Second), "you"), "your"),
        "de" => Dative().Replace(words, isFormal ? "Ihnen" : "dir"),
        _ => words,
    };

    private static string Second(Match match) => match.Groups["verb"].Value.ToLowerInvariant() switch
    {
        "" => "you",
        "is" => "you are",
        "has" => "you have",
        "was" => "you were",
        "does" => "you do",
        var verb when verb.EndsWith("ies", StringComparison.Ordinal) => $"you {verb[..^3]}y",
        var verb when verb.EndsWith("shes", StringComparison.Ordinal) || verb.EndsWith("ches", StringComparison.Ordinal) || verb.EndsWith("sses", StringComparison.Ordinal) || verb == "goes" => $"you {verb[..^2]}",
        var verb when verb.EndsWith('s') && !verb.EndsWith("ss", StringComparison.Ordinal) => $"you {verb[..^1]}",
        var verb => $"you {verb}",
    };

    [GeneratedRegex(@"\b(?:he|she|they)(?: (?<verb>\p{L}+))?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    /// <summary>"her" before a noun is a possessive.</summary>
    [GeneratedRegex(@"\b(?:him|them|her)\b(?=\W*$|\s+(?:to|at|on|in|for|if|when|and|or|by|with|about|that|better|well|too|next|this)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    [GeneratedRegex(@"\b(?:his|her|their)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?:ihm|ihr|ihnen)\b(?=\s+(?:\p{L}+\s+){0,4}\p{L}*(?:t|en)\b\W*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Dative();
}
