using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;
using NodaTime;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Which event is changed, and how far.</summary>
internal sealed record EditOptions(string EventId, string? Scope, string? Calendar, string? Account, string Notify);

/// <summary>Changes events: one, one occurrence, this and the following, or a whole series.</summary>
internal sealed class EventEditor(
    EventLookup lookup, SeriesReader reader, SeriesEditor series, EventConflicts conflicts, EventProposals proposals, CalendarTimes times, RepeatableAgreements agreements)
{
    public async Task<EventChange> UpdateAsync(EventWish wish, EditOptions options, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return EventChange.Of(answered);
        if (wish.IsPersonal && wish.Details is null)
            throw new ToolFailure("bad_argument", "Nothing is to be changed: give at least one field beside event_id.");
        var (calendar, item) = await lookup.EventAsync(options.Account, options.Calendar, options.EventId, cancellationToken);
        if (!calendar.MayWrite)
            throw new ToolFailure("read_only_calendar", $"The calendar '{CalendarDirectory.Name(calendar.Entry)}' can only be read.");
        if (!wish.IsPersonal)
            CheckOrganizer(item, calendar.Account);
        var found = await reader.OfAsync(calendar, item, cancellationToken);
        var scope = SeriesReader.Scope(options.Scope, found);
        var notify = wish.IsPersonal ? "none" : options.Notify;
        var target = scope == EventScope.All ? found!.Series : item;
        var before = EventStep.Read(EventStep.Write(target));
        var notes = new List<string>();
        var (steps, after, alsoUndo) = scope switch
        {
            EventScope.This => One(calendar, target, wish),
            EventScope.All => series.All(calendar, found!, wish, notes),
            _ => series.Following(calendar, found!, wish, notes),
        };
        var span = EventSpan.Of(after, calendar.Days);
        if (wish.Start is not null || wish.End is not null || wish.Minutes is not null)
            notes.AddRange((await conflicts.LookAsync(after, span, found?.Series.Id ?? item.Id, cancellationToken)).Notes);
        var what = scope switch { EventScope.All => " (the whole series)", EventScope.Following => " (this and the following)", _ => found is null ? "" : " (this occurrence)" };
        var work = new EventWork(steps, notify, $"event changed{what}: {UntrustedText.Line(after.Summary)}, {span.ToText()}", $"'{UntrustedText.Line(after.Summary)}' is changed{what}: {span.ToText()}.")
        {
            AlsoUndo = alsoUndo,
        };
        var others = wish.IsPersonal ? [] : EventProposals.Others(calendar.Account, before, after);
        return await proposals.CarryOutAsync(
            new(calendar, work, $"Change this event{what}?", after, others, notes) { Changes = Differences(before, after, calendar) }, cancellationToken);
    }

    public static void CheckOrganizer(Event item, GoogleAccount account)
    {
        if (item.Organizer is { Self: not true } organizer && item.GuestsCanModify is not true && (item.Attendees ?? []).Any(guest => guest.Self is true))
        {
            throw new ToolFailure(
                "not_organizer",
                $"Only the organizer ({UntrustedText.Line(organizer.Email)}) can change this event. From account {account.Nickname} one can respond with calendar_respond, or change reminders and color.");
        }
    }

    private SeriesChange One(OwnCalendar calendar, Event item, EventWish wish)
    {
        var span = EventSpan.Of(item, calendar.Days);
        var isSeriesPart = item.RecurringEventId is not null;
        if (isSeriesPart && wish.Recurrence is not null)
            throw new ToolFailure("bad_argument", "One occurrence cannot repeat: change the recurrence with scope 'following' or 'all'.");
        EventFields.Apply(item, wish);
        var moved = Moved(wish, span, calendar);
        moved?.Write(item);
        if (wish.Recurrence is { } recurrence)
        {
            item.Recurrence = EventRecurrence.Of(recurrence, moved ?? span, calendar.Days);
            (moved ?? Zoned(span, calendar)).Write(item);
        }

        return new([new(EventOperation.Update, calendar.Id, item.Id, EventStep.Write(item), item.ETag)], item, []);
    }

    /// <summary>The new times, or null where they stay.</summary>
    public EventSpan? Moved(EventWish wish, EventSpan before, OwnCalendar calendar)
    {
        if (wish.Start is null && wish.End is null && wish.Minutes is null)
            return null;
        var zone = wish.TimeZone is null && before.Start.Zone is { } own ? own : CalendarTimes.Zone(wish.TimeZone, calendar.Zone);
        return times.Span(wish.Start ?? Text(before.Start, zone), wish.End, wish.Minutes, zone, before);
    }

    private static EventSpan Zoned(EventSpan span, OwnCalendar calendar) => span.IsAllDay || span.Start.Zone is not null ? span : EventSpan.Timed(span.From.InZone(calendar.Days), span.Until.InZone(calendar.Days));

    private static string Text(EventStart start, DateTimeZone zone) =>
        start.IsAllDay ? $"{start.Local.Date:uuuu-MM-dd}" : $"{start.In(zone).ToDateTimeOffset():yyyy-MM-dd'T'HH:mm:sszzz}";

    private static List<CardLine> Differences(Event before, Event after, OwnCalendar calendar)
    {
        var lines = new List<CardLine>();
        var (was, now) = (EventSpan.Of(before, calendar.Days), EventSpan.Of(after, calendar.Days));
        if (was != now)
            lines.Add(new("Was", was.ToText()));
        if (before.Summary != after.Summary)
            lines.Add(new("Was called", UntrustedText.Line(before.Summary)));
        if (before.Location != after.Location)
            lines.Add(new("Was at", UntrustedText.Line(before.Location)));
        var gone = (before.Attendees ?? []).Where(guest => !(after.Attendees ?? []).Any(one => EventFields.Is(one, guest.Email))).Select(guest => guest.Email).ToList();
        if (gone.Count > 0)
            lines.Add(new("No longer invited", string.Join(", ", gone)));
        return lines;
    }
}
