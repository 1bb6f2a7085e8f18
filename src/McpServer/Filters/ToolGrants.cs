using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>A tool that the caller's key does not allow is not listed and answers as one that does not exist.</summary>
internal static class ToolGrants
{
    private const int LongestName = 64;

    public static McpRequestHandler<CallToolRequestParams, CallToolResult> CallFilter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        (request, cancellationToken) =>
        {
            var services = request.Services!;
            var name = request.Params.Name;
            var catalogue = services.GetRequiredService<ToolCatalogue>();
            var tool = catalogue.Find(name);
            if (tool is null || !services.GetRequiredService<CurrentCall>().Caller.Grants.AllowTool(tool.Name, tool.Level))
            {
                var hint = tool is null && ToolCatalogue.ToolsetOf(name) is { } toolset
                    ? $"It is in the toolset '{toolset}', which is not on: --toolsets {string.Join(',', [.. catalogue.Toolsets, toolset])} turns it on."
                    : "tools/list names the tools there are for you.";
                throw new McpProtocolException($"Unknown tool: '{Shortened(name)}'. {hint}", McpErrorCode.InvalidParams);
            }

            return next(request, cancellationToken);
        };

    public static McpRequestHandler<ListToolsRequestParams, ListToolsResult> ListFilter(McpRequestHandler<ListToolsRequestParams, ListToolsResult> next) =>
        async (request, cancellationToken) =>
        {
            var services = request.Services!;
            var catalogue = services.GetRequiredService<ToolCatalogue>();
            var caller = services.GetRequiredService<CurrentCall>().Caller;
            var granted = await GrantedScopesAsync(services.GetRequiredService<IAccountStore>(), caller, cancellationToken);
            var result = await next(request, cancellationToken);
            result.Tools =
            [
                .. result.Tools
                    .Where(tool => catalogue.Find(tool.Name) is { } definition
                        && caller.Grants.AllowTool(definition.Name, definition.Level)
                        && (definition.Scopes.Count == 0 || definition.Scopes.Any(granted.Contains)))
                    .OrderBy(tool => tool.Name, StringComparer.Ordinal),
            ];
            return result;
        };

    private static string Shortened(string name) => name.Length > LongestName ? name[..LongestName] + "..." : name;

    private static async Task<HashSet<string>> GrantedScopesAsync(IAccountStore accounts, Caller caller, CancellationToken cancellationToken) =>
    [
        .. (await accounts.ListAsync(caller.UserId, cancellationToken))
            .Where(account => caller.Grants.AllowAccount(account.Nickname))
            .SelectMany(account => account.Scopes),
    ];
}
