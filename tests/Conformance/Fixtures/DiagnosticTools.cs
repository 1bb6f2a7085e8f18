using System.ComponentModel;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Conformance.Fixtures;

/// <summary>What the scenarios of single requests (SEP-2575) and of headers (SEP-2243) look for.</summary>
[McpServerToolType]
internal sealed partial class DiagnosticTools
{
    [McpServerTool(Name = "test_missing_capability"), Description("Needs a client that can sample.")]
    public static string MissingCapability(RequestContext<CallToolRequestParams> context) =>
        context.JsonRpcRequest.Context?.ClientCapabilities?.Sampling is not null
            ? "The client can sample."
            : throw new MissingRequiredClientCapabilityException(new ClientCapabilities { Sampling = new() }, "This tool needs the sampling capability.");

    [McpServerTool(Name = "test_streaming_elicitation"), Description("Asks the person without a request of its own.")]
    public static string StreamingElicitation(RequestContext<CallToolRequestParams> context) =>
        context.Params.InputResponses is { Count: > 0 }
            ? "Answered."
            : throw new InputRequiredException(new Dictionary<string, InputRequest> { ["name"] = InputRequiredTools.Ask("What is your name?", "name", "string") }, null);

    [McpServerTool(Name = "test_logging_tool"), Description("Logs to a client that asked for it.")]
    public static string Logging(McpServer server)
    {
        using var provider = server.AsClientLoggerProvider();
        var logger = provider.CreateLogger("conformance");
        LogProbe(logger);
        return "Logged where the client asked for it.";
    }

    [McpServerTool(Name = "test_region"), Description("An argument that travels as a header.")]
    public static string Region([McpHeader("Region")] string region) => region;

    [LoggerMessage(Level = LogLevel.Information, Message = "A log message")]
    private static partial void LogProbe(ILogger logger);
}
