using Assistant.TokenStore;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3;
using Google.Apis.Calendar.v3.Data;
using NodaTime;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>What else is at the time of an event in the caller's calendars, and what looks like the same event.</summary>
internal sealed class EventConflicts(GoogleAccounts accounts, CalendarDirectory directory, GoogleServices google)
{
    private const int Shown = 5;
    private const double Alike = 0.7;

    /// <param name="wanted">The event as it would be.</param>
    /// <param name="span">When.</param>
    /// <param name="self">Id of the event itself and of its series, which do not count.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A sentence for each, and the id of one that is the same in everything, or null.</returns>
    public async Task<(IReadOnlyList<string> Notes, string? Same)> LookAsync(Event wanted, EventSpan span, string? self, CancellationToken cancellationToken)
    {
        // A day around: the same event is often made at another hour of the day.
        var (from, until) = (span.From - Duration.FromHours(span.IsAllDay ? 14 : 12), span.Until + Duration.FromHours(span.IsAllDay ? 14 : 12));
        var several = await accounts.AllowedAsync(cancellationToken);
        var (found, _) = await Merged.AskAsync(several, account => OfAccountAsync(account, from, until, cancellationToken));
        var (notes, same) = (new List<string>(), (string?)null);
        foreach (var (account, calendar, item) in found.SelectMany(list => list).DistinctBy(one => one.Item.ICalUID + one.Item.Id))
        {
            if (item.Id == self || item.RecurringEventId == self || item.Status == "cancelled")
                continue;
            var other = EventSpan.Of(item, DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.TimeZone ?? "") ?? DateTimeZone.Utc);
            var overlaps = !span.IsAllDay && !other.IsAllDay && other.From < span.Until && other.Until > span.From;
            var isSameTime = span.IsAllDay == other.IsAllDay && other.From == span.From && other.Until == span.Until;
            var likeness = Likeness(wanted.Summary, item.Summary);
            var named = $"'{UntrustedText.Line(item.Summary)}' {other.ToText()} (id {item.Id}, {account.Nickname})";
            if (likeness >= Alike && (isSameTime || overlaps || likeness >= 0.99))
                notes.Add($"Likely duplicate: {named}");
            else if (overlaps && item.Transparency != "transparent" && wanted.Transparency != "transparent" && item.Attendees?.FirstOrDefault(guest => guest.Self is true)?.ResponseStatus != "declined")
                notes.Add($"Conflict: {named}");
            if (isSameTime && likeness >= 0.99)
                same ??= item.Id;
        }

        return ([.. notes.Take(Shown), .. notes.Count > Shown ? [$"and {notes.Count - Shown} more at that time"] : Array.Empty<string>()], same);
    }

    private async Task<IReadOnlyList<(GoogleAccount Account, CalendarListEntry Calendar, Event Item)>> OfAccountAsync(
        GoogleAccount account, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var calendars = (await directory.ChooseAsync(account, null, cancellationToken)).Where(entry => entry.AccessRole is "owner" or "writer").ToList();
        var lists = await Merged.SelectAsync(
            calendars,
            async (calendar, cancel) =>
            {
                var page = await google.CalendarAsync(account, $"calendar {calendar.Id}", service =>
                {
                    var request = service.Events.List(calendar.Id);
                    (request.TimeMinDateTimeOffset, request.TimeMaxDateTimeOffset) = (from.ToDateTimeOffset(), until.ToDateTimeOffset());
                    (request.SingleEvents, request.OrderBy, request.MaxResults) = (true, EventsResource.ListRequest.OrderByEnum.StartTime, 250);
                    return request.ExecuteAsync(cancel);
                });
                return (page.Items ?? []).Select(item => (account, calendar, item));
            },
            cancellationToken);
        return [.. lists.SelectMany(list => list)];
    }

    /// <summary>The share of words that two titles have in common (Jaccard).</summary>
    private static double Likeness(string? one, string? other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.Count == 0 || second.Count == 0 ? 0 : (double)first.Intersect(second).Count() / first.Union(second).Count();

        static HashSet<string> Words(string? text) => [.. string.Concat((text ?? "").ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
