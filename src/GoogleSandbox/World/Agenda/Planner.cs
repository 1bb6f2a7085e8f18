using System.Globalization;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>Makes event resources with ids of their own at days told from the present.</summary>
internal sealed class Planner(WorldClock clock, SeededRandom ids)
{
    /// <summary>Days from today to a weekday of this week (0), the last (-1), the next (1).</summary>
    public int On(DayOfWeek day, int week = 0) => ((int)day + 6) % 7 - ((int)clock.Now.DayOfWeek + 6) % 7 + 7 * week;

    /// <summary>The first day of a year's month and day that is not before a year ago.</summary>
    public DateTime LastYears(int month, int day) => new(clock.Now.Year - 1, month, day);

    public DateTime Date(int days) => clock.Now.UtcDateTime.Date.AddDays(days);

    public JsonObject Timed(string title, int day, double hour, double hours, string zone)
    {
        var start = clock.Local(day, hour, zone);
        return New(title, start.AddDays(-30))
            .With("start", Entry.Moment(start, zone))
            .With("end", Entry.Moment(WorldClock.In(start.AddHours(hours), zone), zone));
    }

    /// <summary>From a wall clock in one zone to a wall clock in another.</summary>
    public JsonObject Flight(string title, int day, double hour, string zone, double hours, string landing)
    {
        var start = clock.Local(day, hour, zone);
        return New(title, start.AddDays(-60))
            .With("start", Entry.Moment(start, zone))
            .With("end", Entry.Moment(WorldClock.In(start.AddHours(hours), landing), landing));
    }

    public JsonObject AllDay(string title, DateTime first, int days = 1) => New(title, new DateTimeOffset(first, TimeSpan.Zero).AddDays(-40))
        .With("start", Entry.Day(first))
        .With("end", Entry.Day(first.AddDays(days)));

    /// <summary>One instance of a series that was moved; the series is timed.</summary>
    public JsonObject Move(JsonObject series, int originalDay, int day, double hour)
    {
        var (start, end, zone) = Times(series);
        var moved = clock.Local(day, hour, zone);
        return Exception(series, originalDay)
            .With("start", Entry.Moment(moved, zone))
            .With("end", Entry.Moment(WorldClock.In(moved + (end - start), zone), zone));
    }

    public JsonObject Skip(JsonObject series, int originalDay) => Exception(series, originalDay).With("status", "cancelled");

    private JsonObject Exception(JsonObject series, int originalDay)
    {
        var (start, _, zone) = Times(series);
        var original = clock.Local(originalDay, start.TimeOfDay.TotalHours, zone);
        return new JsonObject
        {
            ["id"] = $"{(string)series["id"]!}_{original.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            ["recurringEventId"] = (string)series["id"]!,
            ["originalStartTime"] = Entry.Moment(original, zone),
        };
    }

    private static (DateTimeOffset Start, DateTimeOffset End, string Zone) Times(JsonObject series) => (
        DateTimeOffset.Parse((string)series["start"]!["dateTime"]!, CultureInfo.InvariantCulture),
        DateTimeOffset.Parse((string)series["end"]!["dateTime"]!, CultureInfo.InvariantCulture),
        (string)series["start"]!["timeZone"]!);

    private JsonObject New(string title, DateTimeOffset made)
    {
        var id = ids.Token(26);
        var created = (made < clock.Now ? made : clock.Now.AddDays(-6)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture);
        return new JsonObject { ["id"] = id, ["iCalUID"] = $"{id}@google.com", ["created"] = created, ["updated"] = created, ["summary"] = title };
    }
}
