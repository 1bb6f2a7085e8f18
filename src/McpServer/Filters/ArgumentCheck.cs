using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>Holds arguments against the tool's input schema before it runs, so that a model is told which argument is wrong and what is allowed.</summary>
internal static class ArgumentCheck
{
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        (request, cancellationToken) =>
        {
            var schema = request.Services!.GetRequiredService<ToolCatalogue>().Find(request.Params.Name)!.Arguments;
            if (schema.Problem(request.Params.Arguments) is { } problem)
                throw new ToolFailure("bad_argument", problem);
            return next(request, cancellationToken);
        };
}
