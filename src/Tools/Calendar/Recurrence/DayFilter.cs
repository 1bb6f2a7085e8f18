using NodaTime;
using NodaTime.Calendars;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>Whether a day is one of a rule's: the day parts of RFC 5545's table, all of which must hold. What a rule does not say comes from DTSTART.</summary>
internal sealed class DayFilter
{
    private readonly RecurrenceRule _rule;
    private readonly IWeekYearRule _weeks;
    private readonly IReadOnlyList<int> _months;
    private readonly IReadOnlyList<int> _monthDays;
    private readonly IReadOnlyList<WeekdayRule> _days;
    private readonly bool _isByMonth;

    public DayFilter(RecurrenceRule rule, LocalDate start)
    {
        _rule = rule;
        _weeks = WeekYearRules.ForMinDaysInFirstWeek(4, rule.WeekStart);
        (_months, _monthDays, _days) = (rule.ByMonth, rule.ByMonthDay, rule.ByDay);
        _isByMonth = rule.Frequency == Frequency.Monthly || rule.ByMonth.Count > 0;
        var saysDay = rule.ByYearDay.Count > 0 || rule.ByMonthDay.Count > 0 || rule.ByDay.Count > 0;
        if (rule.ByWeekNo.Count > 0 && !saysDay)
            _days = [new(0, start.DayOfWeek)];
        else if (!saysDay && rule.Frequency == Frequency.Weekly)
            _days = [new(0, start.DayOfWeek)];
        else if (!saysDay && rule.Frequency is Frequency.Monthly or Frequency.Yearly)
            (_monthDays, _months) = ([start.Day], rule.Frequency == Frequency.Yearly && _months.Count == 0 ? [start.Month] : _months);
    }

    /// <summary>Months in which it can happen; empty for all.</summary>
    public IReadOnlyList<int> Months => _months;

    public bool Allows(LocalDate day) =>
        (_months.Count == 0 || _months.Contains(day.Month))
        && (_monthDays.Count == 0 || IsIn(_monthDays, day.Day, day.Calendar.GetDaysInMonth(day.Year, day.Month)))
        && (_rule.ByYearDay.Count == 0 || IsIn(_rule.ByYearDay, day.DayOfYear, day.Calendar.GetDaysInYear(day.Year)))
        && (_days.Count == 0 || _days.Any(wanted => Is(wanted, day)))
        && (_rule.ByWeekNo.Count == 0 || IsInWeek(day));

    private static bool IsIn(IReadOnlyList<int> wanted, int position, int length) => wanted.Contains(position) || wanted.Contains(position - length - 1);

    private bool Is(WeekdayRule wanted, LocalDate day)
    {
        if (wanted.Day != day.DayOfWeek || wanted.Ordinal == 0)
            return wanted.Day == day.DayOfWeek;
        var (position, length) = _isByMonth
            ? (day.Day, day.Calendar.GetDaysInMonth(day.Year, day.Month))
            : (day.DayOfYear, day.Calendar.GetDaysInYear(day.Year));
        return wanted.Ordinal > 0 ? wanted.Ordinal == ((position - 1) / 7) + 1 : -wanted.Ordinal == ((length - position) / 7) + 1;
    }

    private bool IsInWeek(LocalDate day)
    {
        var year = _weeks.GetWeekYear(day);
        return IsIn(_rule.ByWeekNo, _weeks.GetWeekOfWeekYear(day), _weeks.GetWeeksInWeekYear(year));
    }
}
