using System.Security.Cryptography;
using System.Text;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Times;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Where and how an event is made.</summary>
internal sealed record CreateOptions(string? Calendar, string? Account, string Notify, bool AllowDuplicate, string? IdempotencyKey);

/// <summary>Makes events.</summary>
internal sealed class EventCreator(
    EventLookup lookup, EventConflicts conflicts, EventProposals proposals, EventRunner runner, CalendarTimes times, IAgreements agreements, CurrentCall call)
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuv";

    public async Task<EventChange> CreateAsync(EventWish wish, CreateOptions options, CancellationToken cancellationToken)
    {
        if (await agreements.ResumeAsync(options.IdempotencyKey, cancellationToken) is { } earlier)
            return EventChange.Of(earlier);
        if (string.IsNullOrWhiteSpace(wish.Title))
            throw new ToolFailure("bad_argument", "The argument 'title' must not be empty.");
        var calendar = await lookup.WritableAsync(options.Account, options.Calendar, cancellationToken);
        var item = Build(wish, calendar, out var span);
        return await AddAsync(calendar, item, span, options, cancellationToken);
    }

    public Event Build(EventWish wish, OwnCalendar calendar, out EventSpan span)
    {
        span = times.Span(wish.Start ?? throw new ToolFailure("bad_argument", "The argument 'start' is missing."), wish.End, wish.Minutes, CalendarTimes.Zone(wish.TimeZone, calendar.Zone));
        var item = new Event();
        span.Write(item);
        EventFields.Apply(item, wish);
        item.Recurrence = EventRecurrence.Of(wish.Recurrence ?? [], span, calendar.Days);
        return item;
    }

    /// <summary>Adds a finished event, after looking for conflicts and for the same event.</summary>
    public async Task<EventChange> AddAsync(OwnCalendar calendar, Event item, EventSpan span, CreateOptions options, CancellationToken cancellationToken)
    {
        var id = Id(calendar, options.IdempotencyKey);
        if (options.IdempotencyKey is not null && await runner.TryGetAsync(calendar.Account, calendar.Id, id, cancellationToken) is { Status: not "cancelled" } made)
            return EventProposals.View(calendar, made) with { State = "done", Message = "An earlier call with this idempotency_key made it; nothing happened now." };
        var (notes, same) = await conflicts.LookAsync(item, span, id, cancellationToken);
        if (same is not null && !options.AllowDuplicate)
            throw new ToolFailure("duplicate", $"The same event is there already (id {same}): {item.Summary}, {span.ToText()}. Nothing was made. To have it twice, set 'allow_duplicate'.");
        item.Id = id;
        var others = EventProposals.Others(calendar.Account, item);
        if (others.Count > 0 && !(item.Attendees ?? []).Any(guest => EventFields.Is(guest, calendar.Account.Email)))
            item.Attendees = [new() { Email = calendar.Account.Email, ResponseStatus = "accepted" }, .. item.Attendees!];
        var title = item.Summary ?? "";
        var work = new EventWork(
            [new(EventOperation.Insert, calendar.Id, id, EventStep.Write(item))],
            options.Notify,
            $"event created: {title}, {span.ToText()}",
            others.Count > 0 ? $"'{title}' is in the calendar{(options.Notify == "none" ? "" : ", and the invitations are on their way")}: {span.ToText()}." : $"'{title}' is in the calendar: {span.ToText()}.");
        return await proposals.CarryOutAsync(
            new(calendar, work, others.Count > 0 ? "Invite these people to this event?" : "Make this event?", item, others, notes) { IdempotencyKey = options.IdempotencyKey, IsNew = true }, cancellationToken);
    }

    /// <summary>The client's id (base32hex): from the caller's key, so that a repetition finds it; else random, so that a lost answer does.</summary>
    private string Id(OwnCalendar calendar, string? key)
    {
        var bytes = key is null
            ? RandomNumberGenerator.GetBytes(20)
            : SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Caller.UserId}\n{calendar.Account.Id}\n{calendar.Id}\n{key}"))[..20];
        return string.Concat(bytes.Select(value => Digits[value & 31])) + string.Concat(bytes.Take(12).Select(value => Digits[value >> 3]));
    }
}
