using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>The copies of an event in its attendees' calendars: the organizer's changes reach them, their answers reach the organizer.</summary>
internal sealed class Guests(CalendarState state)
{
    public static IEnumerable<string> Emails(JsonObject json) => (json["attendees"] as JsonArray ?? []).Select(guest => (string)guest!["email"]!);

    public static JsonObject? Of(JsonObject json, string email) => (json["attendees"] as JsonArray ?? []).FirstOrDefault(guest => (string?)guest!["email"] == email)?.AsObject();

    public static string Organizer(JsonObject json) => (string?)json["organizer"]?["email"] ?? "";

    /// <summary>Writes the organizer's event to all who are or were invited.</summary>
    public void Spread(StoredCalendar from, StoredEvent item, JsonObject? before)
    {
        var invited = Emails(item.Json).ToHashSet();
        foreach (var email in invited.Union(before is null ? [] : Emails(before)).Where(email => email != from.Id && state.IsPerson(email)))
        {
            var calendar = state.Calendar(email);
            var own = calendar.Find(item.Id)?.Json;
            var copy = (JsonObject)item.Json.DeepClone();
            if (!invited.Contains(email))
            {
                if (own is null)
                    continue;
                copy = (JsonObject)own.DeepClone();
                copy["status"] = "cancelled";
            }
            else if (own is not null && (string?)own["status"] != "cancelled")
            {
                foreach (var name in EventBody.Personal.Where(name => name is not ("attendees" or "visibility" or "extendedProperties") && own.ContainsKey(name)))
                    copy[name] = own[name]!.DeepClone();
            }
            else
            {
                copy["reminders"] = new JsonObject { ["useDefault"] = true };
                copy.Remove("colorId");
            }

            state.Put(calendar, copy);
        }
    }

    /// <summary>Takes an attendee's answer to the organizer, and from there to the others.</summary>
    public void Answer(StoredCalendar from, StoredEvent item, string status, string? comment)
    {
        var organizer = state.TryCalendar(Organizer(item.Json));
        if (organizer?.FindOrExpand(item.Id) is not { IsCancelled: false } original)
            return;
        var json = (JsonObject)original.Json.DeepClone();
        if (Of(json, from.Id) is not { } guest)
            return;
        guest["responseStatus"] = status;
        if (comment is not null)
            guest["comment"] = comment;
        json["updated"] = EventDefaults.Milliseconds(state.Now);
        var kept = state.Put(organizer, json);
        if (status == "declined" && from.Find(item.Id) is { IsCancelled: true } deleted)
        {
            Spread(organizer, kept, json);
            state.Put(from, (JsonObject)deleted.Json.DeepClone());
            return;
        }

        Spread(organizer, kept, json);
    }
}
