using System.Globalization;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>What Google adds to an event that somebody made.</summary>
internal static class EventDefaults
{
    public static readonly string[] OwnOfSeries = ["id", "etag", "recurrence", "htmlLink", "created", "updated", "start", "end", "originalStartTime"];

    /// <summary>The event with what is missing; an exception takes what it does not say from its series.</summary>
    public static JsonObject Complete(StoredCalendar calendar, JsonObject given, StoredEvent? series, DateTimeOffset now)
    {
        var json = (JsonObject)given.DeepClone();
        json.TryAdd("kind", "calendar#event");
        json.TryAdd("status", "confirmed");
        json.TryAdd("htmlLink", EventLink.For((string)json["id"]!));
        json.TryAdd("created", Milliseconds(now));
        json.TryAdd("updated", Milliseconds(now));
        if (series is not null)
            Inherit(json, series.Json);
        json.TryAdd("iCalUID", $"{(string)json["id"]!}@google.com");
        json.TryAdd("sequence", 0);
        json.TryAdd("creator", new JsonObject { ["email"] = calendar.Id });
        json.TryAdd("organizer", new JsonObject { ["email"] = calendar.Id });
        json.TryAdd("reminders", new JsonObject { ["useDefault"] = true });
        json.TryAdd("eventType", "default");
        return json;
    }

    public static string Milliseconds(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Inherit(JsonObject json, JsonObject series)
    {
        foreach (var (name, value) in series)
        {
            if (!OwnOfSeries.Contains(name))
                json.TryAdd(name, value?.DeepClone());
        }
    }
}
