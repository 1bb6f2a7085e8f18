using NodaTime;
using NodaTime.Calendars;

namespace Assistant.Tools.Time.Words;

/// <summary>Days, as words name them. Weeks begin on Monday.</summary>
internal static class DayWords
{
    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>The next such weekday after today.</summary>
    public static LocalDate Coming(LocalDate today, IsoDayOfWeek day) => today.With(DateAdjusters.Next(day));

    public static void Weekday(TimeReading reading, IsoDayOfWeek day, string? which)
    {
        var (today, coming) = (reading.Today, Coming(reading.Today, day));
        switch (which)
        {
            case null when today.DayOfWeek == day:
                reading.SetDays($"Today is {day}: today, or in a week?", today, coming);
                break;
            case null or "coming":
                reading.SetDay(coming);
                break;
            case "next" when Monday(coming) == Monday(today):
                reading.SetDays($"The next {day} may be the one of this week or of the next.", coming, coming.PlusWeeks(1));
                break;
            case "next":
                reading.SetDay(coming);
                break;
            case "this":
                var own = Monday(today).PlusDays((int)day - 1);
                TimeReading.Refuse(own < today, $"{day} of this week is over.");
                reading.SetDay(own);
                break;
            default:
                var previous = today.With(DateAdjusters.Previous(day));
                if (Monday(previous) == Monday(today))
                    reading.SetDays($"The last {day} may be the one of this week or of the last.", previous, previous.PlusWeeks(-1));
                else
                    reading.SetDay(previous);
                break;
        }
    }

    /// <summary>A date whose year may be missing: then this year's if it is still ahead.</summary>
    public static void Date(TimeReading reading, int year, int month, int day)
    {
        if (year != 0)
        {
            reading.SetDay(Exact(year, month, day));
            return;
        }

        TimeReading.Refuse(month is < 1 or > 12, $"There is no month {month}.");
        TimeReading.Refuse(day < 1 || day > (month == 2 ? 29 : CalendarSystem.Iso.GetDaysInMonth(2025, month)), $"Month {month} has no day {day}.");
        var years = new[] { reading.Today.Year, reading.Today.Year + 1 }.Where(one => day <= CalendarSystem.Iso.GetDaysInMonth(one, month)).Select(one => new LocalDate(one, month, day)).ToList();
        TimeReading.Refuse(years.Count == 0, $"Neither this year nor the next has a day {day} in month {month}.");
        if (years[0] >= reading.Today || years.Count == 1)
            reading.SetDay(years[0]);
        else
            reading.SetDays("This date is past this year: this year's, or next year's?", years);
    }

    /// <summary>Only a day of a month: this month's if it is still ahead.</summary>
    public static void DayOfMonth(TimeReading reading, int day)
    {
        var first = reading.Today.With(DateAdjusters.StartOfMonth);
        var months = new[] { first, first.PlusMonths(1) }.Where(one => day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(one.Year, one.Month)).Select(one => one.PlusDays(day - 1)).ToList();
        TimeReading.Refuse(months.Count < 2, $"Not each of these months has a day {day}: name the month.");
        if (months[0] >= reading.Today)
            reading.SetDay(months[0]);
        else
            reading.SetDays("This day of the month is past: this month's, or next month's?", months);
    }

    public static LocalDate Exact(int year, int month, int day)
    {
        TimeReading.Refuse(year is < 1900 or > 2200, $"The year {year} is out of reach.");
        TimeReading.Refuse(month is < 1 or > 12, $"There is no month {month}.");
        TimeReading.Refuse(day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month), $"{year}-{month:00} has no day {day}.");
        return new(year, month, day);
    }

    /// <summary>03/04/2026 is the third of April or the fourth of March.</summary>
    public static void Slashes(TimeReading reading, (int Year, int First, int Second) date)
    {
        var (year, first, second) = date;
        if (first > 12 || second > 12 || first == second)
        {
            Date(reading, year, first > 12 ? second : first, first > 12 ? first : second);
            return;
        }

        var inYear = year == 0 ? reading.Today.Year : year;
        reading.SetDays("Day and month can be the other way round.", Exact(inYear, second, first), Exact(inYear, first, second));
    }

    /// <summary>The n-th weekday of a month; -1 is the last.</summary>
    public static LocalDate NthWeekday(LocalDate month, int number, IsoDayOfWeek day)
    {
        var first = month.With(DateAdjusters.StartOfMonth);
        if (number < 0)
            return first.With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(day));
        var found = first.With(DateAdjusters.NextOrSame(day)).PlusWeeks(number - 1);
        TimeReading.Refuse(found.Month != first.Month, $"That month has no {number}th {day}.");
        return found;
    }

    public static void Week(TimeReading reading, int number)
    {
        var rule = WeekYearRules.Iso;
        var year = rule.GetWeekYear(reading.Today);
        if (number < rule.GetWeekOfWeekYear(reading.Today))
            year++;
        TimeReading.Refuse(number < 1 || number > rule.GetWeeksInWeekYear(year), $"There is no week {number} in {year}.");
        var monday = rule.GetLocalDate(year, number, IsoDayOfWeek.Monday);
        reading.SetSpan(monday, monday.PlusWeeks(1));
    }

    /// <summary>This, next or last week, month or year.</summary>
    public static (LocalDate From, LocalDate Until) Period(LocalDate today, string unit, string? which)
    {
        var move = which switch { "next" or "coming" => 1, "last" => -1, _ => 0 };
        switch (unit)
        {
            case "week":
                var monday = Monday(today).PlusWeeks(move);
                return (monday, monday.PlusWeeks(1));
            case "month":
                var month = today.With(DateAdjusters.StartOfMonth).PlusMonths(move);
                return (month, month.PlusMonths(1));
            case "year":
                var year = new LocalDate(today.Year + move, 1, 1);
                return (year, year.PlusYears(1));
            default:
                throw new NotUnderstoodException($"'{which} {unit}' is no day or week.");
        }
    }
}
