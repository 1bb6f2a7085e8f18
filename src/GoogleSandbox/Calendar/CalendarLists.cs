using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>calendarList.list and get, calendars.get.</summary>
internal sealed class CalendarLists(CalendarState state)
{
    public JsonObject List(ApiCall call)
    {
        var since = call.One("syncToken") is { } token ? Since(call, token) : 0;
        var paging = new Paging(call, state.Version);
        var least = Array.IndexOf(ListEntry.Roles, call.One("minAccessRole") ?? ListEntry.Roles[0]);
        var items = state.ListOf(call.Person)
            .Where(entry => !entry.IsHidden || call.Flag("showHidden") || since > 0)
            .Where(entry => entry.Version > since && Array.IndexOf(ListEntry.Roles, entry.AccessRole) >= least)
            .Select(entry => ($"{entry.Version:D12}", Show(entry)));
        var (page, next) = paging.Take(items, call.PageSize(100, 250));
        var sync = least == 0 ? Tokens.Write(new SyncToken(Name(call), paging.Version, false, null, null)) : null;
        return Lists.Finish(new JsonObject { ["kind"] = "calendar#calendarList" }, page, next, sync);
    }

    public JsonObject Get(ApiCall call) => Show(state.Find(call.Person, call.Path["calendarId"]));

    public JsonObject GetCalendar(ApiCall call) => ShowCalendar(state.Find(call.Person, call.Path["calendarId"]));

    public static JsonObject ShowCalendar(ListEntry entry)
    {
        var json = new JsonObject
        {
            ["kind"] = "calendar#calendar",
            ["id"] = entry.Calendar.Id,
            ["summary"] = entry.Calendar.Summary,
            ["timeZone"] = entry.Calendar.TimeZone,
            ["conferenceProperties"] = Conferences(),
        };
        return WithETag(WithTexts(json, entry));
    }

    public static JsonArray DefaultReminders(ListEntry entry) =>
        entry.IsPrimary ? [new JsonObject { ["method"] = "popup", ["minutes"] = 10 }] : [];

    public static JsonObject Show(ListEntry entry)
    {
        var json = new JsonObject
        {
            ["kind"] = "calendar#calendarListEntry",
            ["id"] = entry.Calendar.Id,
            ["summary"] = entry.Calendar.Summary,
            ["timeZone"] = entry.Calendar.TimeZone,
            ["colorId"] = $"{entry.Color}",
            ["backgroundColor"] = Palette.Calendar[entry.Color - 1],
            ["foregroundColor"] = "#000000",
            ["accessRole"] = entry.AccessRole,
            ["defaultReminders"] = DefaultReminders(entry),
            ["conferenceProperties"] = Conferences(),
        };
        if (entry.IsSelected)
            json["selected"] = true;
        if (entry.IsPrimary)
            json["primary"] = true;
        if (entry.IsHidden)
            json["hidden"] = true;
        if (entry.SummaryOverride is not null)
            json["summaryOverride"] = entry.SummaryOverride;
        return WithETag(WithTexts(json, entry));
    }

    private static JsonObject WithTexts(JsonObject json, ListEntry entry)
    {
        if (entry.Calendar.Description is { } description)
            json["description"] = description;
        if (entry.Calendar.Location is { } location)
            json["location"] = location;
        return json;
    }

    private static JsonObject WithETag(JsonObject json)
    {
        json["etag"] = $"\"{Tokens.Hash(json.ToJsonString())}\"";
        return json;
    }

    private static JsonObject Conferences() => new() { ["allowedConferenceSolutionTypes"] = new JsonArray("hangoutsMeet") };

    private static string Name(ApiCall call) => Tokens.Hash($"{call.Person}\ncalendarList");

    private long Since(ApiCall call, string text)
    {
        if (call.One("minAccessRole") is not null)
            throw new ApiException(400, "badRequest", "A sync token cannot be combined with minAccessRole.");
        var token = Tokens.Read<SyncToken>(text) ?? throw new ApiException(400, "invalid", "Invalid sync token value.");
        return token.List == Name(call) && token.Version >= state.Oldest ? token.Version : throw EventQuery.Stale();
    }
}
