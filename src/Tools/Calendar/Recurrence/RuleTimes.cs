using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>
/// The wall-clock times that one rule makes, in order, from the period in which a moment lies; COUNT and UNTIL are not looked at. Rules of hours, minutes and
/// seconds count on the wall clock too: RFC 5545 leaves it open, and so does what other programs do with them.
/// </summary>
internal sealed class RuleTimes
{
    /// <summary>After so many periods in a row without a time it never happens again: the calendar repeats after 400 years, 146,097 days.</summary>
    private const int MostEmpty = 150_000;

    private static readonly LocalDate LastDay = new(9998, 12, 31);
    private readonly RecurrenceRule _rule;
    private readonly LocalDateTime _start;
    private readonly DayFilter _days;
    private readonly IReadOnlyList<int> _hours;
    private readonly IReadOnlyList<int> _minutes;
    private readonly IReadOnlyList<int> _seconds;

    public RuleTimes(RecurrenceRule rule, LocalDateTime start)
    {
        (_rule, _start) = (rule, start);
        _days = new(rule, start.Date);
        _hours = Of(rule.ByHour, Frequency.Daily, start.Hour);
        _minutes = Of(rule.ByMinute, Frequency.Hourly, start.Minute);
        _seconds = Of(rule.BySecond, Frequency.Minutely, start.Second);

        // A part that is not given is DTSTART's where a period is longer than it, and anything where it is not.
        IReadOnlyList<int> Of(IReadOnlyList<int> given, Frequency least, int own) => given.Count > 0 ? given : rule.Frequency >= least ? [own] : [];
    }

    public IEnumerable<LocalDateTime> From(LocalDateTime from)
    {
        if (from < _start)
            from = _start;
        return (_rule.Frequency >= Frequency.Daily ? Periods(from) : ShortPeriods(from)).SelectMany(period => period).Where(time => time >= from);
    }

    /// <summary>Those that BYSETPOS picks of a period, with nothing before DTSTART.</summary>
    private List<LocalDateTime> Choose(List<LocalDateTime> period)
    {
        var chosen = _rule.BySetPos.Count == 0
            ? period
            : _rule.BySetPos.Select(position => position > 0 ? position - 1 : period.Count + position)
                .Where(index => index >= 0 && index < period.Count).Distinct().Order().Select(index => period[index]);
        return [.. chosen.Where(time => time >= _start)];
    }

    private IEnumerable<List<LocalDateTime>> Periods(LocalDateTime from)
    {
        var times = _hours.SelectMany(hour => _minutes.SelectMany(minute => _seconds.Select(second => new LocalTime(hour, minute, second)))).ToList();
        var empty = 0;
        for (var period = First(from.Date); empty <= MostEmpty; period++)
        {
            var (first, length) = Days(period);
            if (length == 0)
                yield break;
            var found = new List<LocalDateTime>();
            foreach (var day in Candidates(first, length))
            {
                if (_days.Allows(day))
                    found.AddRange(times.Select(time => day.At(time)));
            }

            found = Choose(found);
            empty = found.Count > 0 ? 0 : empty + length;
            if (found.Count > 0)
                yield return found;
        }
    }

    /// <summary>The number of the period in which a day lies, or of the one before.</summary>
    private int First(LocalDate day)
    {
        var start = _start.Date;
        var passed = _rule.Frequency switch
        {
            Frequency.Yearly => day.Year - start.Year,
            Frequency.Monthly => ((day.Year - start.Year) * 12) + day.Month - start.Month,
            Frequency.Weekly => Period.DaysBetween(WeekOf(start), WeekOf(day)) / 7,
            _ => Period.DaysBetween(start, day),
        };
        return Math.Max(0, passed / _rule.Interval);
    }

    /// <summary>The first day of a period and how many it has; none past the end of the calendar.</summary>
    private (LocalDate First, int Length) Days(int period)
    {
        var passed = (long)period * _rule.Interval;
        var start = _start.Date;
        switch (_rule.Frequency)
        {
            case Frequency.Yearly:
                var year = start.Year + passed;
                return year > LastDay.Year ? default : (new LocalDate((int)year, 1, 1), start.Calendar.GetDaysInYear((int)year));
            case Frequency.Monthly:
                var months = (start.Year * 12L) + start.Month - 1 + passed;
                if (months / 12 > LastDay.Year)
                    return default;
                var month = new LocalDate((int)(months / 12), (int)(months % 12) + 1, 1);
                return (month, start.Calendar.GetDaysInMonth(month.Year, month.Month));
            case Frequency.Weekly:
                return InCalendar(WeekOf(start), passed * 7) is { } week ? (week, 7) : default;
            default:
                return InCalendar(start, passed) is { } day ? (day, 1) : default;
        }
    }

    private static LocalDate? InCalendar(LocalDate day, long later) => later < Period.DaysBetween(day, LastDay) ? day.PlusDays((int)later) : null;

    private LocalDate WeekOf(LocalDate day) => day.PlusDays(-(((int)day.DayOfWeek - (int)_rule.WeekStart + 7) % 7));

    private IEnumerable<LocalDate> Candidates(LocalDate first, int length) => _rule.Frequency == Frequency.Yearly && _days.Months.Count > 0
        ? _days.Months.SelectMany(month => Span(new LocalDate(first.Year, month, 1), first.Calendar.GetDaysInMonth(first.Year, month)))
        : Span(first, length);

    private static IEnumerable<LocalDate> Span(LocalDate first, int length) => Enumerable.Range(0, length).Select(first.PlusDays);

    /// <summary>Hours, minutes or seconds, each a period; what cannot match is passed over by the day or the hour.</summary>
    private IEnumerable<List<LocalDateTime>> ShortPeriods(LocalDateTime from)
    {
        var unit = _rule.Frequency switch { Frequency.Hourly => 3600L, Frequency.Minutely => 60, _ => 1 };
        var step = unit * _rule.Interval;
        // The first period begins at DTSTART's own hour, minute or second.
        var origin = _start.Date.AtMidnight().PlusSeconds(_start.TimeOfDay.TickOfDay / NodaConstants.TicksPerSecond / unit * unit);
        var empty = 0;
        for (var at = Aligned(from.PlusSeconds(-unit)); at.Date <= LastDay && empty <= MostEmpty; empty++)
        {
            if (!_days.Allows(at.Date))
            {
                at = Aligned(at.Date.PlusDays(1).AtMidnight());
            }
            else if (_hours.Count > 0 && !_hours.Contains(at.Hour))
            {
                at = Aligned(at.Date.AtMidnight().PlusHours(at.Hour + 1));
            }
            else if (unit < 3600 && _minutes.Count > 0 && !_minutes.Contains(at.Minute))
            {
                at = Aligned(at.Date.AtMidnight().PlusHours(at.Hour).PlusMinutes(at.Minute + 1));
            }
            else
            {
                var found = Choose([.. Within(at, unit)]);
                if (found.Count > 0)
                {
                    empty = 0;
                    yield return found;
                }

                at = at.PlusSeconds(step);
            }
        }

        LocalDateTime Aligned(LocalDateTime least)
        {
            var passed = Period.Between(origin, least, PeriodUnits.Seconds).Seconds;
            return passed <= 0 ? origin : origin.PlusSeconds((passed + step - 1) / step * step);
        }
    }

    private IEnumerable<LocalDateTime> Within(LocalDateTime at, long unit) => unit switch
    {
        3600 => _minutes.SelectMany(minute => _seconds.Select(second => at.PlusMinutes(minute).PlusSeconds(second))),
        60 => _seconds.Select(second => at.PlusSeconds(second)),
        _ => _seconds.Count == 0 || _seconds.Contains(at.Second) ? [at] : [],
    };
}
