using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Conformance.Fixtures;

[McpServerToolType]
internal sealed class ContentTools
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [McpServerTool(Name = "test_simple_text"), Description("One text.")]
    public static string SimpleText() => "This is a simple text response for testing.";

    [McpServerTool(Name = "test_image_content"), Description("One image.")]
    public static ContentBlock Image() => ImageContentBlock.FromBytes(Samples.Png, "image/png");

    [McpServerTool(Name = "test_audio_content"), Description("One sound.")]
    public static ContentBlock Audio() => AudioContentBlock.FromBytes(Samples.Wav, "audio/wav");

    [McpServerTool(Name = "test_embedded_resource"), Description("One embedded resource.")]
    public static ContentBlock EmbeddedResource() => Resource("test://embedded-resource", "text/plain", "This is an embedded resource content.");

    [McpServerTool(Name = "test_multiple_content_types"), Description("A text, an image and a resource.")]
    public static IEnumerable<ContentBlock> Mixed() =>
    [
        new TextContentBlock { Text = "Multiple content types test:" },
        ImageContentBlock.FromBytes(Samples.Png, "image/png"),
        Resource("test://mixed-content-resource", "application/json", """{"test":"data","value":123}"""),
    ];

    [McpServerTool(Name = "test_error_handling"), Description("Always fails.")]
    public static string Error() => throw new McpException("This tool intentionally returns an error for testing");

    [McpServerTool(Name = "test_tool_with_logging"), Description("Sends three log messages.")]
    public static async Task<string> Logging(McpServer server, CancellationToken cancellationToken)
    {
        await LogAsync(server, "Tool execution started", cancellationToken);
        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        await LogAsync(server, "Tool processing data", cancellationToken);
        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        await LogAsync(server, "Tool execution completed", cancellationToken);
        return "Logged three times.";
    }

    [McpServerTool(Name = "test_tool_with_progress"), Description("Reports progress three times.")]
    public static async Task<string> Progress(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        foreach (var done in (int[])[0, 50, 100])
        {
            if (context.Params.ProgressToken is { } token)
                await context.Server.NotifyProgressAsync(token, new ProgressNotificationValue { Progress = done, Total = 100 }, cancellationToken: cancellationToken);
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return "Reported three times.";
    }

    [McpServerTool(Name = "test_reconnection"), Description("Its stream ends before it answers.")]
    public static async Task<string> Reconnection(CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        return "Answered after the stream was closed.";
    }

    private static Task LogAsync(McpServer server, string text, CancellationToken cancellationToken) => server.SendNotificationAsync(
        NotificationMethods.LoggingMessageNotification,
        Samples.Read<LoggingMessageNotificationParams>($$"""{"level":"info","data":"{{text}}"}"""),
        cancellationToken: cancellationToken);

    private static EmbeddedResourceBlock Resource(string uri, string mimeType, string text) =>
        new() { Resource = new TextResourceContents { Uri = uri, MimeType = mimeType, Text = text } };
}
