using System.Text.RegularExpressions;
using Assistant.Tools.Style;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>Makes a text formal as far as single words can: greeting, closing, short forms, smileys, marks. The sentences, and "du", stay.</summary>
internal static partial class FormalText
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int LongestName = 40;

    private static readonly Dictionary<string, string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thx"] = "thank you",
        ["thanks"] = "thank you",
        ["asap"] = "as soon as possible",
        ["fyi"] = "for your information",
        ["btw"] = "by the way",
        ["pls"] = "please",
        ["plz"] = "please",
        ["imo"] = "in my opinion",
        ["gonna"] = "going to",
        ["wanna"] = "want to",
        ["yeah"] = "yes",
        ["yep"] = "yes",
        ["nope"] = "no",
        ["lmk"] = "let me know",
        ["tbd"] = "to be decided",
    };

    private static readonly Dictionary<string, string> German = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thx"] = "vielen Dank",
        ["asap"] = "so bald wie möglich",
        ["fyi"] = "zur Information",
        ["btw"] = "übrigens",
        ["vllt"] = "vielleicht",
        ["nix"] = "nichts",
        ["hab"] = "habe",
        ["gibt's"] = "gibt es",
        ["gibts"] = "gibt es",
        ["geht's"] = "geht es",
        ["gehts"] = "geht es",
        ["pls"] = "bitte",
        ["okay"] = "in Ordnung",
        ["nö"] = "nein",
    };

    public static string Of(string text, string language)
    {
        var letter = Letter.Of(text);
        var body = Smileys.Remove(letter.Body);
        body = Shouts().Replace(body, match => match.Value.Contains('?') ? "?" : ".");
        body = Words(body, language);
        return Greeting(Smileys.Remove(letter.Head), language) + body + Closing(letter.Tail, language, 0);
    }

    /// <summary>The closing in another tone, 0 for formal, 1 for friendly: what thanks goes on thanking.</summary>
    public static string Closing(string tail, string language, int tone)
    {
        var first = tail.Split('\n')[0];
        var line = tone == 0 ? Smileys.Remove(first) : first;
        var closing = SalutationWords.Closing(line).Closing?.TrimEnd('!');
        if (closing is null || PhraseBook.Of(language) is not { } book || Other(closing, book, language, tone) is not { } other)
            return line + tail[first.Length..];
        var at = line.IndexOf(closing, StringComparison.Ordinal) + closing.Length;
        var (name, rest) = (line[at..].Trim(' ', ',', '.', '!', '-', '–'), tail[first.Length..]);
        // German closings have no comma.
        var comma = language != "de" && line.AsSpan(at).TrimStart().StartsWith(",") ? "," : name.Length == 0 && language != "de" ? Shouts().Replace(line[at..].TrimEnd(), ".") : "";
        return other + comma + (name.Length > 0 ? "\n" + (tone == 0 ? Prose.Capital(name) : name) : "") + rest;
    }

    private static string? Other(string closing, PhraseBook book, string language, int tone) => tone switch
    {
        0 when ThanksWords().IsMatch(closing) => closing.ToLowerInvariant() switch { "thx" or "thanks" when language == "en" => "Thank you", "thx" or "danke" when language == "de" => "Vielen Dank", _ => null },
        _ when ThanksWords().IsMatch(closing) => null,
        0 => SalutationWords.IsFormal(closing) is false || Casual().IsMatch(closing) ? book.Closings[0][0] : null,
        _ => SalutationWords.IsFormal(closing) is false || book.Closings[1].Contains(closing) ? null : book.Closings[1][0],
    };

    private static string Greeting(string head, string language)
    {
        if (Hello().Match(head) is not { Success: true } match || match.Groups["who"].Length > LongestName)
            return head;
        var (who, end) = (match.Groups["who"].Value, match.Groups["end"].Value);
        var word = match.Groups["de"].Success ? "de" : match.Groups["fr"].Success ? "fr" : language;
        return word switch
        {
            "de" => $"Guten Tag{Named(who)}{(end.StartsWith('!') ? "!" : end)}",
            "fr" => $"Bonjour{Named(who)}{end}",
            "en" when who.Length == 0 => $"Hello{Comma(end)}",
            "en" => $"Dear {(Several().IsMatch(who) ? "all" : who)}{Comma(end)}",
            _ => head,
        };
    }

    private static string Named(string who) => who.Length > 0 ? " " + who : "";

    private static string Comma(string end) => end.Length > 0 ? "," : "";

    private static string Words(string text, string language) => language switch
    {
        "en" => Contracted().Replace(Is().Replace(Would().Replace(LetUs().Replace(Short(text, EnglishShort(), English), "$1et us"), "$1 would"), Being), LongForm),
        "de" => Short(text, GermanShort(), German),
        _ => text,
    };

    /// <summary>A capital where the sentence starts, whatever the short form had.</summary>
    private static string Short(string text, Regex pattern, Dictionary<string, string> words) => pattern.Replace(text, match =>
    {
        var before = text.AsSpan(0, match.Index).TrimEnd();
        var starts = char.IsUpper(match.Value[0]) && (before.Length == 0 || ".!?:".Contains(before[^1]) || text[match.Index - 1] == '\n');
        var spelled = words[match.Value.Replace('’', '\'')];
        return starts ? Prose.Capital(spelled) : spelled;
    });

    private static string Being(Match match) => $"{match.Groups["who"].Value} {(match.Groups["has"].Success ? "has" : "is")}";

    private static string LongForm(Match match)
    {
        var (who, asked) = (match.Groups["who"].Value, match.Groups["asked"].Value);
        return match.Groups["verb"].Value.Replace('’', '\'').ToLowerInvariant() switch
        {
            "'ll" => who + " will",
            "'m" => who + " am",
            "'re" => who + " are",
            "'ve" => who + " have",
            // "Don't you think" is "Do you not think".
            _ when asked.Length > 0 => $"{Whole(who)}{asked} not",
            _ when who.Equals("ca", StringComparison.OrdinalIgnoreCase) => who + "nnot",
            _ => Whole(who) + " not",
        };
    }

    private static string Whole(string verb) => verb.ToLowerInvariant() switch { "ca" => verb + "n", "wo" => verb[..1] + "ill", "sha" => verb + "ll", _ => verb };

    [GeneratedRegex(@"^(?:hi there|hi|hey there|hey|hiya|hello|howdy|(?<de>hallöchen|hallo|moin(?: moin)?|servus|na|liebe[rs]?(?! kolleg| alle| freund))|(?<fr>salut|coucou))\b(?:,?[ \t]+(?<who>[^,!:\n]+?))?[ \t]*(?<end>[,!:.]*)$", Options)]
    private static partial Regex Hello();

    [GeneratedRegex("^(?:all|everyone|everybody|folks|guys|both|there)$", Options)]
    private static partial Regex Several();

    [GeneratedRegex("thank|thx|danke?\\b|merci|gracias|grazie", Options)]
    private static partial Regex ThanksWords();

    /// <summary>Neither formal nor informal to a profile, and still not how a formal mail ends.</summary>
    [GeneratedRegex("^(?:best|all the best|warm(?:est)?(?: wishes)?|vg|bg|hg|br|mfg|gruß|grüße|(?:viele|schöne|sonnige) grüße|alles gute)$", Options)]
    private static partial Regex Casual();

    [GeneratedRegex(@"[!?]{2,}")]
    private static partial Regex Shouts();

    [GeneratedRegex(@"\b(?:thx|(?<!\b(?:many|with|my|our|no|of|the|and) )thanks(?! to\b| you\b| him\b| her\b| them\b)|asap|fyi|btw|pls|plz|imo|gonna|wanna|yeah|yep|nope|lmk|tbd)\b", Options)]
    private static partial Regex EnglishShort();

    [GeneratedRegex(@"\b(?:thx|asap|fyi|btw|vllt|nix|(?<=\bich )hab|gibt['’]?s|geht['’]?s|pls|okay|nö)\b", Options)]
    private static partial Regex GermanShort();

    [GeneratedRegex(@"\b(l)et['’]s\b", Options)]
    private static partial Regex LetUs();

    /// <summary>Before these it is no "had".</summary>
    [GeneratedRegex(@"\b(i|you|we|they|he|she|it)['’]d(?= (?:also |really |rather |still |like|love|prefer|be|appreciate|need|want|have|suggest|recommend|say|ask|go|come|do|make|see|take|get|hope)\b)", Options)]
    private static partial Regex Would();

    /// <summary>"It's been" is "it has been"; "he's asked" may be either, and "Ann's" neither.</summary>
    [GeneratedRegex(@"\b(?<who>it|that|there|here|what|he|she|who|where|how)['’]s\b(?:(?<has>(?= (?:already |also |still |just |now )?(?:been|got|had|become|gone)\b))|(?! (?:already |also |still |just |now )?(?:\p{L}+(?:ed|en)|done|made|sent|paid|said|left|lost|met|read|put|cut|seen|known|shown)\b))", Options)]
    private static partial Regex Is();

    [GeneratedRegex(@"\b(?<who>i|you|we|they)(?<verb>['’](?:ll|m|re|ve))\b|\b(?<who>he|she|it|that|there|who|this)(?<verb>['’]ll)\b|(?<=(?:^\s*|[.?!,;:]\s|\b(?:why|what|how|when|where)\s))\b(?<who>do|does|did|is|are|was|were|ca|wo|could|should|would|have|has|had|must|sha)(?<verb>n['’]t)(?<asked> (?:i|you|we|they|he|she|it))\b|\b(?<who>do|does|did|is|are|was|were|ca|wo|could|should|would|have|has|had|must|need|might|sha)(?<verb>n['’]t)\b", Options | RegexOptions.Multiline)]
    private static partial Regex Contracted();
}
