using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Calendar.Times;
using NodaTime;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Recurrence as callers give it, in the form that Google and RFC 5545 want.</summary>
internal static class EventRecurrence
{
    /// <returns>Lines for Google; null where the list is empty.</returns>
    /// <exception cref="ToolFailure">Not understood, or the start is not one of its dates.</exception>
    public static IList<string>? Of(IReadOnlyList<string> lines, EventSpan span, DateTimeZone floating) => lines.Count == 0 ? null : Explain(() =>
    {
        var set = RecurrenceSet.Parse(lines.Select(line => line.TrimStart().StartsWith("FREQ=", StringComparison.OrdinalIgnoreCase) ? "RRULE:" + line.Trim() : line));
        var zone = span.Start.Zone ?? floating;
        set = set with { Rules = [.. set.Rules.Select(rule => rule with { Until = rule.Until is { } until ? Until(until, span, zone) : null })] };
        var first = set.Expand(span.Start, floating).Take(1).ToList();
        if (first.Count == 0)
            throw new RecurrenceException("The recurrence has no occurrence at all.");
        if (set.Rules.Count > 0 && first[0].Local != span.Start.Local)
        {
            throw new RecurrenceException(
                $"The start {span.Start.Local:uuuu-MM-dd'T'HH:mm} is not an occurrence of the rule; its first one is {first[0].Local:uuuu-MM-dd'T'HH:mm}. Use that as the start, or change the rule.");
        }

        return (IList<string>)[.. set.ToLines()];
    });

    public static T Explain<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RecurrenceException wrong)
        {
            throw new ToolFailure("bad_recurrence", wrong.Message, wrong);
        }
    }

    /// <summary>UNTIL has the type of the start: a day, or UTC. A day given for a time is the whole day.</summary>
    private static CalendarValue Until(CalendarValue until, EventSpan span, DateTimeZone zone)
    {
        if (span.IsAllDay)
            return CalendarValue.Day((until.IsUtc ? until.Local.InUtc().WithZone(zone).Date : until.Local.Date));
        return until.IsUtc ? until : CalendarValue.Utc(WallClock.At(until.IsDate ? until.Local.Date.At(new LocalTime(23, 59, 59)) : until.Local, zone));
    }
}
