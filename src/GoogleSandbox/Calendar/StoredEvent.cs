using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Calendar.Recurrence;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>An event as it is kept: single, a series, or one changed or cancelled instance of a series.</summary>
/// <param name="Json">The whole resource; never changed in place.</param>
/// <param name="Ordinal">Its place in the calendar's own order.</param>
/// <param name="Version">The number of the change that made it.</param>
/// <param name="Zone">The calendar's zone.</param>
internal sealed record StoredEvent(JsonObject Json, int Ordinal, long Version, string Zone)
{
    public string Id => (string)Json["id"]!;

    public string? SeriesId => (string?)Json["recurringEventId"];

    public bool IsCancelled => (string?)Json["status"] == "cancelled";

    public bool IsSeries => Json["recurrence"] is JsonArray;

    /// <summary>A cancelled instance has only its original time.</summary>
    public EventTime Start => EventTime.Read(Json["start"] ?? Json["originalStartTime"], Zone);

    public EventTime End => EventTime.Read(Json["end"] ?? Json["start"] ?? Json["originalStartTime"], Zone);

    public EventTime Original => EventTime.Read(Json["originalStartTime"] ?? Json["start"], Zone);

    public RecurrenceSet Recurrence => new(Json["recurrence"]!.AsArray().Select(line => (string)line!));
}
