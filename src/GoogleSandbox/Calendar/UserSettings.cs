using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>settings.list and settings.get: everything at its default but the time zone.</summary>
internal sealed class UserSettings(CalendarState state)
{
    private static readonly (string Id, string Value)[] Defaults =
    [
        ("autoAddHangouts", "true"),
        ("dateFieldOrder", "DMY"),
        ("defaultEventLength", "60"),
        ("format24HourTime", "true"),
        ("hideInvitations", "false"),
        ("hideWeekends", "false"),
        ("locale", "en_GB"),
        ("remindOnRespondedEventsOnly", "false"),
        ("showDeclinedEvents", "true"),
        ("timezone", ""),
        ("useKeyboardShortcuts", "true"),
        ("weekStart", "1"),
    ];

    public JsonObject List(ApiCall call)
    {
        var name = Tokens.Hash($"{call.Person}\nsettings");
        var hasSynced = call.One("syncToken") is { } token
            && (Tokens.Read<SyncToken>(token) is { } known && known.List == name && known.Version >= state.Oldest ? true : throw EventQuery.Stale());
        var paging = new Paging(call, state.Version);
        var all = hasSynced ? [] : Defaults.Select(item => (item.Id, Show(call.Person, item.Id, item.Value)));
        var (page, next) = paging.Take(all, call.PageSize(100, 250));
        return Lists.Finish(new JsonObject { ["kind"] = "calendar#settings" }, page, next, Tokens.Write(new SyncToken(name, paging.Version, false, null, null)));
    }

    public JsonObject Get(ApiCall call)
    {
        var (id, value) = Defaults.FirstOrDefault(item => item.Id == call.Path["setting"]);
        return id is null ? throw CalendarState.NotFound() : Show(call.Person, id, value);
    }

    private JsonObject Show(string person, string id, string value)
    {
        value = id == "timezone" ? state.Person(person).TimeZone : value;
        return new JsonObject { ["kind"] = "calendar#setting", ["etag"] = $"\"{Tokens.Hash(id + value)}\"", ["id"] = id, ["value"] = value };
    }
}
