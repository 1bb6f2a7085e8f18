namespace Assistant.GoogleSandbox.Calendar.Recurrence;

/// <summary>The days on which a rule happens, in order, from its first day on.</summary>
internal static class RuleDays
{
    /// <summary>From the day of DTSTART to a last day, both inclusive; COUNT and UNTIL are not looked at.</summary>
    public static IEnumerable<DateOnly> Of(RecurrenceRule rule, DateOnly first, DateOnly last)
    {
        for (var period = 0; ; period++)
        {
            var start = Start(rule, first, period * rule.Interval);
            if (start > last)
                yield break;
            var days = Candidates(rule, first, start).Where(day => Allowed(rule, day)).Distinct().Order().ToList();
            foreach (var day in Positions(rule, days))
            {
                if (day >= first && day <= last)
                    yield return day;
            }
        }
    }

    private static DateOnly Start(RecurrenceRule rule, DateOnly first, int periods) => rule.Frequency switch
    {
        Frequency.Daily => first.AddDays(periods),
        Frequency.Weekly => first.AddDays(-(((int)first.DayOfWeek - (int)rule.WeekStart + 7) % 7) + 7 * periods),
        Frequency.Monthly => new DateOnly(first.Year, first.Month, 1).AddMonths(periods),
        _ => new DateOnly(first.Year, 1, 1).AddYears(periods),
    };

    private static IEnumerable<DateOnly> Candidates(RecurrenceRule rule, DateOnly first, DateOnly start)
    {
        switch (rule.Frequency)
        {
            case Frequency.Daily:
                return [start];
            case Frequency.Weekly:
                return Span(start, start.AddDays(7)).Where(day => rule.Days.Count > 0 || day.DayOfWeek == first.DayOfWeek);
            case Frequency.Monthly:
                return InMonth(rule, first, start);
            default:
                if (rule.Months.Count > 0)
                    return rule.Months.SelectMany(month => InMonth(rule, first, new DateOnly(start.Year, month, 1)));
                if (rule.MonthDays.Count > 0)
                    return Enumerable.Range(1, 12).SelectMany(month => InMonth(rule, first, new DateOnly(start.Year, month, 1)));
                return rule.Days.Count > 0 ? Weekdays(rule, start, start.AddYears(1)) : InMonth(rule, first, new DateOnly(start.Year, first.Month, 1));
        }
    }

    private static IEnumerable<DateOnly> InMonth(RecurrenceRule rule, DateOnly first, DateOnly month)
    {
        if (rule.MonthDays.Count == 0 && rule.Days.Count > 0)
            return Weekdays(rule, month, month.AddMonths(1));
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        IReadOnlyList<int> wanted = rule.MonthDays.Count > 0 ? rule.MonthDays : [first.Day];
        return wanted.Select(day => day < 0 ? length + day + 1 : day).Where(day => day >= 1 && day <= length).Select(day => month.AddDays(day - 1));
    }

    private static IEnumerable<DateOnly> Weekdays(RecurrenceRule rule, DateOnly from, DateOnly before) => rule.Days.SelectMany(wanted =>
    {
        var days = Span(from, before).Where(day => day.DayOfWeek == wanted.Day).ToList();
        var index = wanted.Ordinal > 0 ? wanted.Ordinal - 1 : days.Count + wanted.Ordinal;
        return wanted.Ordinal == 0 ? days : index >= 0 && index < days.Count ? [days[index]] : [];
    });

    /// <summary>Parts that limit instead of adding; weekdays with an ordinal were used before.</summary>
    private static bool Allowed(RecurrenceRule rule, DateOnly day) =>
        (rule.Months.Count == 0 || rule.Months.Contains(day.Month))
        && (rule.Days.Count == 0 || rule.Days.Any(wanted => wanted.Day == day.DayOfWeek))
        && (rule.MonthDays.Count == 0 || rule.MonthDays.Any(wanted => wanted == day.Day
            || wanted == day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1));

    private static IEnumerable<DateOnly> Positions(RecurrenceRule rule, List<DateOnly> days) => rule.SetPositions.Count == 0
        ? days
        : rule.SetPositions.Select(position => position > 0 ? position - 1 : days.Count + position)
            .Where(index => index >= 0 && index < days.Count).Distinct().Order().Select(index => days[index]);

    private static IEnumerable<DateOnly> Span(DateOnly from, DateOnly before)
    {
        for (var day = from; day < before; day = day.AddDays(1))
            yield return day;
    }
}
