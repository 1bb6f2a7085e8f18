using System.Security.Cryptography;
using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Calendar.Times;
using Google.Apis.Calendar.v3.Data;
using NodaTime;

namespace Assistant.Tools.Calendar.Editing;

/// <param name="Steps">What to do.</param>
/// <param name="After">The event as it will be.</param>
/// <param name="AlsoUndo">Single occurrences that are lost by it.</param>
internal sealed record SeriesChange(IReadOnlyList<EventStep> Steps, Event After, IReadOnlyList<EventStep> AlsoUndo);

/// <summary>Changes of a whole series, and of this and the following.</summary>
internal sealed class SeriesEditor(CalendarTimes times)
{
    /// <summary>The whole series: a new time of the named occurrence moves all by as much; dates that were cancelled stay cancelled.</summary>
    public SeriesChange All(OwnCalendar calendar, EventSeries series, EventWish wish, List<string> notes)
    {
        var item = series.Series;
        var before = EventSpan.Of(item, calendar.Days);
        EventFields.Apply(item, wish);
        var moved = Moved(wish, before, series.Instance is null ? null : series.Original(calendar), calendar);
        var span = moved ?? before;
        if (wish.Recurrence is { } recurrence)
            item.Recurrence = EventRecurrence.Of(recurrence, span, calendar.Days);
        else if (moved is not null)
            item.Recurrence = Moved(WithCancelled(series, calendar), before, moved, calendar);
        if (moved is not null || wish.Recurrence is not null)
        {
            span.Write(item);
            Lost(series.Exceptions, notes);
        }

        return new([new(EventOperation.Update, calendar.Id, item.Id, EventStep.Write(item), item.ETag)], item, BringBack(calendar, series.Exceptions));
    }

    /// <summary>The series ends before the occurrence, and a new one with the changes begins there; what was changed one by one goes along where it can.</summary>
    public SeriesChange Following(OwnCalendar calendar, EventSeries series, EventWish wish, List<string> notes)
    {
        var item = series.Series;
        var whole = EventSpan.Of(item, calendar.Days);
        var at = series.Original(calendar);
        if (Split(series, calendar) is not { } split)
            return All(calendar, series, wish, notes);
        var from = whole.MoveTo(split.AfterStart, calendar.Days);
        var after = EventStep.Read(EventStep.Write(item));
        var exceptions = series.Exceptions.Where(one => IsFrom(one, at, calendar)).ToList();
        (after.Id, after.ETag, after.ICalUID, after.Sequence) = (NewId(), null, null, null);
        (after.HtmlLink, after.CreatedRaw, after.UpdatedRaw, after.Creator, after.Organizer) = (null, null, null, null, null);
        EventFields.Apply(after, wish);
        var moved = Moved(wish, from, at, calendar);
        var set = WithCancelled(split.After, exceptions, from, calendar);
        after.Recurrence = wish.Recurrence is { } recurrence ? EventRecurrence.Of(recurrence, moved ?? from, calendar.Days)
            : moved is null ? [.. set.ToLines()] : Moved(set, from, moved, calendar);
        (moved ?? from).Write(after);
        item.Recurrence = [.. split.Before.ToLines()];
        var steps = new List<EventStep>
        {
            new(EventOperation.Insert, calendar.Id, after.Id, EventStep.Write(after)),
            new(EventOperation.Update, calendar.Id, item.Id, EventStep.Write(item), item.ETag),
        };
        var changed = exceptions.Where(one => one.Status != "cancelled").ToList();
        if (moved is null && wish.Recurrence is null)
            steps.AddRange(changed.Select(one => Carried(one, item.Id, after.Id, wish, calendar)));
        else
            Lost(changed, notes);
        return new(steps, after, BringBack(calendar, changed));
    }

    /// <summary>What an undo needs for occurrences from one on that were changed by themselves.</summary>
    public static IReadOnlyList<EventStep> BringBack(OwnCalendar calendar, EventSeries series)
    {
        var at = series.Original(calendar);
        return BringBack(calendar, series.Exceptions.Where(one => IsFrom(one, at, calendar)));
    }

    private static IReadOnlyList<EventStep> BringBack(OwnCalendar calendar, IEnumerable<Event> exceptions) =>
        [.. exceptions.Where(one => one.Status != "cancelled").Select(one => new EventStep(EventOperation.Restore, calendar.Id, one.Id, EventStep.Write(one), Quiet: true))];

    public static SeriesSplit? Split(EventSeries series, OwnCalendar calendar) => EventRecurrence.Explain(
        () => SeriesSplit.At(series.Set, EventSpan.Of(series.Series, calendar.Days).Start, series.Original(calendar), calendar.Days));

    /// <summary>A changed occurrence in the new series, with its own changes and those of now.</summary>
    private static EventStep Carried(Event exception, string oldId, string newId, EventWish wish, OwnCalendar calendar)
    {
        var copy = EventStep.Read(EventStep.Write(exception));
        copy.Id = newId + exception.Id[oldId.Length..];
        (copy.ETag, copy.RecurringEventId, copy.ICalUID, copy.HtmlLink) = (null, null, null, null);
        EventFields.Apply(copy, wish);
        return new(EventOperation.Update, calendar.Id, copy.Id, EventStep.Write(copy), Quiet: true);
    }

    private static bool IsFrom(Event exception, Occurrence at, OwnCalendar calendar) => exception.OriginalStartTime?.Date is { } day
        ? NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value >= at.Local.Date
        : EventSpan.At(exception.OriginalStartTime, calendar.Days).ToInstant() >= at.Instant;

    private static RecurrenceSet WithCancelled(EventSeries series, OwnCalendar calendar) =>
        WithCancelled(series.Set, series.Exceptions, EventSpan.Of(series.Series, calendar.Days), calendar);

    /// <summary>Cancelled occurrences as EXDATE: Google forgets them when the times of a series change.</summary>
    private static RecurrenceSet WithCancelled(RecurrenceSet set, IReadOnlyList<Event> exceptions, EventSpan span, OwnCalendar calendar) => set with
    {
        Removed =
        [
            .. set.Removed,
            .. exceptions.Where(one => one.Status == "cancelled").Select(one => new ListedDate(
                span.IsAllDay
                    ? CalendarValue.Day(NodaTime.Text.LocalDatePattern.Iso.Parse(one.OriginalStartTime.Date).Value)
                    : CalendarValue.Utc(EventSpan.At(one.OriginalStartTime, calendar.Days).ToInstant()),
                null)),
        ],
    };

    private static IList<string> Moved(RecurrenceSet set, EventSpan before, EventSpan after, OwnCalendar calendar) =>
        EventRecurrence.Explain(() => (IList<string>)[.. SeriesShift.Move(set, before.Start, after.Start, calendar.Days).ToLines()]);

    /// <summary>The times of the series after the change; given for one occurrence, all move by the same days and hours.</summary>
    private EventSpan? Moved(EventWish wish, EventSpan series, Occurrence? named, OwnCalendar calendar)
    {
        if (wish.Start is null && wish.End is null && wish.Minutes is null)
            return null;
        var zone = wish.TimeZone is null && series.Start.Zone is { } own ? own : CalendarTimes.Zone(wish.TimeZone, calendar.Zone);
        var own_ = named is { } occurrence ? series.MoveTo(series.Start with { Local = occurrence.Local }, calendar.Days) : series;
        var start = wish.Start ?? (own_.IsAllDay ? $"{own_.Start.Local.Date:uuuu-MM-dd}" : $"{own_.From.InZone(zone).ToDateTimeOffset():yyyy-MM-dd'T'HH:mm:sszzz}");
        var moved = times.Span(start, wish.End, wish.Minutes, zone, own_);
        if (named is null)
            return moved;
        var days = Period.DaysBetween(own_.Start.Local.Date, moved.Start.Local.Date);
        var first = series.Start.Local.Date.PlusDays(days) + moved.Start.Local.TimeOfDay;
        return moved.MoveTo(moved.Start with { Local = first }, zone);
    }

    private static void Lost(IEnumerable<Event> exceptions, List<string> notes)
    {
        var changed = exceptions.Count(one => one.Status != "cancelled");
        if (changed > 0)
            notes.Add($"{changed} {(changed == 1 ? "occurrence that was changed by itself loses its" : "occurrences that were changed by themselves lose their")} own changes.");
    }

    private static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
