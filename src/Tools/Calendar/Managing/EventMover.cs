using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>Moves events between calendars of one account.</summary>
internal sealed class EventMover(EventLookup lookup, EventProposals proposals, RepeatableAgreements agreements)
{
    public async Task<EventChange> MoveAsync(string eventId, string toCalendar, string? calendar, string? account, string notify, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return EventChange.Of(answered);
        var (from, item) = await lookup.EventAsync(account, calendar, eventId, cancellationToken);
        var to = await lookup.WritableAsync(from.Account.Nickname, toCalendar, cancellationToken);
        if (item.RecurringEventId is not null)
            throw new ToolFailure("bad_argument", "One occurrence cannot be moved to another calendar: give the id of the whole series.");
        EventEditor.CheckOrganizer(item, from.Account);
        var named = $"{UntrustedText.Line(item.Summary)}, {EventSpan.Of(item, from.Days).ToText()}";
        var work = new EventWork(
            [new(EventOperation.Move, from.Id, item.Id, Destination: to.Id)], notify, $"event moved to {CalendarDirectory.Name(to.Entry)}: {named}", $"Moved to {CalendarDirectory.Name(to.Entry)}: {named}.");
        return await proposals.CarryOutAsync(
            new(to, work, "Move this event to another calendar, for all who are invited?", item, EventProposals.Others(from.Account, item), []), cancellationToken);
    }
}
