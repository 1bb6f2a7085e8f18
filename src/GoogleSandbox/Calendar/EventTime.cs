using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>A start or end: a day, or a moment with the zone that its wall clock belongs to.</summary>
internal sealed record EventTime(DateOnly? Date, DateTimeOffset Moment, string? Zone)
{
    public bool IsAllDay => Date is not null;

    /// <summary>The end of an instance's id, and what an exception is matched by.</summary>
    public string Stamp => Date is { } date
        ? date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : Moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a start or end; the calendar's zone says when a day begins and what a time without offset and zone means.</summary>
    public static EventTime Read(JsonNode? node, string calendarZone)
    {
        if (node is not JsonObject time)
            throw new ApiException(400, "required", "Missing start or end time.");
        var zone = (string?)time["timeZone"];
        if ((string?)time["date"] is { } day)
            return OfDay(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), calendarZone);
        var text = (string?)time["dateTime"] ?? throw new ApiException(400, "required", "A start or end time has neither date nor dateTime.");
        return text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal)
            ? new EventTime(null, DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), zone)
            : new EventTime(null, Zones.At(DateTime.Parse(text, CultureInfo.InvariantCulture), Zones.Find(zone ?? calendarZone)), zone ?? calendarZone);
    }

    public static EventTime OfDay(DateOnly day, string calendarZone) =>
        new(day, Zones.At(day.ToDateTime(TimeOnly.MinValue), Zones.Find(calendarZone)), null);

    public JsonObject ToJson(TimeZoneInfo shown)
    {
        if (Date is { } date)
            return new JsonObject { ["date"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var json = new JsonObject { ["dateTime"] = Rfc3339(TimeZoneInfo.ConvertTime(Moment, shown)) };
        if (Zone is not null)
            json["timeZone"] = Zone;
        return json;
    }

    public static string Rfc3339(DateTimeOffset moment) =>
        moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
