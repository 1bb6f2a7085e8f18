using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>The free-text search of events.list: every word occurs in one of the fields that Google names.</summary>
internal static class EventText
{
    public static bool Holds(JsonObject shown, string words)
    {
        var text = string.Join('\n', Fields(shown));
        return words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word.Trim('"'), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string?> Fields(JsonObject shown)
    {
        yield return (string?)shown["summary"];
        yield return (string?)shown["description"];
        yield return (string?)shown["location"];
        var people = (shown["attendees"] as JsonArray ?? []).Append(shown["organizer"]);
        foreach (var person in people)
        {
            yield return (string?)person?["displayName"];
            yield return (string?)person?["email"];
        }

        var place = shown["workingLocationProperties"];
        yield return (string?)place?["officeLocation"]?["label"];
        yield return (string?)place?["customLocation"]?["label"];
    }
}
