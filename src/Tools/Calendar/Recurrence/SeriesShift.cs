using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>Moves a whole series: its rule and its single dates go along with the start.</summary>
internal static class SeriesShift
{
    /// <param name="set">The recurrence.</param>
    /// <param name="from">The start that it has.</param>
    /// <param name="to">The start that it gets; another zone, or days instead of times, is possible.</param>
    /// <param name="floating">The zone in which floating times are read.</param>
    /// <exception cref="RecurrenceException">The rule says days that cannot be moved without guessing.</exception>
    public static RecurrenceSet Move(RecurrenceSet set, EventStart from, EventStart to, DateTimeZone floating)
    {
        var (oldZone, newZone) = (from.Zone ?? floating, to.Zone ?? floating);
        var days = Period.DaysBetween(from.Local.Date, to.Local.Date);
        return set with
        {
            Rules = [.. set.Rules.Select(rule => Rule(rule, from, to, days) with { Until = rule.Until is { } until ? Until(until) : null })],
            Added = [.. set.Added.Select(Date)],
            Removed = [.. set.Removed.Select(Date)],
        };

        CalendarValue Until(CalendarValue until)
        {
            var local = Moved(Local(until, null), isLast: until.IsDate);
            return to.IsAllDay ? CalendarValue.Day(local.Date) : CalendarValue.Utc(WallClock.At(local, newZone));
        }

        ListedDate Date(ListedDate date)
        {
            var local = Moved(Local(date.Value, date.Zone), isLast: false);
            return to.IsAllDay ? new(CalendarValue.Day(local.Date), null) : new(CalendarValue.Utc(WallClock.At(local, newZone)), null);
        }

        // In the old zone's wall clock, as the rule makes its times.
        LocalDateTime Local(CalendarValue value, DateTimeZone? zone)
        {
            if (value.IsUtc)
                return Wall(set, from, value.Local.InUtc().ToInstant(), oldZone);
            return zone is null || zone.Equals(oldZone) ? value.Local : WallClock.At(value.Local, zone).InZone(oldZone).LocalDateTime;
        }

        LocalDateTime Moved(LocalDateTime local, bool isLast)
        {
            if (from.IsAllDay || isLast)
                return local.Date.PlusDays(days).At(isLast && !to.IsAllDay ? new LocalTime(23, 59, 59) : to.Local.TimeOfDay);
            return to.IsAllDay ? local.Date.PlusDays(days).AtMidnight() : local + Period.Between(from.Local, to.Local, PeriodUnits.Days | PeriodUnits.Ticks);
        }
    }

    /// <summary>The rule's own time for an instant: shortly after a gap in the clocks it may be one that they skipped.</summary>
    private static LocalDateTime Wall(RecurrenceSet set, EventStart from, Instant instant, DateTimeZone zone)
    {
        var interval = zone.GetZoneInterval(instant);
        var isAfterGap = interval.HasStart && instant - interval.Start < Duration.FromDays(1) && zone.GetUtcOffset(interval.Start - Duration.Epsilon) < interval.WallOffset;
        var made = isAfterGap
            ? set.Rules.SelectMany(rule => RecurrenceSet.OfRule(rule, from, zone, instant, instant + Duration.Epsilon)).Where(one => one.Instant == instant).Select(one => (LocalDateTime?)one.Local).FirstOrDefault()
            : null;
        return made ?? instant.InZone(zone).LocalDateTime;
    }

    private static RecurrenceRule Rule(RecurrenceRule rule, EventStart from, EventStart to, int days)
    {
        if (from.Local.TimeOfDay != to.Local.TimeOfDay && (rule.ByHour.Count > 0 || rule.ByMinute.Count > 0 || rule.BySecond.Count > 0))
            throw new RecurrenceException("The rule names hours or minutes itself, so the series cannot be moved by its start: give a new recurrence.");
        if (days == 0)
            return rule;
        var (old, day) = (from.Local.Date, to.Local.Date);
        if (rule.ByYearDay.Count > 0 || rule.ByWeekNo.Count > 0 || rule.BySetPos.Count > 0)
            throw new RecurrenceException("The rule names its days in a way that cannot be moved along: give a new recurrence.");
        if (rule.Frequency is Frequency.Weekly or Frequency.Daily && rule.ByMonth.Count == 0 && rule.ByMonthDay.Count == 0)
        {
            // The week begins as much later, so that every second week stays the same pair of days.
            return rule with
            {
                ByDay = [.. rule.ByDay.Select(one => one with { Day = Later(one.Day, days) }).OrderBy(one => one.Day)],
                WeekStart = rule.Frequency == Frequency.Weekly && rule.Interval > 1 && rule.ByDay.Count > 1 ? Later(rule.WeekStart, days) : rule.WeekStart,
            };
        }

        var moved = rule;
        if (rule.ByMonth is [var month] && month == old.Month)
            moved = moved with { ByMonth = [day.Month] };
        else if (rule.ByMonth.Count > 0)
            throw Several();
        if (rule.ByMonthDay.Count == 0 && rule.ByDay.Count == 0)
            return moved;
        if (rule.ByMonthDay is [var monthDay] && rule.ByDay.Count == 0)
        {
            if (monthDay == old.Day)
                return moved with { ByMonthDay = [day.Day] };
            if (monthDay == old.Day - Length(old) - 1)
                return moved with { ByMonthDay = [day.Day - Length(day) - 1] };
        }

        if (rule.ByDay is [{ Ordinal: not 0 } weekday] && rule.ByMonthDay.Count == 0 && (rule.Frequency == Frequency.Monthly || rule.ByMonth.Count > 0))
        {
            var fromEnd = -(((Length(day) - day.Day) / 7) + 1);
            if (weekday.Ordinal > 0)
                return moved with { ByDay = [new(((day.Day - 1) / 7) + 1, day.DayOfWeek)] };
            if (weekday.Ordinal == fromEnd)
                return moved with { ByDay = [new(fromEnd, day.DayOfWeek)] };
        }

        throw Several();
    }

    private static RecurrenceException Several() =>
        new("The rule names its days itself, and they cannot be moved along without guessing: give a new recurrence together with the new start.");

    private static int Length(LocalDate day) => day.Calendar.GetDaysInMonth(day.Year, day.Month);

    private static IsoDayOfWeek Later(IsoDayOfWeek day, int days) => (IsoDayOfWeek)(((((int)day - 1 + days) % 7) + 7) % 7 + 1);
}
