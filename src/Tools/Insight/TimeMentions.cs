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
/// <param name="IsSoon">A day near the one of writing, without a word before it: "send it today".</param>
/// <param name="Other">What it can be as well: 3/4 is in March or in April.</param>
internal sealed record TimeMention(Piece Where, ZonedDateTime At, bool IsDay, bool IsDeadline, bool IsFrom, bool IsSoon, ZonedDateTime? Other = null);

/// <summary>Finds them, and what they mean for somebody who wrote them at a moment.</summary>
internal static partial class TimeMentions
{
    private const int MostWords = 6;

    /// <summary>Characters before a time that say what it is for.</summary>
    private const int Near = 60;

    /// <summary>A deadline so long past is still meant; an older one is the next year's.</summary>
    private const int OverdueDays = 45;

    public static IReadOnlyList<TimeMention> In(string text, Piece where, ZonedDateTime written)
    {
        var words = Word().Matches(where.Of(text)).Select(match => new Piece(where.Start + match.Index, where.Start + match.Index + match.Length)).ToList();
        var found = new List<TimeMention>();
        for (var i = 0; i < words.Count;)
        {
            var (mention, taken) = Longest(text, where, words, i, written);
            if (mention is not null)
                found.Add(mention);
            for (i += Math.Max(1, taken); mention is not null && i < words.Count && words[i].Start < mention.Where.End;)
                i++;
        }

        return Joined(text, found);
    }

    /// <summary>"3.12., 12 Uhr": a day, and a time of no other day behind it.</summary>
    private static List<TimeMention> Joined(string text, List<TimeMention> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (day, clock) = (found[i], found[i + 1]);
            if (!day.IsDay || clock.IsDay || !Clock().IsMatch(clock.Where.Of(text)) || !Between().IsMatch(text[day.Where.End..clock.Where.Start]))
                continue;
            found[i] = day with { Where = new(day.Where.Start, clock.Where.End), At = (day.At.Date + clock.At.TimeOfDay).InZoneLeniently(day.At.Zone), IsDay = false, IsDeadline = day.IsDeadline || clock.IsDeadline };
            found.RemoveAt(i + 1);
        }

        return found;
    }

    private static (TimeMention? Found, int Words) Longest(string text, Piece where, List<Piece> words, int first, ZonedDateTime written)
    {
        var start = words[first].Start;
        var rest = text[start..words[Math.Min(words.Count, first + MostWords + 2) - 1].End];
        if (DuePhrases.At(rest, Before(text, where, start), written) is { } phrase)
        {
            var end = start + phrase.Length;
            return (Mention(text, where, new(start, end), phrase.At, phrase.IsDay, phrase.IsDeadline, written), words.Skip(first).TakeWhile(word => word.Start < end).Count());
        }

        for (var count = MayBegin(text, words, first) ? Math.Min(MostWords, words.Count - first) : 0; count > 0; count--)
        {
            var last = words[first + count - 1];
            // A month alone says too little to hold anybody to; an article is the beginning of something else.
            if ((count == 1 && IsMonth(last.Of(text))) || Empty().IsMatch(last.Of(text)))
                continue;
            var place = new Piece(start, text[last.End - 1] == '.' && char.IsLetter(text[last.End - 2]) ? last.End - 1 : last.End);
            var isDeadline = Until().IsMatch(Before(text, where, start));
            var said = place.Of(text);
            if ((Read(said, written, isDeadline) ?? Read(Plain(said), written, isDeadline)) is not var (at, isDay, other))
                continue;
            // "1/5" in December is of the next year.
            if (at.Date < written.Date.PlusDays(-OverdueDays) && SlashesAlone().Match(said) is { Success: true } slashes && Read($"{slashes.Value}/{written.Year + 1}", written, isDeadline) is var (next, _, turned))
                (at, other) = (next, turned);
            // Who writes "Monday" on a Monday does not mean today.
            if (at.Date == written.Date && Weekday().IsMatch(place.Of(text)))
                at = at.LocalDateTime.PlusDays(7).InZoneLeniently(at.Zone);
            var (zoned, more) = isDay ? (at, 0) : Zoned(text[place.End..where.End], at);
            return (Mention(text, where, new(place.Start, place.End + more), zoned, isDay, false, written) with { Other = other }, count);
        }

        return (null, 0);
    }

    private static TimeMention Mention(string text, Piece where, Piece place, ZonedDateTime at, bool isDay, bool isDeadline, ZonedDateTime written)
    {
        var before = Before(text, where, place.Start);
        var after = text[place.End..Math.Min(where.End, place.End + Near)];
        isDeadline |= (Until().IsMatch(before) && !(isDay ? DayBefore() : HourBefore()).IsMatch(before)) || AtTheLatest().IsMatch(after);
        // "Before the weekend" is Friday.
        if (isDeadline && isDay && at.DayOfWeek == IsoDayOfWeek.Sunday && Weekend().IsMatch(place.Of(text)) && NotIncluded().IsMatch(before))
            at = DuePhrases.EndOf(at.Date.PlusDays(at.Date.PlusDays(-2) < written.Date ? 5 : -2), at.Zone);
        return new(place, at, isDay, isDeadline, From().IsMatch(before), isDay && !isDeadline && Relative().IsMatch(place.Of(text)) && !Preposition().IsMatch(before));
    }

    /// <summary>What stands before a place in its sentence, and before a colon: "Deadline: Friday".</summary>
    private static string Before(string text, Piece where, int start)
    {
        var from = where.Start;
        var colon = text.AsSpan(0, from).TrimEnd();
        if (colon.EndsWith(":"))
            from = colon.LastIndexOfAny('.', '\n', '?') + 1;
        return text[Math.Max(from, start - Near)..start];
    }

    /// <summary>Without the end of the sentence and the genitive: "Friday.", "Monday's"; as one is written what may be apart, and the other way round: "3. 10.", "Freitagabend".</summary>
    private static string Plain(string words) => Apart().Replace(Together().Replace(Genitive().Replace(words.TrimEnd('.', ':'), ""), "$1 $2"), "$1.$2.");

    private static (ZonedDateTime At, bool IsDay, ZonedDateTime? Other)? Read(string words, ZonedDateTime written, bool isDeadline) => TimeWords.Read(words, written.ToInstant(), written.Zone) switch
    {
        TimeAnswer.Day day => (DuePhrases.EndOf(day.Date, written.Zone), true, null),
        TimeAnswer.Moment moment => (moment.At.ToInstant().InZone(written.Zone), false, null),
        TimeAnswer.Span span => (span.Until.Minus(Duration.FromMinutes(1)).ToInstant().InZone(written.Zone), true, null),
        TimeAnswer.Ambiguous { Choices: var choices } => Likeliest([.. choices.Select(choice => Read(choice, written, isDeadline)).OfType<(ZonedDateTime At, bool IsDay, ZonedDateTime? Other)>()], written, isDeadline, Slashes().IsMatch(words)),
        _ => null,
    };

    /// <summary>A deadline is still to come; of this year's and next year's day the nearer is meant; of day and month the other way round nobody can tell, unless one is past.</summary>
    private static (ZonedDateTime At, bool IsDay, ZonedDateTime? Other)? Likeliest(IReadOnlyList<(ZonedDateTime At, bool IsDay, ZonedDateTime? Other)> choices, ZonedDateTime written, bool isDeadline, bool isTurned)
    {
        if (choices is not [var first, var second, ..])
            return choices is [var only] ? only : null;
        // Of an hour before or after noon the one that people work at.
        if (first.At.Date == second.At.Date)
            return first.At.Hour is >= 7 and < 19 || second.At.Hour is < 7 or >= 19 ? first : second;
        if (!isTurned)
            return first.At.Year != second.At.Year && (Away(second) < Away(first) || (isDeadline && first.At.Date < written.Date.PlusDays(-OverdueDays))) ? second : first;
        return (first.At.Date < written.Date) == (second.At.Date < written.Date) ? first with { Other = second.At } : first.At.Date < written.Date ? second : first;

        int Away((ZonedDateTime At, bool IsDay, ZonedDateTime? Other) choice) => Math.Abs(Period.DaysBetween(written.Date, choice.At.Date));
    }

    /// <summary>A zone behind it, as invitations write it: "11:00 - 11:30 (Europe/Lisbon)".</summary>
    private static (ZonedDateTime At, int Length) Zoned(string after, ZonedDateTime at) =>
        Zone().Match(after) is { Success: true } match && DateTimeZoneProviders.Tzdb.GetZoneOrNull(match.Groups["zone"].Value) is { } zone ? (at.LocalDateTime.InZoneLeniently(zone).WithZone(at.Zone), match.Length) : (at, 0);

    /// <summary>A number begins a time where a month, an hour or the like follows; two letters, such as the German "do", are a weekday only on a calendar.</summary>
    private static bool MayBegin(string text, List<Piece> words, int i) => TimeToken.Split(words[i].Of(text)) is [var token] && (token.Kind == WordKind.Unknown ? TimeToken.Split(Plain(token.Text))[0] : token) is var read && read.Kind switch
    {
        WordKind.Number or WordKind.Ordinal => i + 1 < words.Count && Follower().IsMatch(words[i + 1].Of(text)),
        WordKind.Weekday => read.Text.Length > 2 || (i + 1 < words.Count && char.IsDigit(words[i + 1].Of(text)[0]) && char.IsUpper(words[i].Of(text)[0])),
        WordKind.Key => read.Key is "in" or "noon" or "midnight" or "morgen" or "tonight" or "at" or "end of month" or "end of year" or "weekend" or "kw",
        WordKind.Date or WordKind.Slashes or WordKind.Stamp or WordKind.Clock or WordKind.RelativeDay or WordKind.Which or WordKind.Month => true,
        _ => false,
    };

    private static bool IsMonth(string word) => TimeToken.Split(word) is [{ Kind: WordKind.Month }];

    [GeneratedRegex(@"^(jan|feb|m[aä]r|apr|ma[iy]\b|jun|jul|aug|sep|o[ck]t|nov|de[cz]|\d{1,2}\.|uhr|am\b|pm\b|a\.m|p\.m|o'clock|of\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Follower();

    [GeneratedRegex(@"[^\s,;!?()""]+")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(by|until|till|before|(no|not) later than|latest|(deadline|due date|closing date)\W{0,3}( is| for (\p{L}+ ){1,6}is)?|abgabe(termin)?( ist)?|due( date)?( is| by)?|rsvp|clos(es|ing)( date)?( is)?|ends|expires|first thing|later|bis( einschließlich| und mit)?|längstens|per|(aller)?spätestens|frist\W{0,2}( ist| läuft| endet)?|endet|fällig|(einsende|anmelde|abgabe|redaktions|melde|annahme)schluss\W{0,2}( ist)?|stichtag\W{0,2}( ist)?|last (chance|day|date)( to \p{L}+)? is|noch|vor|ahead of|prior to|in time for|b4)\s+(the\s+|next\s+|on\s+|at\s+|in the\s+|for\s+|spätestens\s+|zum\s+|zur\s+|am\s+|um\s+|den\s+|dem\s+|der\s+|ende\s+(der\s+)?|end of (the )?|(mo|di|mi|do|fr|sa|so)\.?,?\s+)*$"
        + @"|\b(vor|before|prior to|ahead of|in time for)\s+((the|our|your|my|his|her|their|dem|der|unserem|unserer|deinem|deiner|eurem|eurer|ihrem|ihrer)\s+)?(\p{L}+\s+){1,2}(on|am|um|at)\s+$"
        + @"|\bbis (zum|zur) \p{L}+ (am|um)\s+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    /// <summary>"From 3 March to", "vom 12. bis": a day stands before it.</summary>
    [GeneratedRegex(
        @"(\d{1,2}(\.|st|nd|rd|th)?|\b(jan(uar|uary)?|feb(ruar|ruary)?|märz|march|april|mai|may|jun[ie]|jul[iy]|august|september|o[ck]tober|november|de[cz]ember|\p{L}+tag|\p{L}+day|mittwoch))\s+(to|till|until|through|bis( zum)?)\s+(the\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayBefore();

    /// <summary>"9 to", "von 9 Uhr bis".</summary>
    [GeneratedRegex(@"(\d|\b(uhr|am|pm|noon|mittag))\s+(to|till|until|bis)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HourBefore();

    [GeneratedRegex(@"\b(from|since|after|ab|seit|nach)\s+((the|dem|der)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(
        @"^\s*(at the latest|latest|the latest|fällig|spätestens|or earlier|or sooner|noch\b|(is|being) the (last|latest|final|closing) |is the deadline|ist (der )?(letzte\b|stichtag|\p{L}+schluss)|läuft die frist|endet die)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtTheLatest();

    [GeneratedRegex(@"\b(before|vor( dem)?)\s+(the\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotIncluded();

    [GeneratedRegex("^((mon|tues|wednes|thurs|fri|satur|sun)day|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex("weekend|wochenende", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekend();

    [GeneratedRegex("^(today|tonight|tomorrow|(sometime |later )?this week|(mon|tues|wednes|thurs|fri)day|this afternoon|heute|morgen|diese woche|this evening)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(for|from|since|of|on|at|after|about|than|für|ab|seit|vom|von|am|um|nach|über|as of|starting)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex("^(in|the|on|at|of|der|die|das|den|dem|des|im|am|um|zum|zur|von|ab|and|und|to|please|bitte|ein|eine|a|an|one|first|second|third|ersten?|zweiten?|dritten?)\\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Empty();

    [GeneratedRegex(@"^(\d{1,2})\. (\d{1,2})\.?(?= ?\d{4}$|$) ?")]
    private static partial Regex Apart();

    [GeneratedRegex(@"^\d{1,2}([:.]\d\d)?(\s*(uhr|am|pm|a\.m\.|p\.m\.|h|o['’]clock))?\.?$|^(noon|midday|mittag)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\d{1,2}/\d{1,2}")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^\d{1,2}/\d{1,2}(?=\.?$)")]
    private static partial Regex SlashesAlone();

    [GeneratedRegex(@"^\.?,?\s+((um|at|by|bis|gegen)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(\s*([-–]|to|bis)\s*\d{1,2}[:.]\d\d)?\s*\(?(?<zone>[A-Z]\p{L}+/[A-Z][\p{L}_/]+|UTC|GMT)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"['’]s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Genitive();

    [GeneratedRegex(@"\b((?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(morgen|vormittag|mittag|nachmittag|abend)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Together();
}
