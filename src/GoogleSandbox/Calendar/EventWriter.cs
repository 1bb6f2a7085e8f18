using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>events.insert, import, quickAdd, update, patch, delete and move.</summary>
internal sealed class EventWriter(CalendarState state, Guests guests, Posting posting)
{
    private static readonly string[] When = ["start", "end", "recurrence"];

    public JsonObject Insert(ApiCall call)
    {
        var entry = Writable(call, call.Path["calendarId"]);
        var json = Without((JsonObject)call.Body!.DeepClone(), [.. EventBody.ReadOnly.Where(name => name is not ("eventType" or "iCalUID"))]);
        var id = (string?)json["id"] ?? NewId(entry);
        EventBody.CheckId(id);
        if (entry.Calendar.Find(id) is not null)
            throw new ApiException(409, "duplicate", "The requested identifier already exists.");
        json["id"] = id;
        return Add(call, entry, json);
    }

    public JsonObject Import(ApiCall call)
    {
        var entry = Writable(call, call.Path["calendarId"]);
        var json = Without((JsonObject)call.Body!.DeepClone(), [.. EventBody.ReadOnly.Where(name => name is not ("iCalUID" or "organizer"))]);
        var uid = (string?)json["iCalUID"] ?? throw new ApiException(400, "required", "Missing iCalUID.");
        var known = entry.Calendar.FindByUid(uid);
        if (known is { IsCancelled: false } && ((int?)known.Json["sequence"] ?? 0) > ((int?)json["sequence"] ?? 0))
            throw new ApiException(400, "invalidSequence", "The sequence number is lower than that of the event.");
        json["id"] = known?.Id ?? NewId(entry);
        EventBody.Complete(call, entry, json);
        return View(call, entry, Put(entry, json));
    }

    /// <summary>Understands a title with a day and a time, as in <c>Lunch 2026-11-26 12:30</c>; Google understands more.</summary>
    public JsonObject QuickAdd(ApiCall call)
    {
        var entry = Writable(call, call.Path["calendarId"]);
        var words = call.One("text")!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || !DateTime.TryParseExact($"{words[^2]} {words[^1]}", "yyyy-MM-dd H:mm", null, default, out var start))
            throw new ApiException(400, "badRequest", "Cannot parse the text.");
        JsonObject At(DateTime local) => new() { ["dateTime"] = $"{local:yyyy-MM-dd'T'HH:mm:ss}", ["timeZone"] = entry.Calendar.TimeZone };
        return Add(call, entry, new JsonObject
        {
            ["id"] = NewId(entry),
            ["summary"] = string.Join(' ', words[..^2]),
            ["start"] = At(start),
            ["end"] = At(start.AddHours(1)),
        });
    }

    public JsonObject Update(ApiCall call) => Change(call, (before, body) =>
    {
        foreach (var name in EventBody.ReadOnly.Append("id").Where(before.ContainsKey))
            body[name] = before[name]!.DeepClone();
        body.TryAdd("sequence", (int?)before["sequence"] ?? 0);
        if (call.One("conferenceDataVersion") != "1" && before["conferenceData"] is { } conference)
            body["conferenceData"] = conference.DeepClone();
        return body;
    });

    public JsonObject Patch(ApiCall call) => Change(call, (before, body) =>
    {
        if (call.One("conferenceDataVersion") != "1")
            body.Remove("conferenceData");
        return Merge((JsonObject)before.DeepClone(), body);
    });

    public JsonObject Delete(ApiCall call)
    {
        var (entry, item) = Existing(call);
        var json = (JsonObject)item.Json.DeepClone();
        json["status"] = "cancelled";
        if (IsOrganizer(entry, item.Json))
        {
            var kept = Put(entry, json);
            guests.Spread(entry.Calendar, kept, item.Json);
            posting.Tell(call, entry, "cancellation", json, Guests.Emails(item.Json));
            return [];
        }

        Put(entry, json);
        guests.Answer(entry.Calendar, item, "declined", null);
        posting.Tell(call, entry, "reply", json, [Guests.Organizer(item.Json)]);
        return [];
    }

    public JsonObject Move(ApiCall call)
    {
        var (entry, item) = Existing(call);
        var destination = Writable(call, call.One("destination")!);
        if (item.SeriesId is not null)
            throw new ApiException(400, "cannotMoveInstance", "An instance of a recurring event cannot be moved.");
        if ((string?)item.Json["eventType"] is not (null or "default"))
            throw new ApiException(400, "eventTypeRestriction", "Only default events can be moved.");
        if (!IsOrganizer(entry, item.Json))
            throw new ApiException(403, "cannotChangeOrganizerOfInstance", "Only the organizer can move the event.");
        if (destination.Calendar.Find(item.Id) is { IsCancelled: false })
            throw new ApiException(409, "duplicate", "The requested identifier already exists.");
        foreach (var part in entry.Calendar.Exceptions(item.Id).Prepend(item))
        {
            var moved = (JsonObject)part.Json.DeepClone();
            moved["organizer"] = new JsonObject { ["email"] = destination.Calendar.Id };
            var gone = (JsonObject)part.Json.DeepClone();
            gone["status"] = "cancelled";
            Put(entry, gone);
            guests.Spread(destination.Calendar, Put(destination, moved), part.Json);
        }

        posting.Tell(call, destination, "update", item.Json, Guests.Emails(item.Json));
        return View(call, destination, destination.Calendar.Find(item.Id)!);
    }

    private JsonObject Add(ApiCall call, ListEntry entry, JsonObject json)
    {
        if (call.One("conferenceDataVersion") != "1")
            json.Remove("conferenceData");
        if (!call.Flag("supportsAttachments"))
            json.Remove("attachments");
        EventBody.Complete(call, entry, json);
        json["creator"] = new JsonObject { ["email"] = call.Person };
        var item = Put(entry, json);
        guests.Spread(entry.Calendar, item, null);
        posting.Tell(call, entry, "invitation", json, Guests.Emails(json));
        return View(call, entry, item);
    }

    private JsonObject Change(ApiCall call, Func<JsonObject, JsonObject, JsonObject> apply)
    {
        var (entry, item) = Existing(call);
        var before = item.Json;
        var body = (JsonObject)call.Body!.DeepClone();
        if (body.ContainsKey("id") && (string?)body["id"] != item.Id)
            throw new ApiException(400, "invalid", "The id cannot be changed.");
        if ((string?)body["eventType"] is { } type && type != ((string?)before["eventType"] ?? "default"))
            throw new ApiException(400, "eventTypeRestriction", "The type of an event cannot be changed.");
        Without(body, EventBody.ReadOnly);
        var after = apply(before, body);
        if (!call.Flag("supportsAttachments") && before["attachments"] is { } attachments)
            after["attachments"] = attachments.DeepClone();
        if (item.SeriesId is not null && after["recurrence"] is not null)
            throw new ApiException(400, "invalid", "An instance of a recurring event cannot recur.");
        EventBody.Complete(call, entry, after);
        if (IsOrganizer(entry, before))
            return Organized(call, entry, item, after);
        CheckPersonal(before, after);
        var answer = Guests.Of(after, entry.Calendar.Id);
        var kept = Put(entry, after);
        guests.Answer(entry.Calendar, item, (string?)answer?["responseStatus"] ?? "needsAction", (string?)answer?["comment"]);
        posting.Tell(call, entry, "reply", after, [Guests.Organizer(before)]);
        return View(call, entry, entry.Calendar.Find(kept.Id)!);
    }

    private JsonObject Organized(ApiCall call, ListEntry entry, StoredEvent item, JsonObject after)
    {
        var isMoved = When.Any(name => !JsonNode.DeepEquals(item.Json[name], after[name]));
        if (isMoved)
            after["sequence"] = ((int?)after["sequence"] ?? 0) + 1;
        var kept = Put(entry, after);
        if (item.IsSeries)
            Exceptions(entry, item, kept);
        guests.Spread(entry.Calendar, kept, item.Json);
        posting.Tell(call, entry, "update", after, [.. Guests.Emails(after), .. Guests.Emails(item.Json)]);
        return View(call, entry, kept);
    }

    /// <summary>What an exception had from its series follows it; one whose original time the series has no more is gone.</summary>
    private void Exceptions(ListEntry entry, StoredEvent before, StoredEvent after)
    {
        foreach (var exception in entry.Calendar.Exceptions(before.Id))
        {
            var json = (JsonObject)exception.Json.DeepClone();
            if (!after.IsSeries || Series.Find(after, exception.Id) is null)
                json["status"] = "cancelled";
            foreach (var (name, value) in after.Json)
            {
                if (!EventDefaults.OwnOfSeries.Contains(name) && name is not ("status" or "sequence") && JsonNode.DeepEquals(json[name], before.Json[name]))
                    json[name] = value?.DeepClone();
            }

            var kept = Put(entry, json);
            guests.Spread(entry.Calendar, kept, exception.Json);
        }
    }

    private static void CheckPersonal(JsonObject before, JsonObject after)
    {
        if ((bool?)before["guestsCanModify"] is true)
            return;
        var shared = before.Select(field => field.Key).Union(after.Select(field => field.Key))
            .Except([.. EventBody.Personal, .. EventBody.ReadOnly, "sequence", "status", "id"]);
        if (shared.FirstOrDefault(name => !JsonNode.DeepEquals(Times(before, name), Times(after, name))) is not null)
            throw new ApiException(403, "forbiddenForNonOrganizer", "Shared properties can only be changed by the organizer of the event.");

        static JsonNode? Times(JsonObject json, string name) => name is "start" or "end" ? EventTime.Read(json[name], "UTC").Stamp : json[name];
    }

    private (ListEntry Entry, StoredEvent Item) Existing(ApiCall call)
    {
        var entry = Writable(call, call.Path["calendarId"]);
        var item = entry.Calendar.FindOrExpand(call.Path["eventId"]) ?? throw CalendarState.NotFound();
        // Writing "confirmed" brings a deleted event back.
        var isRestored = (string?)call.Body?["status"] == "confirmed";
        if ((item.IsCancelled && !isRestored) || (item.SeriesId is { } series && entry.Calendar.Find(series) is { IsCancelled: true }))
            throw new ApiException(410, "deleted", "Resource has been deleted");
        return call.IfMatch is { } known && known != "*" && known.Split(',').All(one => one.Trim() != EventView.ETag(item))
            ? throw new ApiException(412, "conditionNotMet", "Precondition Failed")
            : (entry, item);
    }

    private ListEntry Writable(ApiCall call, string calendarId)
    {
        var entry = state.Find(call.Person, calendarId);
        return entry.MayWrite ? entry : throw new ApiException(403, "requiredAccessLevel", "You need to have writer access to this calendar.");
    }

    private StoredEvent Put(ListEntry entry, JsonObject json)
    {
        json["updated"] = EventDefaults.Milliseconds(state.Now);
        return state.Put(entry.Calendar, json);
    }

    private string NewId(ListEntry entry) => Tokens.Hash($"{entry.Calendar.Id} {state.Version}");

    private static bool IsOrganizer(ListEntry entry, JsonObject json) => Guests.Organizer(json) == entry.Calendar.Id || Guests.Of(json, entry.Calendar.Id) is null;

    private static JsonObject View(ApiCall call, ListEntry entry, StoredEvent item) =>
        new EventView(entry, Zones.Find(entry.Calendar.TimeZone), call.Number("maxAttendees")).Show(item);

    private static JsonObject Without(JsonObject json, IEnumerable<string> names)
    {
        foreach (var name in names)
            json.Remove(name);
        return json;
    }

    private static JsonObject Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject old)
                target[name] = Merge((JsonObject)old.DeepClone(), inner);
            else
                target[name] = value.DeepClone();
        }

        return target;
    }
}
