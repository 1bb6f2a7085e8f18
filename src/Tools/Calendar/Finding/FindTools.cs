using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar.Finding;

[Toolset("calendar")]
internal sealed class FindTools(TimeSearch search, BusyReader busy)
{
    [McpServerTool(Name = "calendar_find_time", Title = "Find a time", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(FoundTimes))]
    [NeedsScope(GoogleScopes.CalendarReadonly, GoogleScopes.CalendarFull)]
    [Description("Times that suit you and others, best first, with reasons; default the next 7 days.")]
    public async Task<CallToolResult> FindTime(
        [Description("Length"), Range(1, 1440)] int minutes,
        CancellationToken cancellationToken,
        [Description("As in calendar_create; also 'next week'")] string? time_min = null,
        string? time_max = null,
        FindPerson[]? people = null,
        [Description("Addresses; one must be free")] string[]? rooms = null,
        [Description("Default 'Mon-Fri 09:00-17:00'")] string? hours = null,
        [Description("Minutes free around it"), Range(0, 240)] int buffer = 0,
        [Description("Minutes to events elsewhere"), Range(0, 480)] int travel = 0,
        [Description("morning, afternoon, evening, '10:00-12:00'")] string[]? prefer = null,
        bool avoid_back_to_back = false,
        string? time_zone = null,
        string? account = null,
        [Range(1, 20)] int max_results = 5) => (await search.FindAsync(
            new(minutes, time_min, time_max, people, rooms, hours, buffer, travel, prefer, avoid_back_to_back, time_zone, account, max_results), cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "calendar_free_busy", Title = "Free and busy", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(BusyTimes))]
    [NeedsScope(GoogleScopes.CalendarReadonly, GoogleScopes.CalendarFull)]
    [Description("Busy times of your accounts, or of addresses.")]
    public async Task<CallToolResult> FreeBusy(
        CancellationToken cancellationToken,
        string? time_min = null,
        string? time_max = null,
        string[]? addresses = null,
        string? time_zone = null,
        string? account = null) => (await busy.ReadAsync(time_min, time_max, addresses, time_zone, account, cancellationToken)).ToCallToolResult();
}
