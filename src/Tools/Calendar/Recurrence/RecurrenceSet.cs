using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>A date of RDATE or EXDATE with the zone that it is local to; null for UTC, days and floating times.</summary>
internal readonly record struct ListedDate(CalendarValue Value, DateTimeZone? Zone);

/// <summary>The <c>recurrence</c> lines of an event (RFC 5545 3.8.5): RRULE, RDATE and EXDATE. DTSTART by itself adds nothing: Google has it fit the rule.</summary>
internal sealed record RecurrenceSet
{
    public IReadOnlyList<RecurrenceRule> Rules { get; init; } = [];

    public IReadOnlyList<ListedDate> Added { get; init; } = [];

    public IReadOnlyList<ListedDate> Removed { get; init; } = [];

    /// <exception cref="RecurrenceException">A line is not understood.</exception>
    public static RecurrenceSet Parse(IEnumerable<string> lines) => SetLines.Read(lines);

    public IReadOnlyList<string> ToLines() => SetLines.Write(this);

    /// <summary>In order, each instant once, lazily; an endless rule does not end by itself.</summary>
    /// <param name="start">DTSTART.</param>
    /// <param name="floating">The zone in which days begin and floating times are read.</param>
    /// <param name="from">Nothing that starts earlier.</param>
    /// <param name="until">Nothing that starts at this instant or later.</param>
    public IEnumerable<Occurrence> Expand(EventStart start, DateTimeZone floating, Instant? from = null, Instant? until = null)
    {
        var zone = start.Zone ?? floating;
        var removed = Removed.Select(date => At(date, start, zone).Instant).ToHashSet();
        var streams = Rules.Select(rule => OfRule(rule, start, zone, from, until)).ToList();
        if (Added.Count > 0)
            streams.Add(Added.Select(date => At(date, start, zone)).OrderBy(occurrence => occurrence.Instant));
        return Merge(streams)
            .SkipWhile(occurrence => occurrence.Instant < from)
            .TakeWhile(occurrence => until is not { } end || occurrence.Instant < end)
            .Where(occurrence => !removed.Contains(occurrence.Instant));
    }

    /// <summary>What one rule makes, EXDATE left aside.</summary>
    public static IEnumerable<Occurrence> OfRule(RecurrenceRule rule, EventStart start, DateTimeZone zone, Instant? from = null, Instant? until = null)
    {
        // COUNT is counted from the first; without it the walk can begin near the window. A day of slack: a gap in the clocks can be that long.
        var first = rule.Count is null && from is { } least ? least.InZone(zone).LocalDateTime.PlusHours(-26) : start.Local;
        var last = until?.InZone(zone).LocalDateTime.PlusHours(26);
        var times = new RuleTimes(rule, start.Local).From(first)
            .TakeWhile(local => !(local > last) && IsInTime(rule, local, start, zone))
            .Take(rule.Count ?? int.MaxValue);
        return InOrder(times, start.IsAllDay, zone);
    }

    private static bool IsInTime(RecurrenceRule rule, LocalDateTime local, EventStart start, DateTimeZone zone)
    {
        if (rule.Until is not { } until)
            return true;
        if (until.IsDate)
            return local.Date <= until.Local.Date;
        if (!until.IsUtc)
            return local <= until.Local;
        return start.IsAllDay ? local.Date <= until.Local.Date : WallClock.At(local, zone) <= until.Local.InUtc().ToInstant();
    }

    /// <summary>Times that the clocks skip come later than their neighbours after the gap, or at the same instant.</summary>
    private static IEnumerable<Occurrence> InOrder(IEnumerable<LocalDateTime> times, bool isAllDay, DateTimeZone zone)
    {
        var moved = new Queue<Occurrence>();
        foreach (var local in times)
        {
            var occurrence = new Occurrence(local, WallClock.At(local, zone), isAllDay);
            if (WallClock.IsSkipped(local, zone))
            {
                moved.Enqueue(occurrence);
                continue;
            }

            while (moved.TryPeek(out var early) && early.Instant <= occurrence.Instant)
                yield return moved.Dequeue();
            yield return occurrence;
        }

        foreach (var rest in moved)
            yield return rest;
    }

    private static Occurrence At(ListedDate date, EventStart start, DateTimeZone zone)
    {
        var (value, own) = (date.Value, date.Zone ?? zone);
        if (start.IsAllDay || value.IsDate)
        {
            var day = value.Local.Date;
            var local = start.IsAllDay ? day.AtMidnight() : day.At(start.Local.TimeOfDay);
            return new(local, WallClock.At(local, zone), start.IsAllDay);
        }

        var instant = value.IsUtc ? value.Local.InUtc().ToInstant() : WallClock.At(value.Local, own);
        return new(value.IsUtc || !own.Equals(zone) ? instant.InZone(zone).LocalDateTime : value.Local, instant, false);
    }

    private static IEnumerable<Occurrence> Merge(List<IEnumerable<Occurrence>> streams)
    {
        var heads = streams.Select(stream => stream.GetEnumerator()).ToList();
        try
        {
            heads.RemoveAll(head => !head.MoveNext());
            Instant? last = null;
            while (heads.Count > 0)
            {
                var next = heads.MinBy(head => head.Current.Instant)!;
                if (next.Current.Instant != last)
                    yield return next.Current;
                last = next.Current.Instant;
                if (!next.MoveNext())
                    heads.Remove(next);
            }
        }
        finally
        {
            heads.ForEach(head => head.Dispose());
        }
    }
}
