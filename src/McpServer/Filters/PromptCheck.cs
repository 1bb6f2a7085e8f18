using System.Text.Json;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>A prompt that the caller may not use answers as one that does not exist; the arguments of any other one are held against what it declares.</summary>
internal static class PromptCheck
{
    public static McpRequestHandler<GetPromptRequestParams, GetPromptResult> Filter(McpRequestHandler<GetPromptRequestParams, GetPromptResult> next) =>
        (request, cancellationToken) =>
        {
            var services = request.Services!;
            var prompt = services.GetRequiredService<PromptCatalogue>().Find(request.Params.Name);
            if (prompt is null || !services.GetRequiredService<CurrentCall>().Caller.Allows(prompt))
                throw new McpProtocolException($"There is no prompt '{request.Params.Name}'. prompts/list shows what there is.", McpErrorCode.InvalidParams);
            foreach (var argument in prompt.ProtocolPrompt.Arguments ?? [])
            {
                if (Problem(argument, request.Params.Arguments) is { } problem)
                    throw new ToolFailure("bad_argument", $"The argument '{argument.Name}' {problem}: {argument.Description}.");
            }

            return next(request, cancellationToken);
        };

    /// <summary>The protocol knows only texts here; clients send an empty one for a field that was not filled in.</summary>
    private static string? Problem(PromptArgument argument, IDictionary<string, JsonElement>? given)
    {
        var value = given?.TryGetValue(argument.Name, out var found) is true ? found : default;
        return value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => argument.Required is true ? "is missing" : null,
            JsonValueKind.String => argument.Required is true && string.IsNullOrWhiteSpace(value.GetString()) ? "is missing" : null,
            _ => "must be a text",
        };
    }
}
