using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>The parameters of events.list, checked against each other.</summary>
internal sealed record EventQuery
{
    private static readonly string[] NotWithSyncToken =
        ["iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "timeMin", "timeMax", "updatedMin"];

    private static readonly string[] WithoutSync = ["iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "updatedMin"];

    public required ApiCall Call { get; init; }

    public bool SingleEvents { get; init; }

    public bool ShowDeleted { get; init; }

    public DateTimeOffset? TimeMin { get; init; }

    public DateTimeOffset? TimeMax { get; init; }

    public DateTimeOffset? UpdatedMin { get; init; }

    /// <summary>Only changes after this one, deleted events included.</summary>
    public long? Since { get; init; }

    public bool GivesSyncToken => !WithoutSync.Any(Call.Query.ContainsKey);

    /// <exception cref="ApiException">400: parameters that do not go together; 410: a stale sync token.</exception>
    public static EventQuery Read(ApiCall call, CalendarState state)
    {
        var query = new EventQuery
        {
            Call = call,
            SingleEvents = call.Flag("singleEvents"),
            ShowDeleted = call.Flag("showDeleted"),
            TimeMin = call.Moment("timeMin"),
            TimeMax = call.Moment("timeMax"),
            UpdatedMin = call.Moment("updatedMin"),
        };
        if (query.TimeMin >= query.TimeMax)
            throw new ApiException(400, "timeRangeEmpty", "The specified time range is empty.");
        if (call.One("orderBy") == "startTime" && !query.SingleEvents)
            throw new ApiException(400, "badRequest", "The requested ordering is not available for the particular query: startTime needs singleEvents.");
        return call.One("syncToken") is { } token ? query.Continue(token, state) : query;
    }

    public SyncToken NextSync(long version) => new(SyncList(Call), version, SingleEvents, TimeMin, TimeMax);

    public bool Fits(JsonObject shown)
    {
        var types = Call.All("eventTypes");
        return (types.Count == 0 || types.Contains((string?)shown["eventType"]))
            && (Call.One("iCalUID") is not { } uid || uid == (string?)shown["iCalUID"])
            && (Call.One("q") is not { } words || EventText.Holds(shown, words))
            && Call.All("privateExtendedProperty").All(property => HasProperty(shown, "private", property))
            && Call.All("sharedExtendedProperty").All(property => HasProperty(shown, "shared", property));
    }

    private EventQuery Continue(string text, CalendarState state)
    {
        if (NotWithSyncToken.FirstOrDefault(Call.Query.ContainsKey) is { } wrong)
            throw new ApiException(400, "badRequest", $"A sync token cannot be combined with {wrong}.");
        if (Call.One("showDeleted") == "false")
            throw new ApiException(400, "badRequest", "A sync token cannot be combined with showDeleted=false.");
        var token = Tokens.Read<SyncToken>(text) ?? throw new ApiException(400, "invalid", "Invalid sync token value.");
        if (token.List != SyncList(Call) || token.Version < state.Oldest)
            throw Stale();
        if (token.SingleEvents != SingleEvents)
            throw new ApiException(400, "badRequest", "singleEvents is not the same as in the request that gave this sync token.");
        return this with { Since = token.Version, ShowDeleted = true, TimeMin = token.TimeMin, TimeMax = token.TimeMax };
    }

    public static ApiException Stale() => new(410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.");

    private static string SyncList(ApiCall call) =>
        Tokens.Hash($"{call.Person}\n{call.Path["calendarId"]}\n{string.Join(',', call.All("eventTypes").Order(StringComparer.Ordinal))}");

    private static bool HasProperty(JsonObject shown, string kind, string property) =>
        property.Split('=', 2) is [var name, var value] && (string?)shown["extendedProperties"]?[kind]?[name] == value;
}
