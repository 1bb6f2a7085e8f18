using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar;

[Toolset("core")]
internal sealed class CalendarTools(CalendarDirectory directory, EventFinder finder, EventReader reader)
{
    [McpServerTool(Name = "calendar_list", Title = "List calendars", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(CalendarList))]
    [NeedsScope(GoogleScopes.CalendarReadonly, GoogleScopes.CalendarFull)]
    [Description("The caller's calendars.")]
    public async Task<CallToolResult> List(CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await directory.ListAsync(account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_list_events", Title = "List events", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventList))]
    [NeedsScope(GoogleScopes.CalendarReadonly, GoogleScopes.CalendarFull)]
    [Description("Events by start, default the next 7 days.")]
    public async Task<CallToolResult> ListEvents(
        CancellationToken cancellationToken,
        [Description("ISO 8601 or words: 'next week'")] string? time_min = null,
        [Description("A date counts whole")] string? time_max = null,
        string? query = null,
        [Description("Ids or names")] string[]? calendars = null,
        [Description("Nickname")] string? account = null,
        [Range(1, 250)] int? max_results = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null,
        [Description("next_cursor of the page before")] string? cursor = null,
        [Description("IANA")] string? time_zone = null) =>
        (await finder.FindAsync(new(time_min, time_max, query, calendars, account, max_results, max_tokens, cursor, time_zone), cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_get_event", Title = "Read an event", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventView))]
    [NeedsScope(GoogleScopes.CalendarReadonly, GoogleScopes.CalendarFull)]
    [Description("One event in full.")]
    public async Task<CallToolResult> GetEvent(
        string event_id,
        CancellationToken cancellationToken,
        string? calendar = null,
        [Description("Nickname")] string? account = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null) =>
        (await reader.ReadAsync(event_id, calendar, account, max_tokens, cancellationToken)).ToCallToolResult();
}
