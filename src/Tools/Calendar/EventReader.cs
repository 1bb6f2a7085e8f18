using Assistant.Retrieval.Text;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar;

/// <summary>One event with all that is known of it.</summary>
internal sealed class EventReader(GoogleAccounts accounts, CalendarDirectory directory, GoogleServices google, AccountZones zones, TimeProvider time)
{
    private const int MostAttendees = 50;

    public async Task<EventView> ReadAsync(string eventId, string? calendar, string? account, int? maxTokens, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var calendarId = await CalendarIdAsync(owner, calendar, cancellationToken);
        var item = await google.CalendarAsync(
            owner, $"event {eventId}", service => service.Events.Get(calendarId, eventId).ExecuteAsync(cancellationToken));
        if (item.Status == "cancelled" && item.Start is null)
            throw GoogleFailures.NotFound(owner.Nickname, $"event {eventId}");
        var view = View(owner, calendarId, item, await zones.OfAsync(owner, cancellationToken));
        var description = MailText.FromHtml(item.Description ?? "", null, HtmlTextOptions.Default, time, cancellationToken).Full;
        return Budgeted.Text(ResultBudget.Characters(maxTokens), room =>
        {
            var passage = PassageText.Take(description, 0, room);
            return view with { Description = passage.Text.Length == 0 ? null : passage.NextOffset is null ? passage.Text : passage.Text + "\n[cut: ask with a larger max_tokens]" };
        });
    }

    /// <summary>A name is looked up; what is no name is taken as an id, and Google says whether it exists.</summary>
    private async Task<string> CalendarIdAsync(GoogleAccount owner, string? calendar, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(calendar) || calendar.Equals("primary", StringComparison.OrdinalIgnoreCase))
            return "primary";
        if (calendar.Contains('@', StringComparison.Ordinal))
            return calendar;
        return (await directory.AllAsync(owner, cancellationToken)).FirstOrDefault(entry => CalendarDirectory.Is(entry, calendar))?.Id ?? calendar;
    }

    private static EventView View(GoogleAccount owner, string calendarId, Event item, TimeZoneInfo zone) => new(
        item.Id,
        calendarId,
        owner.Nickname,
        EventTimes.Show(item.Start, zone),
        EventTimes.Show(item.End, zone),
        Time.TimeZones.IanaName(zone),
        UntrustedText.Line(item.Summary),
        Some(UntrustedText.Line(item.Location)),
        item.Status,
        Some(UntrustedText.Line(item.Organizer?.Email)),
        item.Attendees is { Count: > 0 } guests ? [.. guests.Take(MostAttendees).Select(Attendee), .. More(guests.Count)] : null,
        item.Recurrence is { Count: > 0 } rules ? string.Join("; ", rules) : item.RecurringEventId is { } series ? $"one of series {series}" : null,
        Some(item.ConferenceData?.EntryPoints?.FirstOrDefault(entry => entry.EntryPointType == "video")?.Uri ?? item.HangoutLink),
        null,
        item.HtmlLink);

    private static string Attendee(EventAttendee guest) =>
        $"{UntrustedText.Line(guest.DisplayName)} <{UntrustedText.Line(guest.Email)}> {guest.ResponseStatus}{(guest.Optional is true ? ", optional" : "")}".TrimStart();

    private static IEnumerable<string> More(int count) => count > MostAttendees ? [$"and {count - MostAttendees} more"] : [];

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
