using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Bench.BareServer;

/// <summary>Answers what the shipped server's tool of that name answers, as text and as structured content.</summary>
internal sealed class TimeTool(TimeProvider time)
{
    [McpServerTool(Name = "current_time", Title = "Current time", ReadOnly = true)]
    [Description("Date, time and weekday now.")]
    public CallToolResult Now([Description("IANA zone; default: the server's")] string? time_zone = null)
    {
        var zone = time_zone is null ? time.LocalTimeZone : TimeZoneInfo.FindSystemTimeZoneById(time_zone);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var found = new
        {
            now = now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            time_zone = zone.Id,
            weekday = now.ToString("dddd", CultureInfo.InvariantCulture),
            utc = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = $"{found.weekday} {found.now} ({found.time_zone}), {found.utc}" }],
            StructuredContent = JsonSerializer.SerializeToElement(found, JsonSerializerOptions.Web),
        };
    }
}
