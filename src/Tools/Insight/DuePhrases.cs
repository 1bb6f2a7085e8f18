using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Tools.Time.Words;
using NodaTime;

namespace Assistant.Tools.Insight;

/// <param name="Length">Characters it takes.</param>
/// <param name="At">The instant; of a day, its last moment.</param>
/// <param name="IsDay">A day was said, no time of it.</param>
/// <param name="IsDeadline">It says by itself until when.</param>
internal sealed record DuePhrase(int Length, ZonedDateTime At, bool IsDay, bool IsDeadline = false);

/// <summary>What a deadline is said with and <see cref="TimeWords"/> leaves open: "end of day", "mid-October", "within ten working days", "the 30th", "as soon as possible".</summary>
internal static partial class DuePhrases
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Months = @"(?<month>jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni?|july?|juli|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";

    private const string Weekdays = @"(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mon|tues?|weds?|thur?s?|fri|sat|sun)";

    /// <param name="rest">The text from where it may begin.</param>
    /// <param name="before">What stands before that in the sentence.</param>
    /// <param name="written">When the text was written.</param>
    public static DuePhrase? At(string rest, string before, ZonedDateTime written) =>
        AtOnce().Match(rest) is { Success: true } atOnce ? Day(atOnce, written.Date, written) with { IsDeadline = true } : EndOfDay(rest, before, written) ?? Part(rest, written) ?? Within(rest, written) ?? DayOfMonth(rest, before, written) ?? Hour(rest, before, written);

    /// <summary>"EOD", "close of business tomorrow", "before you leave".</summary>
    private static DuePhrase? EndOfDay(string rest, string before, ZonedDateTime written)
    {
        if (DayEnd().Match(rest) is not { Success: true } match || ((match.Groups["noon"].Success || match.Groups["until"].Success) && !BeforeHour().IsMatch(before)))
            return null;
        var day = match.Groups["day"] is { Success: true } said && TimeWords.Read(said.Value, written.ToInstant(), written.Zone) is TimeAnswer.Day known ? known.Date : written.Date;
        return match.Groups["noon"].Success ? new(match.Length, day.At(LocalTime.Noon).InZoneLeniently(written.Zone), false)
            : Day(match, day, written) with { IsDeadline = match.Groups["leave"].Success || match.Groups["by"].Success };
    }

    /// <summary>The beginning, middle and end of a week, month, quarter or year.</summary>
    private static DuePhrase? Part(string rest, ZonedDateTime written)
    {
        var today = written.Date;
        if (ThisWeek().Match(rest) is { Success: true } week)
            return Day(week, Sunday(today), written) with { IsDeadline = week.Groups["course"].Success };
        if (YearEnd().Match(rest) is { Success: true } year)
            return Day(year, year.Groups["eve"].Success ? new(today.Year, 12, 24) : new(today.Year, 12, 31), written);
        if (QuarterEnd().Match(rest) is { Success: true } quarter)
            return Day(quarter, new LocalDate(today.Year, ((today.Month - 1) / 3 * 3) + 3, 1).With(DateAdjusters.EndOfMonth), written);
        if (PartOf().Match(rest) is not { Success: true } match)
            return null;
        var part = match.Groups["part"].Value.ToLowerInvariant()[0] switch { 'b' or 's' or 'a' => -1, 'e' when match.Groups["part"].Value.StartsWith("early", StringComparison.OrdinalIgnoreCase) => -1, 'm' => 0, _ => 1 };
        if (match.Groups["week"].Success)
            return Day(match, Sunday(today).PlusDays((match.Groups["next"].Success ? 7 : 0) + part switch { -1 => -5, 0 => -4, _ => 0 }), written);
        var first = match.Groups["month"] is { Success: true } name && Month(name.Value) is { } number
            ? new LocalDate(number < today.Month ? today.Year + 1 : today.Year, number, 1)
            : new LocalDate(today.Year, today.Month, 1).PlusMonths(match.Groups["next"].Success ? 1 : 0);
        return Day(match, part switch { -1 => first, 0 => first.PlusDays(14), _ => first.With(DateAdjusters.EndOfMonth) }, written);
    }

    /// <summary>"Within ten days", "binnen 48 Stunden"; "in" is no deadline, unless it is in the next ones.</summary>
    private static DuePhrase? Within(string rest, ZonedDateTime written)
    {
        if (Days().Match(rest) is not { Success: true } match || Number(match.Groups["n"].Value) is not { } number)
            return null;
        var isDeadline = !match.Groups["in"].Success;
        var today = written.Date;
        if (match.Groups["hour"].Success)
            return new(match.Length, written.Plus(Duration.FromHours(number)), false, isDeadline);
        var day = match.Groups["month"].Success ? today.PlusMonths(number) : match.Groups["week"].Success ? today.PlusWeeks(number) : match.Groups["working"].Success ? Working(today, number) : today.PlusDays(number);
        return Day(match, day, written) with { IsDeadline = isDeadline };
    }

    /// <summary>"The 30th", "Tuesday the 13th", "zum 30.": the next day with that number.</summary>
    private static DuePhrase? DayOfMonth(string rest, string before, ZonedDateTime written)
    {
        if (Nth().Match(rest) is not { Success: true } match || !(match.Groups["weekday"].Success || (match.Groups["dot"].Success ? BeforeDotted() : BeforeNth()).IsMatch(before)))
            return null;
        var number = int.Parse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var month = new LocalDate(written.Year, written.Month, 1); number is > 0 and < 32; month = month.PlusMonths(1))
        {
            if (number <= month.Calendar.GetDaysInMonth(month.Year, month.Month) && month.PlusDays(number - 1) is var day && day >= written.Date)
                return Day(match, day, written);
        }

        return null;
    }

    /// <summary>"By 5", "before 11 tomorrow": at work, so 1 to 6 are in the afternoon.</summary>
    private static DuePhrase? Hour(string rest, string before, ZonedDateTime written)
    {
        if (!BeforeHour().IsMatch(before) || BareHour().Match(rest) is not { Success: true } match || int.Parse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture) is not (> 0 and < 24 and var hour))
            return null;
        var day = match.Groups["tomorrow"].Success ? written.Date.PlusDays(1) : written.Date;
        return new(match.Length, day.At(new LocalTime(hour < 7 ? hour + 12 : hour, 0)).InZoneLeniently(written.Zone), false);
    }

    private static DuePhrase Day(Match match, LocalDate day, ZonedDateTime written) => new(match.Length, EndOf(day, written.Zone), true);

    public static ZonedDateTime EndOf(LocalDate day, DateTimeZone zone) => day.At(new LocalTime(23, 59)).InZoneLeniently(zone);

    private static LocalDate Sunday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday ? day : day.Next(IsoDayOfWeek.Sunday);

    private static LocalDate Working(LocalDate day, int number)
    {
        for (var left = Math.Min(number, 250); left > 0;)
        {
            day = day.PlusDays(1);
            left -= day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    private static int? Month(string name) => TimeToken.Split(name) is [{ Kind: WordKind.Month } token] ? token.Number : null;

    private static int? Number(string word) => TimeToken.Split(word) is [{ Kind: WordKind.Number, Number: > 0 and < 1_000 } token] ? token.Number
        : word.Equals("eines", StringComparison.OrdinalIgnoreCase) ? 1 : word.Equals("couple of", StringComparison.OrdinalIgnoreCase) ? 2 : null;

    [GeneratedRegex(
        @"^(asap|as soon as (possible|you can|you get the chance)|right away|right now|straight ?away|immediately|at once|without delay|at (your|the) earliest( convenience| opportunity)?|by return( of post| of mail| mail)?|umgehend|schnellst(möglich|ens)|so (bald|schnell|rasch|früh) (wie|als)( (es|irgend|du|ihr))* (möglich|geht|kannst|könnt)|möglichst (bald|rasch|schnell|zeitnah|umgehend)|(baldmöglichst|ehestmöglich|sofort|unverzüglich|zeitnah)(e[nrs]?)?)\b",
        Options)]
    private static partial Regex AtOnce();

    [GeneratedRegex(
        $@"^((the )?end of (the )?(business |working )?day|(?<by>eod|cob|close of (business|play))|end of play|midnight|mitternacht|feierabend|dienstschluss|büroschluss|geschäftsschluss|tonight|heute abend|heute nachmittag|this afternoon|this evening|(im laufe|im verlauf) des( heutigen)? tages|in the course of the day|during the day|later in the day|(?<leave>(before you (leave|go)|bevor du( heute)? gehst)( (today|home))?)|(?<noon>lunch ?time|lunch|mittagspause)|(?<until>abends?|nachmittags?|evening))\b( (on |am )?(?<day>today|tomorrow|heute|morgen|(next |nächsten )?{Weekdays}))?\b",
        Options)]
    private static partial Regex DayEnd();

    [GeneratedRegex(
        @"^((?<course>in the course of|during the course of|im laufe|im verlauf) )?((later |sometime )?(this|the) week|diese woche|(der|dieser) woche)\b(?<=week|diese woche|(laufe|verlauf) (der|dieser) woche)(?<!^the week)",
        Options)]
    private static partial Regex ThisWeek();

    [GeneratedRegex(
        @"^((the )?end of (the|this) year|(the )?year[ -]?end|ende (des|dieses) jahres|jahresende|silvester|new year('s eve)?|(?<eve>christmas|weihnachten|xmas))\b",
        Options)]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"^((the )?end of (the|this) quarter|quarter[ -]?end|quartalsende|ende des quartals)\b", Options)]
    private static partial Regex QuarterEnd();

    [GeneratedRegex(
        $@"^(?:the )?(?<part>end|beginning|start|middle|mid|early|late|ende|anfang|mitte)(?: of|-| in)?(?: the| this| des| der| dieser| dieses| diesen)?(?: (?<next>next|nächsten?r?|kommenden?r?|the following))?[ -]?(?:(?<week>week|woche)|month|monats?|{Months})\b"
        + @"|^(?<part>e)(?:om\b|ow\b(?<week>))",
        Options)]
    private static partial Regex PartOf();

    [GeneratedRegex(
        @"^(within|innerhalb( von| der)?|binnen|innert|in (the|den)( next| nächsten| following| kommenden)|(?<in>in))( the)?( next| den nächsten| nächsten| following| kommenden)? (a )?(?<n>couple of|\p{L}+|\d+) (?<working>working |business )?((?<working>arbeits|werk)?(days?|tage[sn]?|tag)|(?<week>weeks?|wochen?)|(?<month>months?|monate?n?s?)|(?<hour>hours?|stunden?))\b",
        Options)]
    private static partial Regex Days();

    [GeneratedRegex(
        $@"^(?:{Weekdays},? (?:the|den|dem)? ?)?(?<n>\d{{1,2}})(?:(?:st|nd|rd|th)\b(?! ?(of\b|floor|time|anniversary|birthday|century|edition|grade|place|{Months}))|(?<dot>\.)(?=\s*$|\s*[,;!)]|\s+(?!{Months})(?-i:\p{{Ll}})))",
        Options)]
    private static partial Regex Nth();

    [GeneratedRegex(@"\b(by|until|till|before|than|on|latest)\s+(the\s+)?$", Options)]
    private static partial Regex BeforeNth();

    [GeneratedRegex(@"\b(bis|zum|am|vor|dem|den|der|spätestens)\s+$", Options)]
    private static partial Regex BeforeDotted();

    [GeneratedRegex(@"^(?<n>\d{1,2})(?: o['’]clock)?(?=[.,;!?)]*\s*$| (today|at the latest|latest|sharp|this afternoon|(?<tomorrow>tomorrow))\b)(?: today| tomorrow)?", Options)]
    private static partial Regex BareHour();

    [GeneratedRegex(@"\b(by|before|until|till|latest|vor|bis|zur|zum|der)\s+$", Options)]
    private static partial Regex BeforeHour();
}
