using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Changes of calendars and of how a person sees them: calendars.* and calendarList.*.</summary>
internal sealed class CalendarWriter(CalendarState state)
{
    public JsonObject Insert(ApiCall call)
    {
        var summary = Text(call.Body!, "summary") ?? throw new ApiException(400, "required", "Missing title.");
        var zone = Text(call.Body!, "timeZone") ?? state.Person(call.Person).TimeZone;
        Zones.Find(zone);
        var id = $"c_{Tokens.Hash($"{call.Person} {state.Version}")}@group.calendar.google.com";
        var calendar = new StoredCalendar(id, summary, zone) { Description = Text(call.Body!, "description"), Location = Text(call.Body!, "location") };
        calendar.Rules[$"user:{call.Person}"] = "owner";
        return CalendarLists.ShowCalendar(state.AddCalendar(call.Person, calendar));
    }

    public JsonObject Change(ApiCall call)
    {
        var entry = Owned(call);
        var (calendar, body) = (entry.Calendar, call.Body!);
        if (call.Method.EndsWith("update", StringComparison.Ordinal) && Text(body, "summary") is null)
            throw new ApiException(400, "required", "Missing title.");
        calendar.Summary = Text(body, "summary") ?? calendar.Summary;
        calendar.Description = body.ContainsKey("description") ? Text(body, "description") : calendar.Description;
        calendar.Location = body.ContainsKey("location") ? Text(body, "location") : calendar.Location;
        if (Text(body, "timeZone") is { } zone)
        {
            Zones.Find(zone);
            calendar.TimeZone = zone;
        }

        return CalendarLists.ShowCalendar(state.Keep(entry));
    }

    public JsonObject Delete(ApiCall call)
    {
        var entry = Owned(call);
        if (entry.IsPrimary)
            throw new ApiException(400, "cannotDeletePrimaryCalendar", "Primary calendars cannot be deleted.");
        state.RemoveCalendar(entry.Calendar);
        return [];
    }

    public JsonObject List(ApiCall call)
    {
        var id = Text(call.Body!, "id") ?? throw new ApiException(400, "required", "Missing id.");
        return CalendarLists.Show(Apply(state.Find(call.Person, id), call.Body!));
    }

    public JsonObject ChangeEntry(ApiCall call) => CalendarLists.Show(Apply(state.Find(call.Person, call.Path["calendarId"]), call.Body!));

    public JsonObject Unlist(ApiCall call)
    {
        var entry = state.Find(call.Person, call.Path["calendarId"]);
        if (entry.IsPrimary)
            throw new ApiException(400, "cannotRemovePrimaryCalendar", "Primary calendars cannot be removed from the list.");
        state.Unlist(entry);
        return [];
    }

    private ListEntry Apply(ListEntry entry, JsonObject body)
    {
        var color = Text(body, "colorId") is { } id
            ? int.TryParse(id, out var number) && number is >= 1 and <= 24 ? number : throw new ApiException(400, "invalid", "Invalid colorId.")
            : entry.Color;
        var isHidden = (bool?)body["hidden"] ?? entry.IsHidden;
        return state.Keep(entry with
        {
            Color = color,
            SummaryOverride = body.ContainsKey("summaryOverride") ? Text(body, "summaryOverride") : entry.SummaryOverride,
            IsHidden = isHidden,
            IsSelected = !isHidden && ((bool?)body["selected"] ?? entry.IsSelected),
        });
    }

    private ListEntry Owned(ApiCall call)
    {
        var entry = state.Find(call.Person, call.Path["calendarId"]);
        return entry.IsOwner ? entry : throw new ApiException(403, "requiredAccessLevel", "You need to have owner access to this calendar.");
    }

    private static string? Text(JsonObject body, string name) => (string?)body[name] is { Length: > 0 } text ? text : null;
}
