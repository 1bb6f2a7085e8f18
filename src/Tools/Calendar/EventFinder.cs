using Assistant.TokenStore;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar;

/// <summary>Events of several calendars and accounts in one list, by start; recurring ones as their instances.</summary>
internal sealed class EventFinder(
    GoogleAccounts accounts, CalendarDirectory directory, GoogleServices google, AccountZones zones, CalendarTimes times, CurrentCall call)
{
    public const int DefaultResults = 50;
    private const int MostPerCalendar = 2_500;
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    private sealed record Position(DateTimeOffset From, DateTimeOffset Until, int Skip);

    private sealed record Found(DateTimeOffset Start, EventEntry Entry);

    public async Task<EventList> FindAsync(EventQuestion question, CancellationToken cancellationToken)
    {
        var chosen = await accounts.SeveralAsync(question.Account, cancellationToken);
        string?[] asked = ["calendar_list_events", question.Account, question.TimeMin, question.TimeMax, question.Query, question.TimeZone, .. question.Calendars ?? []];
        var position = Cursor.Read<Position>(call, question.Cursor, asked) ?? await WindowAsync(question, chosen[0], cancellationToken);
        var results = Math.Clamp(question.MaxResults ?? DefaultResults, 1, 250);
        var (answers, problems) = await Merged.AskAsync(
            chosen, account => OfAccountAsync(account, question, position, position.Skip + results + 1, cancellationToken));
        if (question.Calendars is { Count: > 0 } && answers.All(answer => answer.Calendars == 0))
            throw new ToolFailure("unknown_calendar", $"There is no calendar '{string.Join("', '", question.Calendars)}'. calendar_list shows them.");
        var found = answers.SelectMany(answer => answer.Events).OrderBy(one => one.Start).ThenBy(one => one.Entry.Id, StringComparer.Ordinal).Skip(position.Skip).ToList();
        var zone = answers.Select(answer => answer.Zone).Distinct().ToList() is [var same] ? same : null;
        return Budgeted.Items(ResultBudget.Characters(question.MaxTokens), Math.Min(results, found.Count), count => new EventList(
            [.. found.Take(count).Select(one => one.Entry)],
            zone,
            Problems: problems.Count > 0 ? problems : null,
            NextCursor: count < found.Count ? Cursor.Write(call, position with { Skip = position.Skip + count }, asked) : null));
    }

    private async Task<Position> WindowAsync(EventQuestion question, GoogleAccount first, CancellationToken cancellationToken)
    {
        var zone = CalendarTimes.Zone(question.TimeZone, await zones.OfAsync(first, cancellationToken));
        var from = question.TimeMin is { } min ? times.Edge("time_min", min, zone, isEnd: false).ToDateTimeOffset() : times.Now.ToDateTimeOffset();
        var implied = question is { TimeMin: { } span, TimeMax: null } ? times.ImpliedEnd(span, zone)?.ToDateTimeOffset() : null;
        var until = question.TimeMax is { } max ? times.Edge("time_max", max, zone, isEnd: true).ToDateTimeOffset() : implied ?? from + DefaultWindow;
        return until > from
            ? new Position(from, until, 0)
            : throw new ToolFailure("bad_argument", "The argument 'time_max' must be later than 'time_min'.");
    }

    private async Task<(IReadOnlyList<Found> Events, string Zone, int Calendars)> OfAccountAsync(
        GoogleAccount account, EventQuestion question, Position position, int enough, CancellationToken cancellationToken)
    {
        var zone = Time.TimeZones.Find(question.TimeZone) ?? await zones.OfAsync(account, cancellationToken);
        var calendars = await directory.ChooseAsync(account, question.Calendars, cancellationToken);
        var events = await Merged.SelectAsync(
            calendars, (calendar, cancel) => OfCalendarAsync(account, calendar, question, position, enough, zone, cancel), cancellationToken);
        return ([.. events.SelectMany(list => list)], Time.TimeZones.IanaName(zone), calendars.Count);
    }

    private async Task<IReadOnlyList<Found>> OfCalendarAsync(
        GoogleAccount account, CalendarListEntry calendar, EventQuestion question, Position position, int enough, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var (found, token) = (new List<Found>(), (string?)null);
        do
        {
            var page = await google.CalendarAsync(account, $"calendar {calendar.Id}", service =>
            {
                var request = service.Events.List(calendar.Id);
                (request.TimeMinDateTimeOffset, request.TimeMaxDateTimeOffset) = (position.From.ToUniversalTime(), position.Until.ToUniversalTime());
                (request.SingleEvents, request.OrderBy) = (true, EventsResource.ListRequest.OrderByEnum.StartTime);
                (request.Q, request.MaxResults, request.PageToken) = (question.Query, Math.Min(enough, 250), token);
                return request.ExecuteAsync(cancellationToken);
            });
            found.AddRange((page.Items ?? []).Select(item => new Found(EventTimes.Instant(item.Start, zone), Entry(account, calendar, item, zone))));
            token = page.NextPageToken;
        }
        while (token is not null && found.Count < Math.Min(enough, MostPerCalendar));
        return found;
    }

    private static EventEntry Entry(GoogleAccount account, CalendarListEntry calendar, Event item, TimeZoneInfo zone) => new(
        item.Id,
        calendar.Id,
        account.Nickname,
        EventTimes.Show(item.Start, zone),
        EventTimes.Show(item.End, zone),
        item.Summary is null && item.Visibility == "private" ? "(busy)" : UntrustedText.Line(item.Summary),
        UntrustedText.Line(item.Location) is { Length: > 0 } place ? place : null,
        item.Attendees?.FirstOrDefault(attendee => attendee.Self is true)?.ResponseStatus,
        item.RecurringEventId is null ? null : true);
}
