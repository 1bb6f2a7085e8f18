using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar.Editing;

[Toolset("calendar")]
internal sealed class EventTools(EventCreator creator, EventEditor editor, EventRemover remover, EventResponder responder)
{
    private const string Notify = "Who is mailed: all, external or none";

    [McpServerTool(Name = "calendar_create", Title = "Create an event", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Make an event. With attendees the person agrees first.")]
    public async Task<CallToolResult> Create(
        string title,
        [Description("Time or date (all day), ISO 8601 or words: 'tomorrow 9:30'")] string start,
        CancellationToken cancellationToken,
        [Description("Of all-day events the last day")] string? end = null,
        [Description("Length instead of end"), Range(0, 100_000)] int? minutes = null,
        [Description("IANA")] string? time_zone = null,
        string? description = null,
        string? location = null,
        [Description("Addresses")] string[]? attendees = null,
        string[]? optional_attendees = null,
        [Description("RFC 5545 lines")] string[]? recurrence = null,
        EventDetails? details = null,
        [Description("Id or name")] string? calendar = null,
        string? account = null,
        [Description(Notify), AllowedValues("all", "external", "none")] string notify = "all",
        bool allow_duplicate = false,
        [Description("Makes a repetition harmless")] string? idempotency_key = null) => (await creator.CreateAsync(
            new()
            {
                Title = title,
                Start = start,
                End = end,
                Minutes = minutes,
                TimeZone = time_zone,
                Description = description,
                Location = location,
                Attendees = attendees,
                OptionalAttendees = optional_attendees,
                Recurrence = recurrence,
                Details = details,
            },
            new(calendar, account, notify, allow_duplicate, idempotency_key),
            cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_update", Title = "Change an event", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Change what is given; the rest, attendees and answers too, stays. Fields as in calendar_create; attendees are added.")]
    public async Task<CallToolResult> Update(
        string event_id,
        CancellationToken cancellationToken,
        [Description("Of a series: this, following or all"), AllowedValues(null, "this", "following", "all")] string? scope = null,
        string? title = null,
        string? start = null,
        string? end = null,
        int? minutes = null,
        string? time_zone = null,
        string? description = null,
        string? location = null,
        string[]? attendees = null,
        string[]? optional_attendees = null,
        string[]? remove_attendees = null,
        [Description("[] ends it")] string[]? recurrence = null,
        EventDetails? details = null,
        string? calendar = null,
        string? account = null,
        [AllowedValues("all", "external", "none")] string notify = "all") => (await editor.UpdateAsync(
            new()
            {
                Title = title,
                Start = start,
                End = end,
                Minutes = minutes,
                TimeZone = time_zone,
                Description = description,
                Location = location,
                Attendees = attendees,
                OptionalAttendees = optional_attendees,
                RemoveAttendees = remove_attendees,
                Recurrence = recurrence,
                Details = details,
            },
            new(event_id, scope, calendar, account, notify),
            cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_delete", Title = "Delete an event", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Delete an event, or decline and remove an invitation.")]
    public async Task<CallToolResult> Delete(
        string event_id,
        CancellationToken cancellationToken,
        [Description("Of a series"), AllowedValues(null, "this", "following", "all")] string? scope = null,
        string? calendar = null,
        string? account = null,
        [AllowedValues("all", "external", "none")] string notify = "all") =>
        (await remover.DeleteAsync(new(event_id, scope, calendar, account, notify), cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_respond", Title = "Answer an invitation", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(EventChange))]
    [NeedsScope(GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Answer an invitation. With a comment or mail the person agrees first.")]
    public async Task<CallToolResult> Respond(
        string event_id,
        [AllowedValues("accepted", "declined", "tentative")] string response,
        CancellationToken cancellationToken,
        string? comment = null,
        [AllowedValues(null, "this", "all")] string? scope = null,
        string? calendar = null,
        string? account = null,
        [AllowedValues("all", "none")] string notify = "none") =>
        (await responder.RespondAsync(response, comment, new(event_id, scope, calendar, account, notify), cancellationToken)).ToCallToolResult();
}
