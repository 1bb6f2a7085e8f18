using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Undo;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar.Managing;

[Toolset("calendar_more")]
internal sealed class CalendarManagingTools(CalendarDesk desk, SharingDesk sharing)
{
    [McpServerTool(Name = "calendar_list_sharing", Title = "Who has a calendar", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(SharingList))]
    [NeedsScope(GoogleScopes.CalendarFull)]
    [Description("Who may see or change a calendar.")]
    public async Task<CallToolResult> ListSharing(CancellationToken cancellationToken, string? calendar = null, string? account = null) =>
        (await sharing.ListAsync(calendar, account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_share", Title = "Share a calendar", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsScope(GoogleScopes.CalendarFull)]
    [Description("Share a calendar, or end it with role none. The person agrees first.")]
    public async Task<CallToolResult> Share(
        [Description("Address, @domain or everybody")] string with,
        [AllowedValues("none", "freeBusyReader", "reader", "writer", "owner")] string role,
        CancellationToken cancellationToken,
        string? calendar = null,
        [Description("Google mails them")] bool notify = false,
        string? account = null) => (await sharing.ShareAsync(calendar, with, role, notify, account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_create_calendar", Title = "Create a calendar", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Make a calendar.")]
    public async Task<CallToolResult> CreateCalendar(string name, CancellationToken cancellationToken, string? description = null, string? time_zone = null, string? account = null) =>
        (await desk.CreateAsync(name, description, time_zone, account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_update_calendar", Title = "Change a calendar", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Rename, describe, color, show or hide a calendar.")]
    public async Task<CallToolResult> UpdateCalendar(
        [Description("Id or name")] string calendar,
        CancellationToken cancellationToken,
        string? name = null,
        string? description = null,
        string? time_zone = null,
        [Description("Not in the list")] bool? hidden = null,
        [Description("Its events are shown")] bool? selected = null,
        [Description("1 to 24"), AllowedValues(null, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24")] string? color = null,
        string? account = null) => (await desk.UpdateAsync(new(calendar, name, description, time_zone, hidden, selected, color), account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_delete_calendar", Title = "Delete a calendar", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsScope(GoogleScopes.CalendarFull)]
    [Description("Delete a calendar with its events, for good. The person agrees first.")]
    public async Task<CallToolResult> DeleteCalendar(string calendar, CancellationToken cancellationToken, string? account = null) =>
        (await desk.DeleteAsync(calendar, account, cancellationToken)).ToCallToolResult();
}
