using System.Text;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;
using Google.Apis.Gmail.v1.Data;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>Puts an invitation from a mail (RFC 5546, text/calendar) into the own calendar, once, without answering it.</summary>
internal sealed class InvitationImport(GoogleAccounts accounts, EventLookup lookup, PartBytes bytes, GoogleServices google, EventConflicts conflicts, EventProposals proposals)
{
    private const int LargestInvitation = 1_000_000;

    public async Task<EventChange> ImportAsync(string messageId, string? part, string? calendar, string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var target = await lookup.WritableAsync(owner.Nickname, calendar, cancellationToken);
        var message = await bytes.MessageAsync(owner, messageId, cancellationToken);
        var found = Parts(message.Payload).FirstOrDefault(one => part is null ? IsCalendar(one) : one.PartId == part)
            ?? throw new ToolFailure("no_invitation", "This message has no invitation (text/calendar) in it.");
        if (found.Body?.Size > LargestInvitation)
            throw new ToolFailure("too_large", "The invitation is larger than a megabyte; it is not read.");
        var read = Read(Encoding.UTF8.GetString(await bytes.ReadAsync(owner, messageId, found, cancellationToken)));
        if (read.Method == "CANCEL")
            throw new ToolFailure("cancelled_invitation", "This mail cancels an event. Delete the event with calendar_delete.");
        var item = Convert(read.Event, target);
        var same = await google.CalendarAsync(owner, $"calendar {target.Id}", service =>
        {
            var request = service.Events.List(target.Id);
            request.ICalUID = item.ICalUID;
            return request.ExecuteAsync(cancellationToken);
        });
        if (same.Items?.FirstOrDefault(one => one.RecurringEventId is null && one.Status != "cancelled") is { } there)
            return EventProposals.View(target, there) with { State = "done", Message = "This invitation is in the calendar already; nothing was changed. Answer it with calendar_respond." };
        var span = EventSpan.Of(item, target.Days);
        var (notes, _) = await conflicts.LookAsync(item, span, null, cancellationToken);
        var title = UntrustedText.Line(item.Summary);
        var work = new EventWork([new(EventOperation.Import, target.Id, item.ICalUID, EventStep.Write(item))], "none", $"invitation imported: {title}", $"'{title}' is in the calendar: {span.ToText()}. Nobody was told.");
        return await proposals.CarryOutAsync(new(target, work, "", item, [], notes), cancellationToken);
    }

    private static (string? Method, CalendarEvent Event) Read(string text)
    {
        try
        {
            var calendar = Ical.Net.Calendar.Load(text);
            var item = calendar?.Events.FirstOrDefault(one => one.RecurrenceIdentifier is null) ?? calendar?.Events.FirstOrDefault();
            return item is { Start: not null, Uid: not null } ? (calendar!.Method?.ToUpperInvariant(), item) : throw Unreadable(null);
        }
        catch (Exception wrong) when (wrong is not ToolFailure)
        {
            // The parser meets whatever strangers write; all that matters is that it could not be read.
            throw Unreadable(wrong);
        }
    }

    private static Event Convert(CalendarEvent read, OwnCalendar target)
    {
        var item = new Event
        {
            ICalUID = read.Uid,
            Summary = read.Summary,
            Description = read.Description,
            Location = read.Location,
            Sequence = read.Sequence,
            Organizer = read.Organizer is { Value: { } organizer } ? new() { Email = Address(organizer), DisplayName = read.Organizer.CommonName } : null,
            Attendees = read.Attendees is { Count: > 0 } guests
                ? [.. guests.Where(guest => guest.Value is not null).Select(guest => new EventAttendee
                {
                    Email = Address(guest.Value!),
                    DisplayName = guest.CommonName,
                    Optional = guest.Role == "OPT-PARTICIPANT" ? true : null,
                    ResponseStatus = guest.ParticipationStatus switch { "ACCEPTED" => "accepted", "DECLINED" => "declined", "TENTATIVE" => "tentative", _ => "needsAction" },
                })]
                : null,
        };
        if (!read.Start!.HasTime)
        {
            var first = Day(read.Start);
            EventSpan.AllDay(first, read.End is { } last ? Day(last) : first.PlusDays(1)).Write(item);
        }
        else
        {
            var start = At(read.Start, target.Days);
            var end = read.End is { } given ? At(given, target.Days) : (start.ToInstant() + NodaTime.Duration.FromHours(1)).InZone(start.Zone);
            EventSpan.Timed(start, end).Write(item);
        }

        if (read.RecurrenceRule is { } rule)
        {
            var gone = read.ExceptionDates.GetAllDates().Select(date => date.HasTime
                ? $"EXDATE:{Recurrence.CalendarValue.Utc(At(date, target.Days).ToInstant())}"
                : $"EXDATE;VALUE=DATE:{Recurrence.CalendarValue.Day(Day(date))}");
            item.Recurrence = EventRecurrence.Of([$"RRULE:{rule}", .. gone], EventSpan.Of(item, target.Days), target.Days);
        }

        return item;
    }

    private static LocalDate Day(CalDateTime time) => new(time.Year, time.Month, time.Day);

    private static ZonedDateTime At(CalDateTime time, DateTimeZone floating)
    {
        var zone = time.IsUtc ? DateTimeZone.Utc : time.TzId is { } id ? Zone(id) ?? floating : floating;
        return Recurrence.WallClock.At(new(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second), zone).InZone(zone);
    }

    /// <summary>Outlook writes Windows' names.</summary>
    private static DateTimeZone? Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? (TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(iana) : null);

    private static string Address(Uri uri) => uri.OriginalString.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();

    private static bool IsCalendar(MessagePart part) =>
        part.MimeType is "text/calendar" or "application/ics" || part.Filename?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) is true;

    private static IEnumerable<MessagePart> Parts(MessagePart? part) => part is null ? [] : (part.Parts ?? []).SelectMany(Parts).Prepend(part);

    private static ToolFailure Unreadable(Exception? inner) => new("no_invitation", "The invitation in this message cannot be read.", inner);
}
