using Assistant.Server.Filters;
using Assistant.TokenStore;
using Assistant.Tools;
using Assistant.Tools.Prompts;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server;

/// <summary>
/// Answers from the catalogues. They are made at the first question, not at start: making the schemas takes longer than everything else before the
/// <c>initialize</c> reply.
/// </summary>
internal static class Listing
{
    public static ValueTask<ListToolsResult> Tools(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken) =>
        new(new ListToolsResult { Tools = [.. Get<ToolCatalogue>(request).Tools.Select(tool => tool.Protocol)] });

    public static ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken) =>
        Get<ToolCatalogue>(request).Find(request.Params.Name)!.Tool.InvokeAsync(request, cancellationToken);

    public static ValueTask<ListResourcesResult> Resources(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken) =>
        new(new ListResourcesResult { Resources = [.. AllowedResources(request).Select(one => one.ProtocolResource).OfType<Resource>()] });

    public static ValueTask<ListResourceTemplatesResult> ResourceTemplates(RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellationToken) =>
        new(new ListResourceTemplatesResult
        {
            ResourceTemplates = [.. AllowedResources(request).Where(one => one.IsTemplated).Select(one => one.ProtocolResourceTemplate)],
        });

    public static ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken) =>
        Get<ResourceCatalogue>(request).Find(request.Params.Uri) is { } resource && CallerOf(request).Allows(resource)
            ? resource.ReadAsync(request, cancellationToken)
            : throw new McpProtocolException($"There is no resource '{request.Params.Uri}'. resources/templates/list shows what there is.", Missing(request));

    public static ValueTask<ListPromptsResult> Prompts(RequestContext<ListPromptsRequestParams> request, CancellationToken cancellationToken) =>
        new(new ListPromptsResult { Prompts = [.. AllowedPrompts(request).Select(prompt => prompt.ProtocolPrompt)] });

    public static ValueTask<GetPromptResult> GetPromptAsync(RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken) =>
        Get<PromptCatalogue>(request).Find(request.Params.Name)!.GetAsync(request, cancellationToken);

    public static async ValueTask<CompleteResult> CompleteAsync(RequestContext<CompleteRequestParams> request, CancellationToken cancellationToken) =>
        IsAllowed(request, request.Params.Ref, request.Params.Argument?.Name ?? "") ? await Get<Completions>(request).CompleteAsync(request.Params, cancellationToken) : new CompleteResult();

    /// <summary>Only what has the argument completes it: a key that may use one prompt learns nothing that belongs to another.</summary>
    private static bool IsAllowed(MessageContext request, Reference reference, string argument) => reference switch
    {
        PromptReference prompt => AllowedPrompts(request).Any(one => one.ProtocolPrompt.Name == prompt.Name && one.ProtocolPrompt.Arguments?.Any(known => known.Name == argument) is true),
        ResourceTemplateReference template => AllowedResources(request).Any(one => one.ProtocolResourceTemplate.UriTemplate == template.Uri && Names(one.ProtocolResourceTemplate.UriTemplate, argument)),
        _ => false,
    };

    /// <summary>{name}, {?name}, {?one,name} (RFC 6570).</summary>
    private static bool Names(string template, string argument) =>
        argument.Length > 0 && template.Split('{').Skip(1).Any(part => part.Split('}')[0].TrimStart('?', '&', '+', '#', '/').Split(',').Any(name => name.TrimEnd('*') == argument));

    private static IEnumerable<McpServerResource> AllowedResources(MessageContext request) =>
        Get<ResourceCatalogue>(request).Resources.Where(CallerOf(request).Allows);

    private static IEnumerable<McpServerPrompt> AllowedPrompts(MessageContext request) =>
        Get<PromptCatalogue>(request).Prompts.Where(CallerOf(request).Allows);

    private static Caller CallerOf(MessageContext request) => Get<CurrentCall>(request).Caller;

    private static T Get<T>(MessageContext request)
        where T : notnull => request.Services!.GetRequiredService<T>();

    /// <summary>The code of a missing resource changed with revision 2026-07-28 (SEP-2164).</summary>
    private static McpErrorCode Missing(MessageContext request) =>
        string.CompareOrdinal(request.Server.NegotiatedProtocolVersion, "2026-07-28") >= 0 ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound;
}
