using Assistant.TokenStore;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3;
using Google.Apis.Calendar.v3.Data;
using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>When people are busy: from the events of the caller's own calendars, and from free/busy of everybody else's.</summary>
internal sealed class Availability(CalendarDirectory directory, GoogleServices google)
{
    /// <summary>Google answers for at most this many calendars, and about three months, in a query.</summary>
    private const int PerQuery = 50;
    private static readonly Duration LongestQuery = Duration.FromDays(60);

    /// <summary>Of all calendars that the account shows and may write to; declined and free events left out.</summary>
    public async Task<IReadOnlyList<Busy>> OwnAsync(GoogleAccount account, Interval window, CancellationToken cancellationToken)
    {
        var calendars = (await directory.ChooseAsync(account, null, cancellationToken)).Where(entry => entry.AccessRole is "owner" or "writer").ToList();
        var lists = await Merged.SelectAsync(calendars, (calendar, cancel) => OfCalendarAsync(account, calendar, window, cancel), cancellationToken);
        return [.. lists.SelectMany(list => list)];
    }

    /// <summary>Busy times of calendars by address; null where they cannot be seen.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Busy>?>> OthersAsync(
        GoogleAccount account, IReadOnlyList<string> addresses, Interval window, CancellationToken cancellationToken)
    {
        var found = addresses.ToDictionary(address => address, _ => (IReadOnlyList<Busy>?)[], StringComparer.OrdinalIgnoreCase);
        foreach (var some in addresses.Chunk(PerQuery))
        {
            for (var from = window.Start; from < window.End; from += LongestQuery)
            {
                var until = Instant.Min(from + LongestQuery, window.End);
                var answer = await google.CalendarAsync(account, "free/busy of calendars", service => service.Freebusy.Query(new FreeBusyRequest
                {
                    TimeMinDateTimeOffset = from.ToDateTimeOffset(),
                    TimeMaxDateTimeOffset = until.ToDateTimeOffset(),
                    Items = [.. some.Select(address => new FreeBusyRequestItem { Id = address })],
                }).ExecuteAsync(cancellationToken));
                foreach (var address in some)
                {
                    var calendar = answer.Calendars?.FirstOrDefault(one => string.Equals(one.Key, address, StringComparison.OrdinalIgnoreCase)).Value;
                    found[address] = calendar is null || calendar.Errors is { Count: > 0 } || found[address] is not { } known ? null : [.. known, .. (calendar.Busy ?? []).Select(Of)];
                }
            }
        }

        return found;
    }

    /// <summary>As <see cref="OthersAsync"/>, seen from whichever of the accounts can see it.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Busy>?>> SeenAsync(
        IReadOnlyList<GoogleAccount> own, IReadOnlyList<string> addresses, Interval window, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyList<Busy>?>(StringComparer.OrdinalIgnoreCase);
        foreach (var account in own)
        {
            var missing = addresses.Where(address => found.GetValueOrDefault(address) is null).ToList();
            if (missing.Count == 0)
                break;
            foreach (var (address, busy) in await OthersAsync(account, missing, window, cancellationToken))
                found[address] = busy;
        }

        return found;
    }

    private static Busy Of(TimePeriod period) => new(Instant.FromDateTimeOffset(period.StartDateTimeOffset!.Value), Instant.FromDateTimeOffset(period.EndDateTimeOffset!.Value));

    private async Task<IReadOnlyList<Busy>> OfCalendarAsync(GoogleAccount account, CalendarListEntry calendar, Interval window, CancellationToken cancellationToken)
    {
        var (found, token) = (new List<Busy>(), (string?)null);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.TimeZone ?? "") ?? DateTimeZone.Utc;
        do
        {
            var page = await google.CalendarAsync(account, $"calendar {calendar.Id}", service =>
            {
                var request = service.Events.List(calendar.Id);
                (request.TimeMinDateTimeOffset, request.TimeMaxDateTimeOffset) = (window.Start.ToDateTimeOffset(), window.End.ToDateTimeOffset());
                (request.SingleEvents, request.OrderBy) = (true, EventsResource.ListRequest.OrderByEnum.StartTime);
                (request.MaxResults, request.PageToken) = (2_500, token);
                return request.ExecuteAsync(cancellationToken);
            });
            found.AddRange((page.Items ?? []).Where(IsBusy).Select(item => Of(item, zone)));
            token = page.NextPageToken;
        }
        while (token is not null);
        return found;
    }

    private static bool IsBusy(Event item) => item.Status != "cancelled" && item.Transparency != "transparent" && item.EventType != "workingLocation"
        && item.Attendees?.FirstOrDefault(guest => guest.Self is true)?.ResponseStatus != "declined";

    private static Busy Of(Event item, DateTimeZone zone)
    {
        var span = EventSpan.Of(item, zone);
        var (start, end) = span.IsAllDay ? (span.Start.In(zone), span.End.In(zone)) : (span.From, span.Until);
        var kind = (item.EventType, item.Attendees?.FirstOrDefault(guest => guest.Self is true)?.ResponseStatus) switch
        {
            ("outOfOffice", _) => BusyKind.OutOfOffice,
            ("focusTime", _) => BusyKind.Focus,
            (_, "tentative") => BusyKind.Tentative,
            _ when item.Status == "tentative" => BusyKind.Tentative,
            _ => BusyKind.Busy,
        };
        return new(start, end, kind, UntrustedText.Line(item.Summary), !string.IsNullOrWhiteSpace(item.Location) && !item.Location.Contains("://", StringComparison.Ordinal));
    }
}
