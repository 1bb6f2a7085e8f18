using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>Turns exceptions of resources, prompts and completion into JSON-RPC errors that a client can show.</summary>
internal static class ProtocolErrors
{
    public static McpRequestHandler<TParams, TResult> Filter<TParams, TResult>(McpRequestHandler<TParams, TResult> next) =>
        async (request, cancellationToken) =>
        {
            try
            {
                return await next(request, cancellationToken);
            }
            catch (Exception exception) when (exception is not (McpException or InputRequiredException or OperationCanceledException))
            {
                var services = request.Services!;
                var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProtocolErrors));
                var message = Failures.Describe(exception, services.GetRequiredService<CurrentCall>(), logger);
                throw new McpProtocolException(message, exception is ToolFailure ? McpErrorCode.InvalidParams : McpErrorCode.InternalError);
            }
        };
}
