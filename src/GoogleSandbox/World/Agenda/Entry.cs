using System.Globalization;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>Event resources, put together step by step.</summary>
internal static class Entry
{
    public static JsonObject With(this JsonObject entry, string name, JsonNode value)
    {
        entry[name] = value;
        return entry;
    }

    public static JsonObject Repeating(this JsonObject entry, params IReadOnlyList<string> lines) =>
        entry.With("recurrence", new JsonArray([.. lines.Select(line => JsonValue.Create(line))]));

    public static JsonObject At(this JsonObject entry, string place) => entry.With("location", place);

    public static JsonObject About(this JsonObject entry, string text) => entry.With("description", text);

    public static JsonObject Private(this JsonObject entry) => entry.With("visibility", "private");

    public static JsonObject Free(this JsonObject entry) => entry.With("transparency", "transparent");

    /// <summary>Guests as <c>ada bruno:tentative</c>; who says nothing has accepted. The first one is the organizer.</summary>
    public static JsonObject Guests(this JsonObject entry, string guests)
    {
        var people = guests.Split(' ').Select(guest => guest.Split(':')).Select(guest => (Who: Cast.Of(guest[0])[0], Answer: guest.ElementAtOrDefault(1) ?? "accepted")).ToList();
        var organizer = people[0].Who;
        entry["organizer"] = new JsonObject { ["email"] = organizer.Address, ["displayName"] = organizer.Name };
        entry["creator"] = new JsonObject { ["email"] = organizer.Address, ["displayName"] = organizer.Name };
        return entry.With("attendees", new JsonArray([.. people.Select(person => Guest(person.Who, person.Answer, person.Who == organizer))]));
    }

    public static JsonObject Meet(this JsonObject entry)
    {
        var id = (string)entry["id"]!;
        var code = $"{Letters(id[..3])}-{Letters(id[3..7])}-{Letters(id[7..10])}";
        entry["hangoutLink"] = $"https://meet.google.com/{code}";
        return entry.With("conferenceData", new JsonObject
        {
            ["conferenceId"] = code,
            ["conferenceSolution"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "hangoutsMeet" }, ["name"] = "Google Meet" },
            ["entryPoints"] = new JsonArray(new JsonObject { ["entryPointType"] = "video", ["uri"] = $"https://meet.google.com/{code}", ["label"] = $"meet.google.com/{code}" }),
        });
    }

    public static JsonObject Attach(this JsonObject entry, string title) => entry.With("attachments", new JsonArray(new JsonObject
    {
        ["fileUrl"] = $"https://drive.google.com/open?id={(string)entry["id"]!}",
        ["title"] = title,
        ["mimeType"] = "application/vnd.google-apps.document",
        ["fileId"] = (string)entry["id"]!,
    }));

    public static JsonObject Remind(this JsonObject entry, string method, int minutes) => entry.With("reminders", new JsonObject
    {
        ["useDefault"] = false,
        ["overrides"] = new JsonArray(new JsonObject { ["method"] = method, ["minutes"] = minutes }),
    });

    public static JsonObject Moment(DateTimeOffset time, string zone) => new()
    {
        ["dateTime"] = time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["timeZone"] = zone,
    };

    public static JsonObject Day(DateTime day) => new() { ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static JsonObject Guest(Contact person, string answer, bool isOrganizer)
    {
        var guest = new JsonObject { ["email"] = person.Address, ["displayName"] = person.Name, ["responseStatus"] = answer };
        if (isOrganizer)
            guest["organizer"] = true;
        return guest;
    }

    private static string Letters(string token) => string.Concat(token.Select(c => char.IsAsciiDigit(c) ? (char)('a' + (c - '0')) : c));
}
