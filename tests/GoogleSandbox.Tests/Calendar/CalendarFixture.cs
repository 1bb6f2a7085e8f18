using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Calendar;
using Assistant.Tests.Shared;

namespace Assistant.GoogleSandbox.Tests.Calendar;

/// <summary>Two people with hand-made calendars, asked without HTTP.</summary>
internal sealed class CalendarFixture
{
    public const string Ada = "ada@x.example";
    public const string Bob = "bob@x.example";
    public const string Team = "team@group.example";
    public const string Desk = "desk@x.example";

    public CalendarFixture(params IReadOnlyList<JsonObject> events)
        : this(events, [])
    {
    }

    public CalendarFixture(IReadOnlyList<JsonObject> mine, IReadOnlyList<JsonObject> team)
    {
        Api = new CalendarApi(new SeedWorld(
        [
            new SeedPerson(Ada, "Ada", "Europe/Berlin", [], [],
            [
                new SeedCalendar(Ada, "Ada", "Europe/Berlin", "owner", mine),
                new SeedCalendar(Team, "Team", "Europe/Berlin", "owner", team),
            ]),
            new SeedPerson(Bob, "Bob", "America/New_York", [], [],
            [
                new SeedCalendar(Bob, "Bob", "America/New_York", "owner", []),
                new SeedCalendar(Team, "Team", "Europe/Berlin", "reader", []),
                new SeedCalendar(Desk, "Desk", "Europe/Berlin", "freeBusyReader", team),
            ]),
        ]), new ManualTime());
    }

    public CalendarApi Api { get; }

    public static JsonObject Timed(string id, string start, string end, string zone, params string[] recurrence)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["summary"] = $"Summary of {id}",
            ["start"] = new JsonObject { ["dateTime"] = start, ["timeZone"] = zone },
            ["end"] = new JsonObject { ["dateTime"] = end, ["timeZone"] = zone },
        };
        if (recurrence.Length > 0)
            json["recurrence"] = new JsonArray([.. recurrence.Select(line => JsonValue.Create(line))]);
        return json;
    }

    public static JsonObject AllDay(string id, string start, string end, params string[] recurrence)
    {
        var json = Timed(id, "", "", "", recurrence);
        json["start"] = new JsonObject { ["date"] = start };
        json["end"] = new JsonObject { ["date"] = end };
        return json;
    }

    public JsonObject Ask(string method, string person, string path, params IReadOnlyList<(string Name, string Value)> query) =>
        Ask(method, person, path, null, query);

    /// <summary>Asks with path parameters written as <c>calendarId=primary&amp;eventId=1</c>.</summary>
    public JsonObject Ask(string method, string person, string path, JsonObject? body, IReadOnlyList<(string Name, string Value)> query, string? ifMatch = null) =>
        Api.Answer(new ApiCall(
        "calendar." + method,
        person,
        path.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]),
        query.GroupBy(item => item.Name).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(item => item.Value)]),
        body, ifMatch, null));

    public JsonObject List(params IReadOnlyList<(string Name, string Value)> query) => Ask("events.list", Ada, "calendarId=primary", query);

    public static IEnumerable<string> Ids(JsonObject list) => list["items"]!.AsArray().Select(item => (string)item!["id"]!);

    /// <summary>Starts of single events in the order of time.</summary>
    public IEnumerable<string> Starts(string timeMin, string timeMax) =>
        List(("singleEvents", "true"), ("orderBy", "startTime"), ("timeMin", timeMin), ("timeMax", timeMax))["items"]!.AsArray()
            .Select(item => (string)(item!["start"]!["dateTime"] ?? item["start"]!["date"])!);

    public static ApiException Refused(Func<JsonObject> ask) => Assert.Throws<ApiException>(() => { ask(); });
}
