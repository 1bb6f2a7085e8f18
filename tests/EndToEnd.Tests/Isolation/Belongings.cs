using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Isolation;

/// <summary>A question about one thing; <paramref name="Build"/> puts the thing's name where it belongs.</summary>
internal sealed record Question(string Method, string? Tool, Func<string, JsonObject> Build)
{
    public Task<string> AskAsync(IWire wire, string thing)
    {
        var parameters = Build(thing);
        return Tool is null ? wire.AskAsync(7, Method, parameters) : wire.CallAsync(7, Tool, parameters);
    }
}

/// <summary>What belongs to Ada, and a name of the same form that belongs to nobody.</summary>
internal static class Belongings
{
    public static TheoryData<string> Kinds => ["message", "thread", "event", "calendar", "nickname", "address", "message resource", "event resource"];

    public static async Task<(Question Question, string Hers, string Nobodys)> FindAsync(string kind, IWire ada)
    {
        var mail = (await ada.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!;
        var (message, thread) = ((string)mail["id"]!, (string)mail["thread_id"]!);
        var eventId = SmallWorld.EventId(SmallWorld.Ada);
        return kind switch
        {
            "message" => (Tool("gmail_read", id => new() { ["ids"] = new JsonArray(id), ["account"] = "work" }), message, Unknown(message)),
            "thread" => (Tool("gmail_read_thread", id => new() { ["thread_id"] = id, ["account"] = "work" }), thread, Unknown(thread)),
            "event" => (Tool("calendar_get_event", id => new() { ["event_id"] = id, ["account"] = "work" }), eventId, Unknown(eventId)),
            "calendar" => (
                Tool("calendar_list_events", id => new() { ["calendars"] = new JsonArray(id), ["account"] = "work" }), SmallWorld.Ada, "ode@marsh.example"),
            "nickname" => (Tool("gmail_search", name => new() { ["account"] = name }), "home", "host"),
            "address" => (Tool("gmail_search", name => new() { ["account"] = name }), SmallWorld.Ada, "ode@marsh.example"),
            "message resource" => (Resource(id => $"gmail://work/message/{id}"), message, Unknown(message)),
            "event resource" => (Resource(id => $"calendar://work/event/primary/{id}"), eventId, Unknown(eventId)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static Question Tool(string tool, Func<string, JsonObject> build) => new("tools/call", tool, build);

    private static Question Resource(Func<string, string> uri) => new("resources/read", null, id => new() { ["uri"] = uri(id) });

    /// <summary>As long, of the same letters, and nowhere.</summary>
    private static string Unknown(string id) => id[..^4] + (id.EndsWith("beef", StringComparison.Ordinal) ? "cafe" : "beef");
}
