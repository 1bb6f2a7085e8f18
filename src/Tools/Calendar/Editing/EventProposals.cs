using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Gmail.Outbox;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>A change of an event that is ready: what to do, and what to show of it.</summary>
/// <param name="Calendar">Where.</param>
/// <param name="Work">What to do.</param>
/// <param name="Title">The question for the person.</param>
/// <param name="Item">The event as it will be, or as it was before it goes.</param>
/// <param name="People">Addresses of the others who see it; empty for the own calendar.</param>
/// <param name="Notes">What else to know.</param>
internal sealed record PreparedChange(OwnCalendar Calendar, EventWork Work, string Title, Event Item, IReadOnlyList<string> People, IReadOnlyList<string> Notes)
{
    /// <summary>What is different from before, for the card.</summary>
    public IReadOnlyList<CardLine> Changes { get; init; } = [];

    public string? IdempotencyKey { get; init; }

    /// <summary>The same call again is the same event; a change can be wanted again after another one.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Does at once what only the own calendar sees; asks first for the rest.</summary>
internal sealed class EventProposals(IAgreements agreements, RepeatableAgreements repeatable, EventRunner runner, Strangers strangers, CurrentCall call)
{
    public static readonly IReadOnlyList<string> Notifications = ["all", "external", "none"];

    public async Task<EventChange> CarryOutAsync(PreparedChange change, CancellationToken cancellationToken)
    {
        var known = View(change.Calendar, change.Item) with { Notes = change.Notes.Count > 0 ? change.Notes : null };
        if (change.People.Count > 0)
        {
            var proposal = await ProposalAsync(change, cancellationToken);
            return EventChange.Of(change.IsNew ? await agreements.ProposeAsync(proposal, cancellationToken) : await repeatable.AskAsync(proposal, cancellationToken), known);
        }


        var done = await runner.RunAsync(change.Calendar.Account, change.Work, null, null, cancellationToken);
        var shown = done.Event is { } item ? View(change.Calendar, item) : known;
        return shown with { State = "done", Message = change.Work.Said, Notes = known.Notes, UndoId = done.ChangeId };
    }

    public static EventChange View(OwnCalendar calendar, Event item) => new(
        Id: item.Id,
        Calendar: calendar.Id,
        Start: EventTimes.Show(item.Start, calendar.Zone),
        End: EventTimes.Show(item.End, calendar.Zone),
        Link: item.HtmlLink);

    private async Task<Proposal> ProposalAsync(PreparedChange change, CancellationToken cancellationToken)
    {
        if (call.Caller.Grants.Level < PermissionLevel.Send)
        {
            throw new ToolFailure(
                "level", "Other people see this event, so changing it needs a key of the level 'send'. Without attendees it is possible with this key.");
        }

        if (call.Caller.Grants.Sending == SendPolicy.DraftsOnly)
            throw new ToolFailure("drafts_only", "Reaching other people is switched off here: events with attendees are not made or changed. The person does it in Google Calendar.");
        var account = change.Calendar.Account;
        var unknown = change.Work.Steps.All(step => step.Operation == EventOperation.Delete) ? [] : await strangers.AmongAsync(account, change.People, cancellationToken);
        var item = change.Item;
        var lines = new List<CardLine>
        {
            new("Account", $"{account.Nickname} <{account.Email}>"),
            new("Calendar", CalendarDirectory.Name(change.Calendar.Entry)),
            new("Event", UntrustedText.Line(item.Summary)),
            new("When", EventSpan.Of(item, change.Calendar.Days).ToText()),
        };
        if (item.Recurrence is { Count: > 0 } recurrence)
            lines.Add(new("Repeats", Words(recurrence, change.Calendar)));
        if (!string.IsNullOrEmpty(item.Location))
            lines.Add(new("Where", UntrustedText.Line(item.Location)));
        lines.AddRange(change.Changes);
        lines.Add(new("Attendees", string.Join(", ", change.People)));
        lines.Add(new("Mailed to them", change.Work.Notify switch { "all" => "all of them", "external" => "those outside Google Calendar", _ => "nobody, but it shows in their calendars" }));
        return new()
        {
            Kind = EventAction.Name,
            Account = account,
            Card = new(
                change.Title,
                lines,
                string.IsNullOrWhiteSpace(item.Description) ? null : item.Description,
                [.. unknown.Select(one => $"You have never written to {one} from this account."), .. change.Notes.Select(UntrustedText.Line)]),
            Payload = (change.Work with { IsShared = true }).ToJson(),
            Recipients = change.People,
            IdempotencyKey = change.IdempotencyKey,
        };
    }

    private static string Words(IList<string> recurrence, OwnCalendar calendar)
    {
        try
        {
            return RecurrenceWords.Of(RecurrenceSet.Parse(recurrence), calendar.Days);
        }
        catch (RecurrenceException)
        {
            return string.Join("; ", recurrence.Select(UntrustedText.Line));
        }
    }

    /// <summary>Who beside the account itself sees the event; rooms are no people.</summary>
    public static IReadOnlyList<string> Others(GoogleAccount account, params IEnumerable<Event?> items) =>
    [
        .. items.SelectMany(item => item?.Attendees ?? []).Where(guest => guest.Resource is not true && !EventFields.Is(guest, account.Email))
            .Select(guest => guest.Email.ToLowerInvariant()).Distinct(),
    ];
}
