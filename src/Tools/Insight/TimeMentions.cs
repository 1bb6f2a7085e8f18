using System.Text.RegularExpressions;
using Assistant.Tools.Time.Words;
using NodaTime;

namespace Assistant.Tools.Insight;

/// <summary>Words of a text that say when.</summary>
/// <param name="Where">In the text, without what stands before them.</param>
/// <param name="At">The instant; of a day or a span, its last moment.</param>
/// <param name="IsDay">Only a day was said, or several.</param>
/// <param name="IsDeadline">What stands before them says until when.</param>
/// <param name="IsFrom">What stands before them says from when.</param>
internal sealed record TimeMention(Piece Where, ZonedDateTime At, bool IsDay, bool IsDeadline, bool IsFrom);

/// <summary>Finds them, and what they mean for somebody who wrote them at a moment.</summary>
internal static partial class TimeMentions
{
    private const int MostWords = 6;

    /// <summary>Characters before a time that say what it is for.</summary>
    private const int Near = 60;

    public static IReadOnlyList<TimeMention> In(string text, Piece where, ZonedDateTime written)
    {
        var words = Word().Matches(where.Of(text)).Select(match => new Piece(where.Start + match.Index, where.Start + match.Index + match.Length)).ToList();
        var found = new List<TimeMention>();
        for (var i = 0; i < words.Count;)
        {
            var taken = 0;
            if (Fixed(text, words, i, written) is var (fixedWords, fixedAt, isFixedDay))
            {
                found.Add(Mention(text, where, words, i, fixedWords, fixedAt, isFixedDay, always: IsAtOnce(text, words[i])));
                taken = fixedWords;
            }
            else if (MayBegin(text, words, i))
            {
                for (var count = Math.Min(MostWords, words.Count - i); count > 0 && taken == 0; count--)
                {
                    // A month alone says too little to hold anybody to.
                    if ((count == 1 && IsMonth(words[i].Of(text))) || Read(text[words[i].Start..words[i + count - 1].End], written) is not var (at, isDay))
                        continue;
                    found.Add(Mention(text, where, words, i, count, at, isDay, always: false));
                    taken = count;
                }
            }

            i += Math.Max(1, taken);
        }

        return found;
    }

    private static TimeMention Mention(string text, Piece where, List<Piece> words, int first, int count, ZonedDateTime at, bool isDay, bool always)
    {
        var place = new Piece(words[first].Start, words[first + count - 1].End);
        var before = text[Math.Max(where.Start, place.Start - Near)..place.Start];
        var after = text[place.End..Math.Min(where.End, place.End + Near)];
        return new(place, at, isDay, always || Until().IsMatch(before) || AtTheLatest().IsMatch(after) || (isDay && Within().IsMatch(before + place.Of(text))), From().IsMatch(before));
    }

    /// <summary>What a deadline is said with and <see cref="TimeWords"/> leaves open: "end of day", "this week", "within ten days", "as soon as possible".</summary>
    private static (int Words, ZonedDateTime At, bool IsDay)? Fixed(string text, List<Piece> words, int i, ZonedDateTime written)
    {
        var rest = text[words[i].Start..words[Math.Min(words.Count, i + 7) - 1].End];
        var today = written.Date;
        if (AtOnce().Match(rest) is { Success: true } atOnce)
            return (Count(atOnce), EndOf(today, written), true);
        if (EndOfDay().Match(rest) is { Success: true } day)
            return (Count(day), EndOf(today.PlusDays(day.Groups["morning"].Success ? 1 : 0), written), true);
        if (EndOfWeek().Match(rest) is { Success: true } week)
            return (Count(week), EndOf(Sunday(today).PlusDays(week.Groups["next"].Success ? 7 : 0), written), true);
        if (EndOfMonth().Match(rest) is { Success: true } month)
            return (Count(month), EndOf(DateAdjusters.EndOfMonth(today.PlusMonths(month.Groups["next"].Success ? 1 : 0)), written), true);
        if (Days().Match(rest) is { Success: true } days && Number(days.Groups["n"].Value) is { } number)
            return (Count(days), EndOf(today.PlusDays(number * (days.Groups["week"].Success ? 7 : 1)), written), true);
        return null;
    }

    private static (ZonedDateTime At, bool IsDay)? Read(string words, ZonedDateTime written) => TimeWords.Read(words, written.ToInstant(), written.Zone) switch
    {
        TimeAnswer.Day day => (EndOf(day.Date, written), true),
        TimeAnswer.Moment moment => (moment.At.ToInstant().InZone(written.Zone), false),
        TimeAnswer.Span span => (span.Until.Minus(Duration.FromMinutes(1)).ToInstant().InZone(written.Zone), true),
        TimeAnswer.Ambiguous { Choices: [var first, ..] } => Read(first, written),
        _ => null,
    };

    private static ZonedDateTime EndOf(LocalDate day, ZonedDateTime written) => day.At(new LocalTime(23, 59)).InZoneLeniently(written.Zone);

    private static LocalDate Sunday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday ? day : day.Next(IsoDayOfWeek.Sunday);

    /// <summary>A number begins a time where a month, an hour or the like follows; two letters, such as the German "do", are a weekday only on a calendar.</summary>
    private static bool MayBegin(string text, List<Piece> words, int i) => TimeToken.Split(words[i].Of(text)) is [var token] && token.Kind switch
    {
        WordKind.Number or WordKind.Ordinal => i + 1 < words.Count && Follower().IsMatch(words[i + 1].Of(text)),
        WordKind.Weekday => token.Text.Length > 2,
        WordKind.Key => token.Key is "in" or "noon" or "midnight" or "morgen" or "tonight" or "at" or "end of month" or "end of year" or "weekend",
        WordKind.Date or WordKind.Slashes or WordKind.Stamp or WordKind.Clock or WordKind.RelativeDay or WordKind.Which or WordKind.Month => true,
        _ => false,
    };

    private static bool IsMonth(string word) => TimeToken.Split(word) is [{ Kind: WordKind.Month }];

    private static bool IsAtOnce(string text, Piece word) => AtOnce().IsMatch(word.Of(text));

    private static int Count(Match match) => Word().Count(match.Value);

    private static int? Number(string word) => int.TryParse(word, out var number) ? number is > 0 and < 1_000 ? number : null
        : Lexicon.Numbers.TryGetValue(word.ToLowerInvariant().Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal), out var written) ? written : null;

    [GeneratedRegex(@"^(jan|feb|m[aä]r|apr|ma[iy]\b|jun|jul|aug|sep|o[ck]t|nov|de[cz]|uhr|am\b|pm\b|a\.m|p\.m|o'clock|of\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Follower();

    [GeneratedRegex(@"[^\s,;!?()""]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(by|until|till|before|no later than|not later than|at the latest|latest|deadline( is)?|due( date)?( is)?|closes|ends|bis( zum| zur)?|spätestens( bis| am| zum)*|vor|frist ist|endet|fällig)\s+(the\s+|on\s+|at\s+|um\s+|am\s+|zum\s+|dem\s+|der\s+|ende\s+(der\s+)?|end of (the )?)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(from|since|after|ab|seit|nach)\s+((the|dem|der)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s*(at the latest|latest|the latest|fällig|spätestens|or earlier)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtTheLatest();

    [GeneratedRegex(@"\b(within|in|innerhalb von|binnen|this week|diese woche|due (on )?\S.*|(ist|sind) am \S.*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(@"^(asap|as soon as possible|right away|immediately|at once|umgehend|schnellstmöglich|so bald wie möglich|baldmöglichst|sofort|unverzüglich)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"^(end of (the )?day|eod|close of business|cob|midnight|mitternacht|tonight|heute abend|heute nachmittag|this afternoon|this evening|feierabend|you leave today|du heute gehst|(?<morning>tomorrow morning|morgen früh))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfDay();

    [GeneratedRegex(@"^((the )?end of (the|this) week|this week|ende (der|dieser) woche|diese woche|(?<next>(the )?end of next week|ende (der )?nächster? woche))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfWeek();

    [GeneratedRegex(@"^((the )?end of (the|this) month|eom|monatsende|ende (des|dieses) monats|(?<next>(the )?end of next month|ende nächsten monats))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfMonth();

    [GeneratedRegex(@"^(within|in|innerhalb( von)?|binnen) (the next |den nächsten )?(?<n>\p{L}+|\d+) (days?|tagen?|(?<week>weeks?|wochen?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
