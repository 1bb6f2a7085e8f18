using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Time;

[Toolset("core")]
internal sealed class TimeTools(TimeProvider time)
{
    [McpServerTool(Name = "current_time", Title = "Current time", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(CurrentTime))]
    [Description("Date, time and weekday now.")]
    public CallToolResult Now([Description("IANA zone; default: the server's")] string? time_zone = null)
    {
        var zone = TimeZones.Find(time_zone) ?? time.LocalTimeZone;
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        return new CurrentTime(
            now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            TimeZones.IanaName(zone),
            now.ToString("dddd", CultureInfo.InvariantCulture),
            now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToCallToolResult();
    }
}
