using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Style;

/// <summary>How mails begin and end in the languages that are known, and how formal that is.</summary>
internal static partial class SalutationWords
{
    public const string First = "{first}";
    public const string Last = "{last}";
    public const string Full = "{full}";
    private const int LongestLine = 70;
    private const int LongestSignature = 400;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly HashSet<string> Everybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "all", "everyone", "everybody", "team", "folks", "there", "both", "zusammen", "alle", "tous", "toutes", "todos", "todas", "tutti", "allemaal", "sir", "madam", "sirs", "damen", "herren", "und", "and", "or", "et",
        "colleagues", "kollegen", "kolleginnen", "friends", "freunde",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "frau", "herr", "herrn", "monsieur", "madame", "señor", "señora", "sr", "sra", "signor", "signora",
        "hr", "fr", "mme", "mlle", "mag", "dr-ing", "dr.-ing", "dipl.-ing", "familie", "family",
    };

    /// <summary>Behind "Dr."; anywhere else they may be names, such as Nat.</summary>
    private static readonly HashSet<string> Faculties = new(StringComparer.Ordinal) { "med", "phil", "rer", "nat", "jur", "iur", "ing", "h.c", "habil", "dent", "vet", "pol", "oec", "theol" };

    /// <summary>Behind a name.</summary>
    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal) { "MBA", "PhD", "Ph.D", "MSc", "M.Sc", "BSc", "B.Sc", "MD", "M.A", "B.A", "LL.M", "Jr" };

    /// <summary>The first line as a pattern with placeholders for the recipient's names; null where it is no greeting.</summary>
    /// <remarks>A name that is not the recipient's, such as a pet name, becomes <see cref="First"/> too: a profile holds nobody's name.</remarks>
    public static string? Greeting(string text, MailAddress? recipient)
    {
        var (first, last) = Names(recipient);
        return GreetingLine(text, first) is { } line ? Pattern(line, first, last) : null;
    }

    /// <summary>The first line where it is a greeting, up to its comma; null where it is none.</summary>
    public static string? GreetingAsWritten(string text, MailAddress? recipient) => GreetingLine(text, Names(recipient).First) is { } line ? Punctuated(line) : null;

    private static string? GreetingLine(string text, string first)
    {
        var line = Lines(text).FirstOrDefault() ?? "";
        if (line.Length is 0 or > LongestLine)
            return null;
        if (!Opening().IsMatch(line) && !(first.Length > 0 && line.TrimEnd(',', '!', ':', ' ', '-', '–').Equals(first, StringComparison.OrdinalIgnoreCase)))
            return null;
        // A greeting that goes on in the same line: "Hi Carl, thanks for …".
        if (InLine().Match(line) is { Success: true } cut)
            return line[..(cut.Index + 1)];
        return !",!:–-.".Contains(line[^1], StringComparison.Ordinal) && line.Split(' ').Length > 5 ? null : line;
    }

    /// <summary>How much of the beginning of a line is a greeting, which a sentence may follow; 0 where there is none.</summary>
    public static int GreetingEnd(string line)
    {
        var end = InLine().Match(line) is { Success: true } cut ? cut.Index + 1 : line.Length;
        return Greeting(line[..end], null) is null ? 0 : end;
    }

    /// <summary>Only words that greetings are made of, and placeholders: nothing that could be a pet name.</summary>
    public static bool IsPlainGreeting(string pattern) =>
        Opening().Replace(pattern, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '!', ':', '.', '-', '–'))
            .All(word => word.Length == 0 || word is First or Last or Full || Everybody.Contains(word) || Titles.Contains(word) || Opening().IsMatch(word) || GreetingWord().IsMatch(word));

    /// <summary>The closing line without its comma, and the name below it; null where there is none.</summary>
    public static (string? Closing, string? Name) Closing(string text)
    {
        var lines = Lines(BeforeSignature(text)).ToList();
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - 6); i--)
        {
            if (Farewell().Match(lines[i]) is not { Success: true } match)
                continue;
            var rest = lines[i][match.Length..].Trim(' ', ',', '-', '–');
            var name = rest.Length > 0 ? rest : i + 1 < lines.Count ? lines[i + 1] : null;
            // "Thanks for the report" is a sentence.
            if (rest.Length > 0 && (rest.Split(' ').Length > 3 || !(char.IsUpper(rest[0]) || IsSmallName(match.Value, rest))))
                continue;
            return (match.Value.TrimEnd(' ', ',', '.', '–', '-'), name is { Length: <= 40 } && name.Split(' ').Length <= 4 && name.All(letter => char.IsLetter(letter) || letter is ' ' or '.' or '-' or '\'') ? name : null);
        }

        return (null, null);
    }

    /// <summary>Those who write "lg" or "thx" write their name small too.</summary>
    public static bool IsShortClosing(string closing) => ShortFarewell().IsMatch(closing);

    private static bool IsSmallName(string closing, string rest) => IsShortClosing(closing) && rest.All(char.IsLetter);

    /// <summary>Of a greeting or closing by itself: true for formal, false for informal, null for what goes with both.</summary>
    public static bool? IsFormal(string? words) => words is null ? null : Formal().IsMatch(words) ? true : Informal().IsMatch(words) ? false : null;

    /// <summary>How the reader is addressed in languages that have two ways: <c>du</c> or <c>Sie</c>, <c>tu</c> or <c>vous</c>, <c>tú</c> or <c>usted</c>; else null.</summary>
    public static string? Address(string text, string? language) => language switch
    {
        "de" => Pick(GermanDu().Count(text), "du", GermanSie().Count(text), "Sie"),
        "fr" => Pick(FrenchTu().Count(text), "tu", FrenchVous().Count(text), "vous"),
        "es" => Pick(SpanishTu().Count(text), "tú", SpanishUsted().Count(text), "usted"),
        _ => null,
    };

    /// <summary>First and last name as far as the display name tells; both empty where it does not. Of "Herr Schulze" there is only the last.</summary>
    public static (string First, string Last) Names(MailAddress? person)
    {
        var name = person?.Name.Trim() ?? "";
        if (name.Contains('@', StringComparison.Ordinal))
            return ("", "");
        // "Schulze, Dr. Peter" is turned round; "Peter Schulze, MBA" is in order.
        var parts = name.Split(',').Select(Untitled).Where(part => part.Words.Count > 0).ToList();
        List<string> words = [.. parts.Skip(1).SelectMany(part => part.Words), .. parts.Take(1).SelectMany(part => part.Words)];
        return words switch
        {
            [] => ("", ""),
            [var only] => parts[0].HasTitle ? ("", only) : (only, ""),
            _ => (words[0], words[^1]),
        };
    }

    private static (bool HasTitle, List<string> Words) Untitled(string text)
    {
        var (hasTitle, words) = (false, new List<string>());
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.TrimEnd('.');
            if (Titles.Contains(bare))
                hasTitle = true;
            else if (word.Any(char.IsLetter) && !Degrees.Contains(bare) && !(hasTitle && Faculties.Contains(bare)))
                words.Add(word);
        }

        return (hasTitle, words);
    }

    public static string BeforeSignature(string text) => Split(text).Before;

    /// <summary>The lines behind the separator (RFC 3676 §4.3) as one; null where there are none, or too many.</summary>
    public static string? Signature(string text) => Split(text).Signature is { Length: > 0 and < LongestSignature } signature ? string.Join(", ", Lines(signature)) : null;

    private static (string Before, string Signature) Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var at = SignatureStart().Match(lines);
        return at.Success ? (lines[..at.Index], lines[(at.Index + at.Length)..]) : (text, "");
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string Pattern(string line, string first, string last)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var core = words[i].TrimEnd(',', '!', ':', '.', '-', '–');
            if (core.Length == 0)
                continue;
            var tail = words[i][core.Length..];
            if (first.Length > 0 && core.Equals(first, StringComparison.OrdinalIgnoreCase))
                words[i] = First + tail;
            else if (last.Length > 0 && core.Equals(last, StringComparison.OrdinalIgnoreCase))
                words[i] = Last + tail;
            else if (i > 0 && char.IsUpper(core[0]) && !Opening().IsMatch(core) && !Everybody.Contains(core) && !Titles.Contains(core) && !GreetingWord().IsMatch(core))
                words[i] = (Titles.Contains(words[i - 1].TrimEnd('.')) ? Last : First) + tail;
        }

        var pattern = string.Join(' ', words).Replace($"{First} {Last}", Full, StringComparison.Ordinal).Replace($"{First} {First}", First, StringComparison.Ordinal);
        return Punctuated(pattern);
    }

    private static string Punctuated(string line) => line.TrimEnd(',', '!', ':', ' ', '-', '–') + (line.EndsWith('!') ? "!" : ",");

    private static string? Pick(int familiar, string one, int polite, string other) => familiar == polite ? null : familiar > polite ? one : other;

    [GeneratedRegex(
        @"^(hi|hello|hey|dear|good (morning|afternoon|evening|day)|greetings|hiya|morning|hallo|hallöchen|liebe[rs]?|sehr geehrte[rs]?|geehrte[rs]?|guten (tag|morgen|abend)|moin|servus|grüß (dich|gott|sie)|grüezi|na"
        + @"|bonjour|bonsoir|salut|coucou|madame|monsieur|mesdames|messieurs|ch[eè]re?s?|hola|estimad[oa]s?|querid[oa]s?|buenos días|buenas tardes|ciao|buongiorno|caro|cara|gentile|olá|prezad[oa]|beste|geachte|hoi|dzień dobry|cześć|szanown\w+)\b",
        Options)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(hi|hello|hey|dear|good|morning|afternoon|evening|hallo|liebe[rs]?|sehr|geehrte[rs]?|guten|tag|morgen|abend|moin|grüß|gott|bonjour|salut|chère?s?|cher|hola|días|tardes)$", Options)]
    private static partial Regex GreetingWord();

    [GeneratedRegex(@"\n-- ?\n")]
    private static partial Regex SignatureStart();

    /// <summary>Where a greeting ends inside a line.</summary>
    [GeneratedRegex(@"[,!](?=\s+\p{L})")]
    private static partial Regex InLine();

    [GeneratedRegex(
        @"^((with )?(best|kind|kindest|warm|warmest)( regards| wishes)?|regards|cheers|many thanks|thanks( a lot| again| so much)?|thank you( very much)?|thx|sincerely( yours)?|yours( sincerely| faithfully| truly)?|respectfully|all the best|take care|talk soon|see you( soon)?|love|hugs|xoxo|bye"
        + @"|mit (freundlichen|besten|herzlichen|lieben|vielen) grüßen|(viele|liebe|beste|schöne|herzliche|freundliche|sonnige) grüße|gruß|grüße|lg|vg|mfg|bg|hg|br|hochachtungsvoll|herzlichst|danke( dir| dir sehr| schön| sehr)?|vielen dank|besten dank|bis (dann|bald|morgen|später)|alles (gute|liebe)|tschüss|dein[e]?|ihr[e]?"
        + @"|(bien )?cordialement|bien à (vous|toi)|à bientôt|bises|bisous|amicalement|sincères salutations|meilleures salutations|merci( beaucoup)?|saludos( cordiales)?|un (saludo|abrazo)|atentamente|gracias|cordiali saluti|saluti|un abbraccio|grazie|obrigad[oa]|abraços|atenciosamente|met vriendelijke groet(en)?|groet(en|jes)?|bedankt|pozdrawiam|z poważaniem)(?=$|[\s,!.–-])[,!.]*",
        Options)]
    private static partial Regex Farewell();

    [GeneratedRegex(@"^(lg|vg|mfg|bg|hg|br|thx|cheers|gruß|grüße)\b[,!.]*$", Options)]
    private static partial Regex ShortFarewell();

    [GeneratedRegex(@"\b(dear|sehr geehrte[rs]?|geehrte[rs]?|guten tag|sincerely|faithfully|respectfully|kind(est)? regards|mit freundlichen grüßen|freundliche grüße|hochachtungsvoll|mfg|monsieur|madame|estimad\w+|usted|cordialement|salutations|atentamente|bonjour (madame|monsieur))\b", Options)]
    private static partial Regex Formal();

    [GeneratedRegex(@"\b(hi|hey|hiya|cheers|love|hugs|xoxo|thx|take care|talk soon|bye|hallo|liebe[rs]?|moin|servus|na|liebe grüße|lg|tschüss|dein|deine|alles liebe|bis dann|bis bald|salut|coucou|bises|bisous|hola|un abrazo|ciao|à bientôt|hoi|groetjes)\b", Options)]
    private static partial Regex Informal();

    [GeneratedRegex(@"\b(du|dich|dir|dein(e[rmns]?)?|euch|eu(er|re)\w*|(?<!\p{L})ihr (seid|habt|könnt))\b", Options)]
    private static partial Regex GermanDu();

    /// <summary>Not at the start of a sentence, where "she" and "they" have a capital too.</summary>
    [GeneratedRegex(@"(?<![.!?:\n]\s*|^\s*)\b(Sie|Ihnen|Ihr(e[rmns]?)?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GermanSie();

    [GeneratedRegex(@"\b(tu|te|toi|ton|ta|tes|t')\b", Options)]
    private static partial Regex FrenchTu();

    [GeneratedRegex(@"\b(vous|votre|vos)\b", Options)]
    private static partial Regex FrenchVous();

    [GeneratedRegex(@"\b(tú|te|ti|tu|tus|contigo)\b", Options)]
    private static partial Regex SpanishTu();

    [GeneratedRegex(@"\b(usted|ustedes|le|su|sus)\b", Options)]
    private static partial Regex SpanishUsted();
}
