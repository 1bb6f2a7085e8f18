using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Deletes events: one, one occurrence, this and the following, or a whole series. For an attendee that means to decline.</summary>
internal sealed class EventRemover(EventLookup lookup, SeriesReader reader, EventProposals proposals, RepeatableAgreements agreements)
{
    public async Task<EventChange> DeleteAsync(EditOptions options, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return EventChange.Of(answered);
        var (calendar, item) = await lookup.EventAsync(options.Account, options.Calendar, options.EventId, cancellationToken);
        if (!calendar.MayWrite)
            throw new ToolFailure("read_only_calendar", $"The calendar '{CalendarDirectory.Name(calendar.Entry)}' can only be read.");
        var found = await reader.OfAsync(calendar, item, cancellationToken);
        var scope = SeriesReader.Scope(options.Scope, found);
        EventStep step;
        var shown = item;
        switch (scope)
        {
            case EventScope.Following when SeriesEditor.Split(found!, calendar) is { } split:
                EventEditor.CheckOrganizer(found!.Series, calendar.Account);
                found.Series.Recurrence = [.. split.Before.ToLines()];
                step = new(EventOperation.Update, calendar.Id, found.Series.Id, EventStep.Write(found.Series), found.Series.ETag);
                break;
            case EventScope.Following or EventScope.All:
                shown = found!.Series;
                step = new(EventOperation.Delete, calendar.Id, found.Series.Id, ETag: found.Series.ETag);
                break;
            default:
                step = new(EventOperation.Delete, calendar.Id, item.Id, ETag: item.ETag);
                break;
        }

        var what = scope switch { EventScope.All => " (the whole series)", EventScope.Following => " (this and the following)", _ => found is null ? "" : " (this occurrence)" };
        var named = $"{UntrustedText.Line(item.Summary)}, {EventSpan.Of(item, calendar.Days).ToText()}";
        var isOwn = item.Organizer is null or { Self: true };
        var work = new EventWork([step], options.Notify, $"event deleted{what}: {named}", $"'{UntrustedText.Line(item.Summary)}' is deleted{what}.")
        {
            AlsoUndo = scope == EventScope.Following ? SeriesEditor.BringBack(calendar, found!) : [],
        };
        return await proposals.CarryOutAsync(
            new(calendar, work, isOwn ? $"Delete this event{what} for all who are invited?" : $"Delete this invitation{what}? The organizer sees that you declined.", shown,
                isOwn ? EventProposals.Others(calendar.Account, item) : options.Notify == "none" ? [] : [item.Organizer!.Email.ToLowerInvariant()], []),
            cancellationToken);
    }
}
