using System.Text.RegularExpressions;

namespace Assistant.Tools.Writing.Wishes;

/// <summary>Turns what is said of somebody into what they are told: "whether it suits her" is "whether it suits you" in a mail to her.</summary>
internal static partial class Readdress
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Verbs whose stem changes, by their third person: with Sie, with du.</summary>
    private static readonly Dictionary<string, (string Sie, string Du)> Verbs =
        ("hat haben hast, ist sind bist, kann können kannst, will wollen willst, muss müssen musst, darf dürfen darfst, möchte möchten möchtest, mag mögen magst, wird werden wirst, weiß wissen weißt, "
        + "soll sollen sollst, war waren warst, hätte hätten hättest, könnte könnten könntest, würde würden würdest, wäre wären wärst, nimmt nehmen nimmst, gibt geben gibst, sieht sehen siehst, "
        + "spricht sprechen sprichst, hilft helfen hilfst, trifft treffen triffst, liest lesen liest, fährt fahren fährst, hält halten hältst, lässt lassen lässt, schläft schlafen schläfst, "
        + "wollte wollten wolltest, sollte sollten solltest, konnte konnten konntest, musste mussten musstest, durfte durften durftest, hatte hatten hattest, wurde wurden wurdest, "
        + "vergisst vergessen vergisst, empfiehlt empfehlen empfiehlst")
        .Split(", ").Select(row => row.Split(' ')).ToDictionary(forms => forms[0], forms => (forms[1], forms[2]), StringComparer.Ordinal);

    /// <param name="words">Such as "whether she has time".</param>
    /// <param name="language">Of the words.</param>
    /// <param name="isFormal">For German.</param>
    /// <param name="whom">Whose pronouns are the reader's; behind somebody else's name they are left, as they may be theirs.</param>
    public static string Of(string words, string language, bool isFormal, Whom whom)
    {
        var end = Others(words, language) ?? words.Length;
        return Turned(words[..end], language, isFormal, whom) + words[end..];
    }

    private static string Turned(string words, string language, bool isFormal, Whom whom) => (language, whom) switch
    {
        (_, Whom.Unknown) => words,
        ("en", _) => Capital().Replace(Possessive().Replace(Object().Replace(Subject().Replace(words, match => Is(match, whom) ? Second(match) : match.Value), match => Is(match, whom) && (whom == Whom.They || !match.Groups["they"].Success) ? "you" : match.Value), match => !Is(match, whom) ? match.Value : match.Groups["alone"].Success ? "yours" : "your"), "I"),
        ("de", _) => InGerman(words, isFormal, whom),
        _ => words,
    };

    /// <summary>A pronoun in it that could be the reader or somebody else; null where there is none.</summary>
    public static string? SomebodyElse(string words, string language, Whom whom)
    {
        var match = whom == Whom.Unknown ? Third().Match(words)
            : Others(words, language) is { } other ? AnyThird().Matches(words, other).FirstOrDefault(match => Is(match, whom)) ?? Match.Empty
            : language != "de" ? Match.Empty
            : whom == Whom.He ? Him().Match(words) : whom is Whom.She or Whom.They ? Her().Match(words) : Match.Empty;
        return match.Success ? match.Value : null;
    }

    /// <summary>Where somebody else is named, of whom the pronouns behind may speak.</summary>
    private static int? Others(string words, string language)
    {
        foreach (Match match in (language == "de" ? GermanPerson() : Person()).Matches(words))
        {
            // In German every noun has a capital.
            if (match.Groups["kin"].Success || (language == "de" ? GivenNames.IsFeminine(match.Value) is not null : !NoPerson().IsMatch(match.Value)))
                return match.Index + match.Length;
        }

        return null;
    }

    /// <summary>Clause by clause; one behind "und" that goes on with the same subject, or the same verb, goes on as the one before.</summary>
    private static string InGerman(string words, bool isFormal, Whom whom)
    {
        var pieces = Joint().Split(words);
        for (var i = 0; i < pieces.Length; i += 2)
        {
            var given = pieces[i];
            pieces[i] = German(given, isFormal, whom);
            if (i > 0 && pieces[i] == given && VerbLast().Match(pieces[i - 2]) is { Success: false } && GoesOn().IsMatch(given) && !OfWriter().IsMatch(given) && pieces[i - 1].Contains("und", StringComparison.Ordinal) && TurnedBefore().IsMatch(pieces[i - 2]))
                pieces[i] = Supplied(given, isFormal, whom);
        }

        return string.Concat(pieces);
    }

    /// <summary>"er es abholen muss", "mich anruft" behind "dass Sie …".</summary>
    private static string Supplied(string piece, bool isFormal, Whom whom)
    {
        var hasSubject = OwnSubject().IsMatch(piece);
        var whole = German(hasSubject ? "dass " + piece : "dass " + (whom == Whom.She || whom == Whom.They ? "sie " : "er ") + piece, isFormal, whom);
        var start = hasSubject ? "dass " : isFormal ? "dass Sie " : "dass du ";
        return whole.StartsWith(start, StringComparison.Ordinal) ? whole[start.Length..] : piece;
    }

    /// <summary>"ob sie Zeit hat" is "ob Sie Zeit haben" or "ob du Zeit hast"; what has no known verb is left.</summary>
    private static string German(string clause, bool isFormal, Whom whom)
    {
        var words = GermanDative().Replace(clause, match => Is(match, whom) ? isFormal ? "Ihnen" : "dir" : match.Value);
        words = GermanPossessive().Replace(words, match => Is(match, whom) ? (isFormal ? "Ihr" : "dein") + match.Groups["end"].Value : match.Value);
        // "sie ist kalt" may be a thing, unless the wish says that she is the reader.
        foreach (var pattern in whom == Whom.Anybody ? new[] { VerbLast() } : [VerbLast(), VerbSecond()])
        {
            if (pattern.Match(words) is not { Success: true } match || !Is(match, whom))
                continue;
            var verb = match.Groups["verb"];
            var (polite, familiar) = Verbs.TryGetValue(verb.Value, out var known) ? known
                : verb.Value.EndsWith("et", StringComparison.Ordinal) ? (verb.Value[..^2] + "en", verb.Value[..^1] + "st")
                : verb.Value.EndsWith('t') ? (verb.Value[..^1] + "en", verb.Value[..^1] + "st")
                : verb.Value.EndsWith("en", StringComparison.Ordinal) && match.Groups["they"].Success ? (verb.Value, verb.Value[..^2] + "st")
                : (null, null);
            // "du brauchst dich" or "dir": the verb decides, and it is not known here.
            if (polite is null || (!isFormal && Reflexive().IsMatch(words)))
                return words;
            var subject = match.Groups["subject"];
            return string.Concat(words.AsSpan(0, subject.Index), isFormal ? "Sie" : "du", words.AsSpan(subject.Index + subject.Length, verb.Index - subject.Index - subject.Length), isFormal ? polite : familiar)
                + words[(verb.Index + verb.Length)..];
        }

        return words;
    }

    private static bool Is(Match match, Whom whom) =>
        whom == Whom.Anybody
        || (whom == Whom.He && match.Groups["he"].Success)
        || (whom == Whom.She && match.Groups["she"].Success)
        || (whom == Whom.They && match.Groups["they"].Success);

    private static string Second(Match match)
    {
        var (adverb, verb) = (match.Groups["adverb"].Value, match.Groups["verb"].Value.ToLowerInvariant().Replace('’', '\''));
        return $"you{adverb}" + verb switch
        {
            "" => match.Groups["short"].Value.ToLowerInvariant() switch { "'s" when match.Groups["done"].Success => "'ve", "'s" or "'re" => "'re", var other => other },
            "is" => " are",
            "isn't" => " aren't",
            "has" => " have",
            "hasn't" => " haven't",
            "was" => " were",
            "wasn't" => " weren't",
            "does" => " do",
            "doesn't" => " don't",
            _ when verb.EndsWith("ies", StringComparison.Ordinal) => $" {verb[..^3]}y",
            _ when verb.EndsWith("shes", StringComparison.Ordinal) || verb.EndsWith("ches", StringComparison.Ordinal) || verb.EndsWith("sses", StringComparison.Ordinal) || verb == "goes" => $" {verb[..^2]}",
            _ when verb.EndsWith('s') && !verb.EndsWith("ss", StringComparison.Ordinal) => $" {verb[..^1]}",
            _ => $" {verb}",
        };
    }

    [GeneratedRegex(@"\b(?:(?<he>he)|(?<she>she)|(?<they>they))(?:(?<short>'(?:s|re|ve|d|ll))(?<done>(?=\s+(?:\p{L}+\s+)?(?:been|got|had|done|\p{L}+ed)\b))?|(?<adverb>\s+(?:still|also|really|never|always|only|already|just|now|ever))?(?:\s+(?<verb>\p{L}+?n['’]t|\p{L}+))?)(?![\p{L}])", Options)]
    private static partial Regex Subject();

    /// <summary>"her" before a noun is a possessive.</summary>
    [GeneratedRegex(@"\b(?:(?<he>him)|(?<they>them)|(?<she>her))\b(?=\W*$|\s*[,;.!?]|\s+(?:to|at|on|in|for|if|when|and|or|by|with|about|that|better|well|too|next|this|some|any|a|an|the|know|again|soon|before|after|until|from|as|how|what|who|why|where|whether|because|but|my|our|we|i|up|out|off|back|over|down|away|along|around)\b)", Options)]
    private static partial Regex Object();

    [GeneratedRegex(@"\b(?:(?<he>his)|(?<she>her|(?<alone>hers))|(?<they>their|(?<alone>theirs)))\b", Options)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?<kin>(?:my|our|the|a|his|her|their) (?:son|daughter|wife|husband|mother|father|mum|mom|dad|boss|brother|sister|friend|partner|colleague|child|kid|baby|client|customer|manager|lawyer|doctor|neighbou?r|teacher)s?)\b|\b(?-i:\p{Lu})\p{L}+", Options)]
    private static partial Regex Person();

    [GeneratedRegex("^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|english|german|french|i['’]|the|we|you|it|there|this|that|if|our|my|your|please|what|when|where|how|he|she|they|her|his|their)", Options)]
    private static partial Regex NoPerson();

    [GeneratedRegex(@"\b(?<kin>(?:mein|unser|der|die|ein|ihr|sein)(?:e[rmns]?)? (?:sohn|tochter|frau|mann|mutter|vater|bruder|schwester|freund|freundin|kollegin|kollege|kollegen|chef|chefin|kind|baby|hund|partner|partnerin|kunde|kundin|anwalt|arzt|ärztin|nachbar|nachbarin|lehrer|lehrerin))\b|\b(?-i:\p{Lu})\p{L}+", Options)]
    private static partial Regex GermanPerson();

    [GeneratedRegex(@"\b(?:(?<he>he|him|his|er|ihm|ihn|sein(?:e[rmns]?)?)|(?<she>(?<they>sie|ihr(?:e[rmns]?)?))|(?<she>she|her)|(?<they>they|them|their|ihnen))\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyThird();

    [GeneratedRegex(@"\b(?:he|she|him|er|ihm|ihn)\b|^(?:they|sie)\b|(?<=\bif )they\b|(?<=\b(?:wenn|falls) )sie\b", Options)]
    private static partial Regex Third();

    [GeneratedRegex(@"\bi\b(?!\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\bsich\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reflexive();

    [GeneratedRegex(@"\b(?:sie|ihre[rmns]?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Her();

    /// <summary>A thing of masculine gender, too.</summary>
    [GeneratedRegex(@"\b(?:ihn|er)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Him();

    [GeneratedRegex(@"(,\s+|\s+und\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:er|sie|mich|mir|uns)\s|\b(?:soll|muss|kann|will|darf)$", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(?:ich|wir|du|man)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfWriter();

    [GeneratedRegex(@"^(?:er|sie)\s", RegexOptions.CultureInvariant)]
    private static partial Regex OwnSubject();

    [GeneratedRegex(@"^(?:dass|ob|wann|wo|wie|was|warum)\b.*\b(?:Sie|du|Ihr\w*|dein\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedBefore();

    [GeneratedRegex(@"^(?:(?:dass|ob|wann|wo|wie|was|warum|wer|wem|wen|welche\w*(?:\s+\p{L}+)?|weil|wenn|falls|sobald)\s+)(?<subject>(?<she>(?<they>sie))|(?<he>er))\b(?:\s(?:.*\s)?)(?<verb>\p{L}+)$", RegexOptions.CultureInvariant)]
    private static partial Regex VerbLast();

    [GeneratedRegex(@"^(?<subject>(?<she>(?<they>[sS]ie))|(?<he>[eE]r))\s+(?<verb>\p{L}+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex VerbSecond();

    /// <summary>"ihr" is a possessive, too: a dative where no noun follows, or the verb wants one.</summary>
    [GeneratedRegex(@"\b(?:(?<he>ihm)|(?<they>ihnen)|(?<she>ihr)(?=\W*$|\s+(?:das|die|den|der|dem|eine?\w*|meine?\w*|unsere?\w*|am|im|ins|in|ans|an|auf|mit|vor|von|nach|für|bei|nicht|noch|gern|schon|bitte|es|dabei|recht|zu|zum|zur)\b|\s.*\b(?:passt|passen|gefällt|gefallen|hilft|helfen|fehlt|fehlen|gehört|reicht)\W*$))\b", RegexOptions.CultureInvariant)]
    private static partial Regex GermanDative();

    /// <summary>Before a noun, with or without an adjective.</summary>
    [GeneratedRegex(@"\b(?:(?<she>(?<they>ihr))|(?<he>sein))(?<end>e[rmns]?)?\b(?=\s+(?:\p{Ll}+e[nrms]?\s+)?\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex GermanPossessive();
}
