using NodaTime;

namespace Assistant.Tools.Time.Words;

/// <summary>Weeks, months and years: whole, their edges, and the weekdays in them.</summary>
internal sealed partial class TimeParser
{
    /// <summary>End of the month, Anfang naechster Woche, Monatsende.</summary>
    private bool Edge()
    {
        var here = Here!;
        if (here.Is("end of month") || here.Is("beginning of month") || here.Is("end of year"))
        {
            var (from, until) = DayWords.Period(reading.Today, here.Is("end of year") ? "year" : "month", null);
            reading.SetDay(here.Is("beginning of month") ? from : until.PlusDays(-1));
            return Take(1);
        }

        if (!here.Is("end") && !here.Is("beginning"))
            return false;
        var skipped = 1;
        while (Ahead(skipped) is { Kind: WordKind.Noise } || Ahead(skipped)?.Is("of") is true)
            skipped++;
        var which = Ahead(skipped) is { Kind: WordKind.Which } word ? word.Key : null;
        skipped += which is null ? 0 : 1;
        (LocalDate From, LocalDate Until) period;
        if (Ahead(skipped) is { Kind: WordKind.Unit } unit)
            period = DayWords.Period(reading.Today, unit.Key, which);
        else if (Ahead(skipped) is { Kind: WordKind.Month } month && which is null && Month(month.Number) is { } named)
            period = (named, named.PlusMonths(1));
        else
            return false;
        if (here.Is("end") && Period.DaysBetween(period.From, period.Until) == 7)
            reading.SetDays("The end of a week may be its Friday or its Sunday.", period.From.PlusDays(4), period.From.PlusDays(6));
        else
            reading.SetDay(here.Is("end") ? period.Until.PlusDays(-1) : period.From);
        return Take(skipped + 1);
    }

    private LocalDate? Month(int month) => month < reading.Today.Month ? null : new LocalDate(reading.Today.Year, month, 1);

    /// <summary>First Monday of December, letzter Freitag im Monat.</summary>
    private bool Nth()
    {
        var number = Here switch
        {
            { Kind: WordKind.Ordinal, Number: <= 5 } ordinal when !ordinal.Text.EndsWith('.') || Ahead(1) is { Kind: WordKind.Weekday } => ordinal.Number,
            { Kind: WordKind.Which, Key: "last" } => -1,
            _ => 0,
        };
        if (number == 0 || Ahead(1) is not { Kind: WordKind.Weekday } weekday)
            return false;
        var skipped = 2;
        while (Ahead(skipped) is { Kind: WordKind.Noise } || Ahead(skipped)?.Is("of") is true || Ahead(skipped)?.Is("in") is true)
            skipped++;
        if (skipped == 2 && number == -1)
            return false;
        var which = Ahead(skipped) is { Kind: WordKind.Which } word ? word.Key : null;
        skipped += which is null ? 0 : 1;
        LocalDate month;
        if (Ahead(skipped) is { Kind: WordKind.Unit, Key: "month" })
        {
            month = DayWords.Period(reading.Today, "month", which).From;
        }
        else if (Ahead(skipped) is { Kind: WordKind.Month } named && which is null)
        {
            var year = Ahead(skipped + 1) is { Kind: WordKind.Number, Number: > 1900 and < 2200 } given ? given.Number : 0;
            if (year == 0 && DayWords.NthWeekday(new(reading.Today.Year, named.Number, 1), number, (IsoDayOfWeek)weekday.Number) < reading.Today)
            {
                reading.SetDays(
                    "That is past this year: this year's, or next year's?",
                    DayWords.NthWeekday(new(reading.Today.Year, named.Number, 1), number, (IsoDayOfWeek)weekday.Number),
                    DayWords.NthWeekday(new(reading.Today.Year + 1, named.Number, 1), number, (IsoDayOfWeek)weekday.Number));
                return Take(skipped + 1);
            }

            month = new(year == 0 ? reading.Today.Year : year, named.Number, 1);
            skipped += year == 0 ? 0 : 1;
        }
        else
        {
            return false;
        }

        reading.SetDay(DayWords.NthWeekday(month, number, (IsoDayOfWeek)weekday.Number));
        return Take(skipped + 1);
    }

    private bool Week()
    {
        var here = Here!;
        if ((here.Is("kw") || here is { Kind: WordKind.Unit, Text: "week" or "woche" }) && Ahead(1) is { Kind: WordKind.Number } number)
        {
            DayWords.Week(reading, number.Number);
            return Take(2);
        }

        var which = here.Kind == WordKind.Which ? here.Key : null;
        var after = which is null ? 0 : 1;
        if (Ahead(after)?.Is("weekend") is true)
        {
            var monday = DayWords.Period(reading.Today, "week", which).From;
            reading.SetSpan(monday.PlusDays(5), monday.PlusDays(7));
            return Take(after + 1);
        }

        if (which is null || Ahead(1) is not { Kind: WordKind.Unit, Number: 0 } unit)
            return false;
        // "Tuesday next week" names the day already.
        var (from, until) = DayWords.Period(reading.Today, unit.Key, which);
        if (reading.Days is not null && unit.Key == "week" && _at > 0 && Named() is { } weekday)
            reading.MoveDay(_ => from.PlusDays((int)weekday - 1));
        else if (unit.Key == "week" && WeekdayAfter(2) is { } following)
            return NamedLater(from, following);
        else
            reading.SetSpan(from, until);
        return Take(2);
    }

    private IsoDayOfWeek? Named() => tokens.Take(_at).LastOrDefault(token => token.Kind == WordKind.Weekday) is { } token ? (IsoDayOfWeek)token.Number : null;

    private TimeToken? WeekdayAfter(int offset)
    {
        while (Ahead(offset) is { Kind: WordKind.Noise } || (Ahead(offset) is { Text: "am" }))
            offset++;
        return Ahead(offset) is { Kind: WordKind.Weekday } weekday ? weekday : null;
    }

    private bool NamedLater(LocalDate monday, TimeToken weekday)
    {
        reading.SetDay(monday.PlusDays(weekday.Number - 1));
        _at = tokens.IndexOf(weekday, _at) + 1;
        return true;
    }
}
