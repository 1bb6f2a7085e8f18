using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>events.get, events.list and events.instances.</summary>
internal sealed class EventReader(CalendarState state)
{
    /// <summary>How far an endless series is expanded when no timeMax is given; Google does not publish its own limit.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(730);

    public JsonObject Get(ApiCall call)
    {
        var entry = state.Find(call.Person, call.Path["calendarId"]);
        var item = entry.Calendar.FindOrExpand(call.Path["eventId"]) ?? throw CalendarState.NotFound();
        return View(call, entry).Show(item);
    }

    public JsonObject List(ApiCall call)
    {
        var entry = state.Find(call.Person, call.Path["calendarId"]);
        var query = EventQuery.Read(call, state);
        var paging = new Paging(call, state.Version);
        var view = View(call, entry);
        var items = Candidates(entry.Calendar, query)
            .Where(item => InTime(item, entry.Calendar, query.TimeMin, query.TimeMax) || query.Since is not null && item.IsCancelled)
            .Where(item => query.UpdatedMin is not { } since || Updated(item) >= since)
            .Select(item => (Item: item, Shown: view.Show(item, onlyTombstone: true)))
            .Where(pair => pair.Item.IsCancelled && query.Since is not null || query.Fits(pair.Item.IsCancelled ? pair.Item.Json : pair.Shown))
            .Select(pair => (Key(pair.Item, call.One("orderBy")), pair.Shown));
        var (page, next) = paging.Take(items, call.PageSize(250, 2500));
        return Answer(entry, page, next, query.GivesSyncToken ? Tokens.Write(query.NextSync(paging.Version)) : null);
    }

    public JsonObject Instances(ApiCall call)
    {
        var entry = state.Find(call.Person, call.Path["calendarId"]);
        var series = entry.Calendar.Find(call.Path["eventId"]) ?? throw CalendarState.NotFound();
        if (!series.IsSeries)
            throw new ApiException(400, "badRequest", "The event is not recurring.");
        var (from, to) = (call.Moment("timeMin"), call.Moment("timeMax"));
        var original = call.One("originalStart");
        var paging = new Paging(call, state.Version);
        var view = View(call, entry);
        var items = Series.Instances(series, entry.Calendar.Exceptions(series.Id), to ?? Until(series))
            .Where(item => call.Flag("showDeleted") || !item.IsCancelled && !series.IsCancelled)
            .Where(item => InTime(item, entry.Calendar, from, to))
            .Where(item => original is null || IsOriginal(item, original))
            .Select(item => (Key(item, "startTime"), view.Show(item, onlyTombstone: true)));
        var (page, next) = paging.Take(items, call.PageSize(250, 2500));
        return Answer(entry, page, next, null);
    }

    /// <summary>What overlaps a time, instances one by one, without what was cancelled.</summary>
    public IEnumerable<StoredEvent> Between(StoredCalendar calendar, DateTimeOffset from, DateTimeOffset to) => calendar.Events
        .Where(item => item.SeriesId is null && !item.IsCancelled)
        .SelectMany(item => item.IsSeries ? Series.Instances(item, calendar.Exceptions(item.Id), to) : [item])
        .Where(item => !item.IsCancelled && InTime(item, calendar, from, to));

    private IEnumerable<StoredEvent> Candidates(StoredCalendar calendar, EventQuery query)
    {
        var showAllDeleted = query.ShowDeleted || query.UpdatedMin is not null;
        if (!query.SingleEvents)
        {
            return calendar.Events.Where(item => IsNews(item, query))
                .Where(item => showAllDeleted || !IsOfCancelledSeries(item, calendar) && (!item.IsCancelled || item.SeriesId is not null));
        }

        return calendar.Events.Where(item => item.SeriesId is null)
            .SelectMany(item => item.IsSeries ? Series.Instances(item, calendar.Exceptions(item.Id), query.TimeMax ?? Until(item)) : [item])
            .Where(item => IsNews(item, query))
            .Where(item => showAllDeleted || !item.IsCancelled && !IsOfCancelledSeries(item, calendar));
    }

    private static bool IsOfCancelledSeries(StoredEvent item, StoredCalendar calendar) => item.SeriesId is { } id && calendar.Find(id) is { IsCancelled: true };

    private static bool IsNews(StoredEvent item, EventQuery query) => query.Since is not { } since || item.Version > since;

    private DateTimeOffset Until(StoredEvent series) => (series.Start.Moment > state.Now ? series.Start.Moment : state.Now) + Horizon;

    /// <summary>Ends after timeMin and starts before timeMax; a series when one of its instances does.</summary>
    private bool InTime(StoredEvent item, StoredCalendar calendar, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is null && to is null)
            return true;
        if (item.IsSeries)
            return Series.Instances(item, calendar.Exceptions(item.Id), to ?? Until(item)).Any(instance =>
                !instance.IsSeries && InTime(instance, calendar, from, to));
        var (start, end) = (item.Start.Moment, item.End.Moment);
        return (from is not { } min || end > min || start == end && start >= min) && (to is not { } max || start < max);
    }

    private static bool IsOriginal(StoredEvent item, string text) => text.Length == 10
        ? item.Original.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == text
        : item.Original.Moment == Arguments.Moment("originalStart", text);

    private static DateTimeOffset Updated(StoredEvent item) => DateTimeOffset.Parse((string)item.Json["updated"]!, CultureInfo.InvariantCulture);

    private static string Key(StoredEvent item, string? order) => order switch
    {
        "startTime" => $"{item.Start.Moment.UtcTicks:D20}|{item.Id}",
        "updated" => $"{Updated(item).UtcTicks:D20}|{item.Version:D12}|{item.Id}",
        _ => $"{item.Ordinal:D8}|{item.Start.Moment.UtcTicks:D20}|{item.Id}",
    };

    private static EventView View(ApiCall call, ListEntry entry) =>
        new(entry, Zones.Find(call.One("timeZone") ?? entry.Calendar.TimeZone), call.Number("maxAttendees"));

    private static JsonObject Answer(ListEntry entry, IReadOnlyList<JsonObject> page, string? next, string? sync)
    {
        var answer = new JsonObject
        {
            ["kind"] = "calendar#events",
            ["summary"] = entry.Calendar.Summary,
            ["updated"] = EventDefaults.Milliseconds(entry.Calendar.Updated),
            ["timeZone"] = entry.Calendar.TimeZone,
            ["accessRole"] = entry.AccessRole,
            ["defaultReminders"] = CalendarLists.DefaultReminders(entry),
        };
        return Lists.Finish(answer, page, next, sync);
    }
}
