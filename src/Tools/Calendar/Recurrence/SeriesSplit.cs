using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>A series cut in two before one of its occurrences.</summary>
/// <param name="Before">The recurrence that keeps what is earlier.</param>
/// <param name="After">The recurrence that goes on.</param>
/// <param name="AfterStart">Where it goes on.</param>
internal sealed record SeriesSplit(RecurrenceSet Before, RecurrenceSet After, EventStart AfterStart)
{
    private const int MostCounted = 100_000;

    /// <summary>Cuts so that both parts together make exactly the occurrences of the whole.</summary>
    /// <returns>Null where there is nothing before: then the whole series is meant.</returns>
    /// <exception cref="RecurrenceException">It cannot be done exactly, and why.</exception>
    public static SeriesSplit? At(RecurrenceSet set, EventStart start, Occurrence at, DateTimeZone floating)
    {
        var zone = start.Zone ?? floating;
        if (!set.Expand(start, floating, at.Instant, at.Instant.Plus(Duration.Epsilon)).Any())
            throw new RecurrenceException("The series has no occurrence at that time.");
        if (!set.Expand(start, floating, null, at.Instant).Any())
            return null;
        if (set.Rules.Count != 1)
            throw new RecurrenceException("A series with several rules, or with single dates only, cannot be split: change its occurrences one by one.");
        var rule = set.Rules[0];
        if (!RecurrenceSet.OfRule(rule, start, zone, at.Instant, at.Instant.Plus(Duration.Epsilon)).Any(one => one.Local == at.Local))
            throw new RecurrenceException("This occurrence is an extra date, not one of the rule, so the series cannot be split there: split it at another one.");
        if (!start.IsAllDay && WallClock.IsSkipped(at.Local, zone))
            throw new RecurrenceException("The clocks skip the time of this occurrence, so the series cannot be split there: split it at another one.");
        var (kept, last) = Kept(rule, start, zone, at);
        var isEarly = (ListedDate date) => InstantOf(date, start, zone) < at.Instant;
        // Without an occurrence of the rule before it, only extra dates are left.
        var before = new RecurrenceSet
        {
            Rules = last is not { } end ? [] : [rule.Count is null ? rule with { Until = Until(end) } : rule with { Count = kept }],
            Added = [.. set.Added.Where(isEarly)],
            Removed = [.. set.Removed.Where(isEarly)],
        };
        var after = new RecurrenceSet
        {
            Rules = [rule with { Count = rule.Count - kept }],
            Added = [.. set.Added.Where(date => !isEarly(date))],
            Removed = [.. set.Removed.Where(date => !isEarly(date))],
        };
        return new(before, after, start with { Local = at.Local });
    }

    private static (int Kept, Occurrence? Last) Kept(RecurrenceRule rule, EventStart start, DateTimeZone zone, Occurrence at)
    {
        var (kept, last) = (0, (Occurrence?)null);
        if (rule.Count is null)
        {
            // Only the last one matters: look back in growing steps instead of walking from the first.
            for (var back = Duration.FromDays(32); last is null; back *= 4)
            {
                var isWhole = at.Instant - back <= start.In(zone);
                last = RecurrenceSet.OfRule(rule, start, zone, isWhole ? null : at.Instant - back, at.Instant)
                    .Where(one => one.Instant < at.Instant).Select(one => (Occurrence?)one).LastOrDefault();
                if (isWhole)
                    break;
            }

            return (0, last);
        }

        foreach (var one in RecurrenceSet.OfRule(rule, start, zone).TakeWhile(one => one.Instant < at.Instant))
        {
            (kept, last) = (kept + 1, one);
            if (kept > MostCounted)
                throw new RecurrenceException("The series is too long to be split there.");
        }

        return (kept, last);
    }

    /// <summary>UNTIL has the type of DTSTART: a day, or UTC (RFC 5545 3.3.10).</summary>
    private static CalendarValue Until(Occurrence last) => last.IsAllDay ? CalendarValue.Day(last.Local.Date) : CalendarValue.Utc(last.Instant);

    private static Instant InstantOf(ListedDate date, EventStart start, DateTimeZone zone)
    {
        if (date.Value.IsUtc)
            return date.Value.Local.InUtc().ToInstant();
        var local = date.Value.IsDate && !start.IsAllDay ? date.Value.Local.Date.At(start.Local.TimeOfDay) : date.Value.Local;
        return WallClock.At(start.IsAllDay ? local.Date.AtMidnight() : local, date.Zone ?? zone);
    }
}
