using System.ComponentModel;
using System.Globalization;
using Assistant.Tools.Google;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Time;

[Toolset("core")]
internal sealed class TimeTools(GoogleAccounts accounts, AccountZones zones, TimeProvider time)
{
    [McpServerTool(Name = "current_time", Title = "Current time", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(CurrentTime))]
    [Description("Date, time and weekday now.")]
    public async Task<CallToolResult> Now(
        CancellationToken cancellationToken,
        [Description("IANA zone; default: that of the calendar")] string? time_zone = null)
    {
        var zone = TimeZones.Find(time_zone) ?? await OwnAsync(cancellationToken);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        return new CurrentTime(
            now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            TimeZones.IanaName(zone),
            now.ToString("dddd", CultureInfo.InvariantCulture),
            now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToCallToolResult();
    }

    /// <summary>The zone the person lives by; the server's where none of their calendars can say it.</summary>
    private async Task<TimeZoneInfo> OwnAsync(CancellationToken cancellationToken) =>
        await accounts.AllowedAsync(cancellationToken) is [var first, ..] ? await zones.OfAsync(first, cancellationToken) : time.LocalTimeZone;
}
