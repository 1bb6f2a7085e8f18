using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>Turns exceptions of a tool into results that its model can read.</summary>
internal static class ToolErrors
{
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellationToken) =>
        {
            try
            {
                return await next(request, cancellationToken);
            }
            catch (Exception exception) when (exception is not (McpException or InputRequiredException) && !IsCancellation(exception, cancellationToken))
            {
                var services = request.Services!;
                var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ToolErrors));
                var message = Failures.Describe(exception, services.GetRequiredService<CurrentCall>(), logger);
                return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = message }] };
            }
        };

    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
