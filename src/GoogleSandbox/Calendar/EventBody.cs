using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Calendar.Recurrence;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>What a client may write into an event, and what Google makes of it.</summary>
internal static partial class EventBody
{
    /// <summary>Set by Google alone; a client's values are ignored.</summary>
    public static readonly string[] ReadOnly =
        ["kind", "etag", "htmlLink", "created", "updated", "creator", "organizer", "recurringEventId", "originalStartTime", "hangoutLink", "locked",
            "privateCopy", "attendeesOmitted", "iCalUID", "eventType"];

    /// <summary>An attendee's own, beside the answer; the rest belongs to the organizer.</summary>
    public static readonly string[] Personal = ["reminders", "colorId", "transparency", "visibility", "attendees", "extendedProperties"];

    private static readonly string[] OwnTypes = ["outOfOffice", "focusTime", "workingLocation"];

    /// <exception cref="ApiException">400 or 403: Google does not take it.</exception>
    public static void Complete(ApiCall call, ListEntry entry, JsonObject json)
    {
        CheckTimes(json, entry.Calendar.TimeZone);
        CheckType(entry, json);
        if (call.One("conferenceDataVersion") == "1")
            Conferences(json);
        Attendees(entry, json);
        if (json["reminders"] is JsonObject reminders && (bool?)reminders["useDefault"] is true && reminders["overrides"] is JsonArray { Count: > 0 })
            throw new ApiException(400, "cannotUseDefaultRemindersAndSpecifyOverride", "Cannot specify both default reminders and overrides at the same time.");
        if (json["reminders"]?["overrides"] is JsonArray { Count: > 5 })
            throw new ApiException(400, "tooManyReminders", "At most 5 override reminders are allowed.");
    }

    /// <exception cref="ApiException">400: not base32hex, 5 to 1024 characters.</exception>
    public static void CheckId(string id)
    {
        if (!Base32Hex().IsMatch(id))
            throw new ApiException(400, "invalid", "Invalid resource id value.");
    }

    private static void CheckTimes(JsonObject json, string calendarZone)
    {
        foreach (var name in new[] { "start", "end" })
        {
            if (json[name] is not JsonObject time || (time["date"] is null && time["dateTime"] is null))
                throw new ApiException(400, "required", $"Missing {name} time.");
            if (time["date"] is not null && time["dateTime"] is not null)
                throw new ApiException(400, "invalid", $"Invalid {name} time.");
            if ((string?)time["timeZone"] is { } zone)
                Zones.Find(zone);
            else if (time["dateTime"] is not null && json["recurrence"] is JsonArray { Count: > 0 })
                throw new ApiException(400, "required", $"Missing time zone definition for {name} time.");
        }

        EventTime start, end;
        try
        {
            (start, end) = (EventTime.Read(json["start"], calendarZone), EventTime.Read(json["end"], calendarZone));
        }
        catch (FormatException)
        {
            throw new ApiException(400, "invalid", "Invalid value for a start or end time.");
        }

        if (start.IsAllDay != end.IsAllDay)
            throw new ApiException(400, "invalid", "Start and end times must either both be date or both be dateTime.");
        if (end.Moment < start.Moment || (start.IsAllDay && end.Moment == start.Moment))
            throw new ApiException(400, "timeRangeEmpty", "The specified time range is empty.");
        if (json["recurrence"] is JsonArray { Count: 0 })
            json.Remove("recurrence");
        if (json["recurrence"] is JsonArray lines && !new RecurrenceSet(lines.Select(line => (string)line!)).Starts(start, calendarZone, start.Moment.AddYears(10)).Any())
            throw new ApiException(400, "invalid", "Invalid recurrence rule: it has no instance.");
    }

    private static void CheckType(ListEntry entry, JsonObject json)
    {
        var type = (string?)json["eventType"] ?? "default";
        if (!OwnTypes.Contains(type))
            return;
        if (!entry.IsPrimary)
            throw new ApiException(400, "eventTypeRestriction", $"Events of type {type} can only be on the primary calendar.");
        if (json["attendees"] is JsonArray { Count: > 0 })
            throw new ApiException(400, "eventTypeRestriction", $"Events of type {type} cannot have attendees.");
        if (type != "workingLocation" && json["start"]!["date"] is not null)
            throw new ApiException(400, "eventTypeRestriction", $"Events of type {type} cannot be all-day.");
        if (type == "workingLocation" && ((string?)json["visibility"] != "public" || (string?)json["transparency"] != "transparent" || json["workingLocationProperties"] is null))
            throw new ApiException(400, "eventTypeRestriction", "A working location is public and transparent and says where.");
    }

    private static void Conferences(JsonObject json)
    {
        if (json["conferenceData"]?["createRequest"] is not JsonObject request)
            return;
        var code = Tokens.Hash((string?)request["requestId"] ?? throw new ApiException(400, "required", "Missing requestId."));
        var name = string.Concat(code.Select(c => (char)('a' + c % 26)));
        var link = $"https://meet.google.com/{name[..3]}-{name[3..7]}-{name[7..10]}";
        json["hangoutLink"] = link;
        json["conferenceData"] = new JsonObject
        {
            ["createRequest"] = new JsonObject
            {
                ["requestId"] = (string?)request["requestId"],
                ["conferenceSolutionKey"] = new JsonObject { ["type"] = "hangoutsMeet" },
                ["status"] = new JsonObject { ["statusCode"] = "success" },
            },
            ["entryPoints"] = new JsonArray(new JsonObject { ["entryPointType"] = "video", ["uri"] = link, ["label"] = link[8..] }),
            ["conferenceSolution"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "hangoutsMeet" }, ["name"] = "Google Meet" },
            ["conferenceId"] = link[24..],
        };
    }

    /// <summary>The list as it is given takes the place of the one before: an answer that is not in it is lost.</summary>
    private static void Attendees(ListEntry entry, JsonObject json)
    {
        if (json["attendees"] is not JsonArray guests)
            return;
        if (guests.Count == 0)
            json.Remove("attendees");
        foreach (var guest in guests.Select(guest => guest!.AsObject()))
        {
            var email = ((string?)guest["email"])?.ToLowerInvariant();
            if (email is null || email.IndexOf('@', StringComparison.Ordinal) < 1)
                throw new ApiException(400, "invalid", "Invalid attendee email.");
            guest["email"] = email;
            guest.Remove("self");
            guest.Remove("organizer");
            guest.TryAdd("responseStatus", email == entry.Calendar.Id ? "accepted" : "needsAction");
            if (email == entry.Calendar.Id && ((string?)json["organizer"]?["email"] ?? entry.Calendar.Id) == email)
                guest["organizer"] = true;
        }
    }

    [GeneratedRegex("^[a-v0-9]{5,1024}$")]
    private static partial Regex Base32Hex();
}
