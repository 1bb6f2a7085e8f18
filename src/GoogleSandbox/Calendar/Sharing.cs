using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>acl.*: who else may see or change a calendar.</summary>
internal sealed class Sharing(CalendarState state)
{
    private static readonly string[] Types = ["default", "domain", "group", "user"];
    private static readonly string[] Roles = ["none", "freeBusyReader", "reader", "writer", "owner"];

    public JsonObject List(ApiCall call)
    {
        var calendar = Owned(call).Calendar;
        var paging = new Paging(call, state.Version);
        var (page, next) = paging.Take(calendar.Rules.Select(rule => (rule.Key, Show(rule.Key, rule.Value))), call.PageSize(100, 250));
        return Lists.Finish(new JsonObject { ["kind"] = "calendar#acl" }, page, next, null);
    }

    public JsonObject Get(ApiCall call)
    {
        var (calendar, id) = (Owned(call).Calendar, call.Path["ruleId"]);
        return Show(id, calendar.Rules.GetValueOrDefault(id) ?? throw CalendarState.NotFound());
    }

    public JsonObject Insert(ApiCall call)
    {
        var calendar = Owned(call).Calendar;
        var type = (string?)call.Body!["scope"]?["type"] ?? throw new ApiException(400, "required", "Missing scope.");
        var value = ((string?)call.Body["scope"]?["value"])?.ToLowerInvariant();
        if (!Types.Contains(type) || (type == "default") != (value is null))
            throw new ApiException(400, "invalid", "Invalid scope.");
        return Keep(call, calendar, type == "default" ? type : $"{type}:{value}", Role(call) ?? throw new ApiException(400, "required", "Missing role."), isNew: true);
    }

    public JsonObject Change(ApiCall call)
    {
        var (calendar, id) = (Owned(call).Calendar, call.Path["ruleId"]);
        var before = calendar.Rules.GetValueOrDefault(id) ?? throw CalendarState.NotFound();
        CheckETag(call, Show(id, before));
        return Keep(call, calendar, id, Role(call) ?? before, isNew: false);
    }

    public JsonObject Delete(ApiCall call)
    {
        var entry = Owned(call);
        if (entry.Calendar.Rules.GetValueOrDefault(call.Path["ruleId"]) is not { } role)
            throw CalendarState.NotFound();
        if (call.Path["ruleId"] == $"user:{call.Person}")
            throw new ApiException(403, "cannotChangeOwnAcl", "The user cannot change their own access level.");
        CheckETag(call, Show(call.Path["ruleId"], role));
        entry.Calendar.Rules.Remove(call.Path["ruleId"]);
        return [];
    }

    private JsonObject Keep(ApiCall call, StoredCalendar calendar, string id, string role, bool isNew)
    {
        if (id == $"user:{call.Person}" && role != "owner")
            throw new ApiException(403, "cannotChangeOwnAcl", "The user cannot change their own access level.");
        calendar.Rules[id] = role;
        // Google mails whoever gets access unless it is told not to.
        if (isNew && id.StartsWith("user:", StringComparison.Ordinal) && call.One("sendNotifications") != "false")
            state.Notices.Add(new("sharing", call.Person, calendar.Id, "", [id[5..]], state.Now));
        return Show(id, role);
    }

    private static string? Role(ApiCall call) => (string?)call.Body!["role"] is not { } role ? null
        : Roles.Contains(role) ? role : throw new ApiException(400, "invalid", "Invalid role.");

    private static void CheckETag(ApiCall call, JsonObject shown)
    {
        if (call.IfMatch is { } known && known != "*" && known != (string?)shown["etag"])
            throw new ApiException(412, "conditionNotMet", "Precondition Failed");
    }

    private static JsonObject Show(string id, string role)
    {
        var (type, value) = id.Split(':', 2) is [var first, var second] ? (first, second) : (id, null);
        var scope = new JsonObject { ["type"] = type };
        if (value is not null)
            scope["value"] = value;
        return new JsonObject { ["kind"] = "calendar#aclRule", ["etag"] = $"\"{Tokens.Hash(id + role)}\"", ["id"] = id, ["scope"] = scope, ["role"] = role };
    }

    private ListEntry Owned(ApiCall call)
    {
        var entry = state.Find(call.Person, call.Path["calendarId"]);
        if (!entry.IsOwner)
            throw new ApiException(403, "requiredAccessLevel", "You need to have owner access to this calendar.");
        entry.Calendar.Rules.TryAdd($"user:{call.Person}", "owner");
        return entry;
    }
}
