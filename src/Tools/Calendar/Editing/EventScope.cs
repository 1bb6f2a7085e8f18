using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Calendar.Times;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Which occurrences of a series a change is about.</summary>
internal enum EventScope
{
    /// <summary>A single event, or this one occurrence.</summary>
    This,
    Following,
    All,
}

/// <summary>A series and the occurrence that a call named.</summary>
/// <param name="Series">The recurring event.</param>
/// <param name="Instance">The occurrence, or null where the series itself was named.</param>
/// <param name="Exceptions">Occurrences that were changed or cancelled one by one.</param>
internal sealed record EventSeries(Event Series, Event? Instance, IReadOnlyList<Event> Exceptions)
{
    public RecurrenceSet Set => EventRecurrence.Explain(() => RecurrenceSet.Parse(Series.Recurrence ?? []));

    /// <summary>The occurrence as the rule makes it, before it was changed by itself.</summary>
    public Occurrence Original(OwnCalendar calendar)
    {
        var zone = EventSpan.Of(Series, calendar.Days).Start.Zone ?? calendar.Days;
        var original = Instance!.OriginalStartTime;
        var at = original?.Date is { } day
            ? EventStart.AllDay(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)
            : EventStart.Timed(EventSpan.At(original, calendar.Days).WithZone(zone).LocalDateTime, zone);
        // In a gap of the clocks Google names the moved time; the rule's own is found by the instant.
        var instant = at.IsAllDay ? at.In(calendar.Days) : EventSpan.At(original, calendar.Days).ToInstant();
        return Set.Expand(EventSpan.Of(Series, calendar.Days).Start, calendar.Days, instant, instant.Plus(NodaTime.Duration.Epsilon)).Select(one => (Occurrence?)one).FirstOrDefault()
            ?? new Occurrence(at.Local, instant, at.IsAllDay);
    }
}
