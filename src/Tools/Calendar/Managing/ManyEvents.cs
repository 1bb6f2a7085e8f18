using System.Security.Cryptography;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Times;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>Makes several events in one call: all are checked before the first is made, one agreement and one undo cover them.</summary>
internal sealed class ManyEvents(EventLookup lookup, EventCreator creator, EventProposals proposals, IAgreements agreements)
{
    private const int Most = 50;

    public async Task<EventChange> CreateAsync(
        IReadOnlyList<EventItem> events, string? timeZone, string? calendar, string? account, string notify, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (await agreements.ResumeAsync(idempotencyKey, cancellationToken) is { } earlier)
            return EventChange.Of(earlier);
        if (events.Count is 0 or > Most)
            throw new ToolFailure("bad_argument", $"The argument 'events' must have 1 to {Most} events.");
        var target = await lookup.WritableAsync(account, calendar, cancellationToken);
        var (items, steps) = (new List<Event>(), new List<EventStep>());
        for (var i = 0; i < events.Count; i++)
        {
            var wish = events[i];
            try
            {
                var item = creator.Build(
                    new()
                    {
                        Title = wish.Title,
                        Start = wish.Start,
                        End = wish.End,
                        Minutes = wish.Minutes,
                        TimeZone = timeZone,
                        Description = wish.Description,
                        Location = wish.Location,
                        Attendees = wish.Attendees,
                        Recurrence = wish.Recurrence,
                    },
                    target,
                    out _);
                item.Id = RandomNumberGenerator.GetHexString(32, lowercase: true);
                items.Add(item);
                steps.Add(new(EventOperation.Insert, target.Id, item.Id, EventStep.Write(item)));
            }
            catch (ToolFailure failure)
            {
                throw new ToolFailure(failure.Code, $"Event {i + 1} ('{wish.Title}'): {failure.Message} None was made.", failure);
            }
        }

        var others = EventProposals.Others(target.Account, items);
        var notes = items.Select(item => $"{item.Summary}: {EventSpan.Of(item, target.Days).ToText()} (id {item.Id})").ToList();
        var work = new EventWork(steps, notify, $"{items.Count} events created, the first: {items[0].Summary}", $"{items.Count} events are in the calendar.");
        return await proposals.CarryOutAsync(
            new(target, work, $"Invite these people to these {items.Count} events?", items[0], others, notes) { IdempotencyKey = idempotencyKey, IsNew = true }, cancellationToken);
    }
}
