using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>freebusy.query.</summary>
internal sealed class FreeBusy(CalendarState state, EventReader events)
{
    private const int MostCalendars = 50;

    public JsonObject Query(ApiCall call)
    {
        var body = call.Body ?? throw new ApiException(400, "required", "Missing request body.");
        var (from, to) = (Moment(body, "timeMin"), Moment(body, "timeMax"));
        if (from >= to)
            throw new ApiException(400, "timeRangeEmpty", "The specified time range is empty.");
        var most = (int?)body["calendarExpansionMax"] ?? MostCalendars;
        if (most is < 1 or > MostCalendars)
            throw Arguments.Invalid("calendarExpansionMax");
        var zone = Zones.Find((string?)body["timeZone"] ?? "UTC");
        var ids = (body["items"] as JsonArray ?? []).Select(item =>
            (string?)item?["id"] ?? throw new ApiException(400, "required", "An item has no id.")).Distinct().ToList();
        var calendars = new JsonObject();
        foreach (var id in ids)
            calendars[id] = ids.Count > most ? Failed("tooManyCalendarsRequested") : One(call.Person, id, from, to, zone);
        return new JsonObject
        {
            ["kind"] = "calendar#freeBusy",
            ["timeMin"] = EventDefaults.Milliseconds(from),
            ["timeMax"] = EventDefaults.Milliseconds(to),
            ["calendars"] = calendars,
        };
    }

    private JsonObject One(string person, string id, DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        if (state.FindForFreeBusy(person, id) is not { } entry)
            return Failed("notFound");
        var busy = new JsonArray();
        foreach (var (start, end) in Merge(events.Between(entry.Calendar, from, to).Where(item => IsBusy(item, entry.Calendar.Id)), from, to))
            busy.Add(new JsonObject { ["start"] = Show(start, zone), ["end"] = Show(end, zone) });
        return new JsonObject { ["busy"] = busy };
    }

    private static bool IsBusy(StoredEvent item, string calendarId) => (string?)item.Json["transparency"] != "transparent"
        && !(item.Json["attendees"] as JsonArray ?? []).Any(guest => (string?)guest!["email"] == calendarId && (string?)guest["responseStatus"] == "declined");

    private static List<(DateTimeOffset Start, DateTimeOffset End)> Merge(IEnumerable<StoredEvent> items, DateTimeOffset from, DateTimeOffset to)
    {
        var blocks = new List<(DateTimeOffset Start, DateTimeOffset End)>();
        foreach (var item in items.OrderBy(item => item.Start.Moment))
        {
            var start = item.Start.Moment > from ? item.Start.Moment : from;
            var end = item.End.Moment < to ? item.End.Moment : to;
            if (blocks.Count > 0 && start <= blocks[^1].End)
                blocks[^1] = (blocks[^1].Start, end > blocks[^1].End ? end : blocks[^1].End);
            else if (start < end)
                blocks.Add((start, end));
        }

        return blocks;
    }

    private static string Show(DateTimeOffset moment, TimeZoneInfo zone) => EventTime.Rfc3339(TimeZoneInfo.ConvertTime(moment, zone));

    private static DateTimeOffset Moment(JsonObject body, string name) =>
        Arguments.Moment(name, (string?)body[name] ?? throw new ApiException(400, "required", $"Missing {name}."));

    private static JsonObject Failed(string reason) => new()
    {
        ["errors"] = new JsonArray(new JsonObject { ["domain"] = "global", ["reason"] = reason }),
        ["busy"] = new JsonArray(),
    };
}
