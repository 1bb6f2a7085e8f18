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
        "de" => German(Dative().Replace(words, isFormal ? "Ihnen" : "dir"), isFormal),
        _ => words,
    };

    /// <summary>Verbs whose stem changes, by their third person: with Sie, with du.</summary>
    private static readonly Dictionary<string, (string Sie, string Du)> Verbs =
        ("hat haben hast, ist sind bist, kann können kannst, will wollen willst, muss müssen musst, darf dürfen darfst, möchte möchten möchtest, mag mögen magst, wird werden wirst, weiß wissen weißt, "
        + "soll sollen sollst, war waren warst, hätte hätten hättest, könnte könnten könntest, würde würden würdest, wäre wären wärst, nimmt nehmen nimmst, gibt geben gibst, sieht sehen siehst, "
        + "spricht sprechen sprichst, hilft helfen hilfst, trifft treffen triffst, liest lesen liest, fährt fahren fährst, hält halten hältst, lässt lassen lässt, schläft schlafen schläfst, "
        + "vergisst vergessen vergisst, empfiehlt empfehlen empfiehlst")
        .Split(", ").Select(row => row.Split(' ')).ToDictionary(forms => forms[0], forms => (forms[1], forms[2]), StringComparer.Ordinal);

    /// <summary>"ob sie Zeit hat" is "ob Sie Zeit haben" or "ob du Zeit hast"; what ends with no known verb is left.</summary>
    private static string German(string words, bool isFormal)
    {
        if (Clause().Match(words) is not { Success: true } clause)
            return words;
        var verb = clause.Groups["verb"].Value;
        var (polite, familiar) = Verbs.TryGetValue(verb, out var known) ? known
            : verb.EndsWith("et", StringComparison.Ordinal) ? (verb[..^2] + "en", verb[..^1] + "st")
            : verb.EndsWith('t') ? (verb[..^1] + "en", verb[..^1] + "st")
            : (null, null);
        return polite is null ? words : $"{clause.Groups["start"].Value}{(isFormal ? "Sie" : "du")}{clause.Groups["middle"].Value}{(isFormal ? polite : familiar)}";
    }

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

    [GeneratedRegex(@"^(?<start>(?:ob|wann|wo|wie|was|warum|wer|welche\w*(?:\s+\p{L}+)?)\s+)(?:sie|er)\b(?<middle>\s(?:.*\s)?)(?<verb>\p{L}+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(?:ihm|ihr|ihnen)\b(?=\s+(?:\p{L}+\s+){0,4}\p{L}*(?:t|en)\b\W*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Dative();
}
