using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Times;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar.Managing;

[Toolset("calendar_more")]
internal sealed class ManagingTools(EventCreator creator, ManyEvents many, StatusEvents status, EventMover mover, InvitationImport invitations, EventLookup lookup, CalendarTimes times)
{
    [McpServerTool(Name = "calendar_quick_add", Title = "Quick event", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("An event from a line, English or German: 'Lunch with Bob tomorrow 12:30-13:30'. Invites nobody.")]
    public async Task<CallToolResult> QuickAdd(string text, CancellationToken cancellationToken, string? time_zone = null, string? calendar = null, string? account = null)
    {
        var target = await lookup.WritableAsync(account, calendar, cancellationToken);
        var (title, start, end) = QuickText.Read(text, times.Now, CalendarTimes.Zone(time_zone, target.Zone));
        return (await creator.CreateAsync(
            new() { Title = title, Start = start, End = end, TimeZone = time_zone }, new(target.Id, target.Account.Nickname, "none", false, null), cancellationToken)).ToCallToolResult();
    }

    [McpServerTool(Name = "calendar_create_many", Title = "Create events", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Up to 50 events at once; one agreement, one undo.")]
    public async Task<CallToolResult> CreateMany(
        EventItem[] events,
        CancellationToken cancellationToken,
        string? time_zone = null,
        string? calendar = null,
        string? account = null,
        [AllowedValues("all", "external", "none")] string notify = "all",
        string? idempotency_key = null) => (await many.CreateAsync(events, time_zone, calendar, account, notify, idempotency_key, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_move", Title = "Move an event", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Move an event or series to another calendar of the account.")]
    public async Task<CallToolResult> Move(
        string event_id,
        [Description("Id or name")] string to_calendar,
        CancellationToken cancellationToken,
        string? calendar = null,
        string? account = null,
        [AllowedValues("all", "external", "none")] string notify = "none") => (await mover.MoveAsync(event_id, to_calendar, calendar, account, notify, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_set_status", Title = "Out of office, focus, place", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Out of office, focus time, or where one works. Needs a Workspace account.")]
    public async Task<CallToolResult> SetStatus(
        [AllowedValues("out_of_office", "focus_time", "working_location")] string kind,
        string start,
        CancellationToken cancellationToken,
        [Description("Of days the last one")] string? end = null,
        string? title = null,
        [Description("home, office or a name")] string? place = null,
        string? time_zone = null,
        string? account = null) => (await status.SetAsync(kind, start, end, title, place, time_zone, account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_import_invitation", Title = "Import an invitation", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Put the invitation of a mail into the calendar, once. Nobody is told.")]
    public async Task<CallToolResult> ImportInvitation(string message_id, CancellationToken cancellationToken, string? part = null, string? calendar = null, string? account = null) =>
        (await invitations.ImportAsync(message_id, part, calendar, account, cancellationToken)).ToCallToolResult();
}
