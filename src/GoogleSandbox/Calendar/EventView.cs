using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>An event as one person may see it.</summary>
internal sealed class EventView(ListEntry entry, TimeZoneInfo shown, int? maxAttendees)
{
    private static readonly string[] Busy =
        ["kind", "id", "status", "htmlLink", "updated", "start", "end", "recurrence", "recurringEventId", "originalStartTime", "iCalUID", "sequence",
            "transparency", "eventType"];

    private static readonly string[] Cancelled = ["kind", "id", "status", "recurringEventId", "originalStartTime"];

    public JsonObject Show(StoredEvent item, bool onlyTombstone = false)
    {
        var isHidden = IsHidden(item);
        var names = onlyTombstone && item.IsCancelled ? Cancelled : isHidden ? Busy : null;
        var json = new JsonObject();
        foreach (var (name, value) in item.Json)
        {
            if (names is null || names.Contains(name))
                json[name] = value?.DeepClone();
        }

        json["etag"] = ETag(item);
        foreach (var time in new[] { "start", "end", "originalStartTime" })
        {
            if (json[time] is { } value)
                json[time] = EventTime.Read(value, item.Zone).ToJson(shown);
        }

        if (isHidden && names == Busy)
            json["visibility"] = "private";
        if (json["creator"] is JsonObject creator)
            MarkSelf(creator);
        if (json["organizer"] is JsonObject organizer)
            MarkSelf(organizer);
        if (json["attendees"] is JsonArray attendees)
            Limit(json, attendees);
        return json;
    }

    public static string ETag(StoredEvent item) => $"\"{3400000000000000 + item.Version * 2}\"";

    /// <summary>Free/busy readers never see details, readers not those of private events.</summary>
    private bool IsHidden(StoredEvent item) => !entry.MayWrite
        && (entry.AccessRole == "freeBusyReader" || (string?)item.Json["visibility"] is "private" or "confidential");

    private void MarkSelf(JsonObject person)
    {
        person.Remove("self");
        if ((string?)person["email"] == entry.Calendar.Id)
            person["self"] = true;
    }

    private void Limit(JsonObject json, JsonArray attendees)
    {
        foreach (var attendee in attendees)
            MarkSelf((JsonObject)attendee!);
        if (maxAttendees is not { } most || attendees.Count <= most)
            return;
        json["attendees"] = new JsonArray([.. attendees.Where(attendee => attendee!["self"] is not null).Select(attendee => attendee!.DeepClone())]);
        json["attendeesOmitted"] = true;
    }
}
