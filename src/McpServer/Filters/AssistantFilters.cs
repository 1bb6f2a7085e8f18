using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>The way of a request between the transport and the tool; the first filter is the outermost.</summary>
internal static class AssistantFilters
{
    public static IMcpServerBuilder WithAssistantFilters(this IMcpServerBuilder builder)
    {
        builder.Services.AddSingleton<CallerLimits>();
        return builder.WithRequestFilters(filters => filters
            .AddCallToolFilter(Sampling.Filter)
            .AddCallToolFilter(next => (request, cancellationToken) => Audit.RunAsync(request, ActionOf(request), next, cancellationToken))
            .AddCallToolFilter(ToolErrors.Filter)
            .AddCallToolFilter(CallerLimits.Filter)
            .AddCallToolFilter(ToolGrants.CallFilter)
            .AddCallToolFilter(ArgumentCheck.Filter)
            .AddCallToolFilter(ToolRequests.Filter)
            .AddListToolsFilter(Guard<ListToolsRequestParams, ListToolsResult>(RequestMethods.ToolsList))
            .AddListToolsFilter(ToolGrants.ListFilter)
            .AddReadResourceFilter(ResourceErrors.Filter)
            .AddReadResourceFilter(Guard<ReadResourceRequestParams, ReadResourceResult>(RequestMethods.ResourcesRead))
            .AddListResourcesFilter(Guard<ListResourcesRequestParams, ListResourcesResult>(RequestMethods.ResourcesList))
            .AddListResourceTemplatesFilter(Guard<ListResourceTemplatesRequestParams, ListResourceTemplatesResult>(RequestMethods.ResourcesTemplatesList))
            .AddListPromptsFilter(Guard<ListPromptsRequestParams, ListPromptsResult>(RequestMethods.PromptsList))
            .AddGetPromptFilter(Guard<GetPromptRequestParams, GetPromptResult>(RequestMethods.PromptsGet))
            .AddGetPromptFilter(PromptCheck.Filter)
            .AddSubscribeToResourcesFilter(Guard<SubscribeRequestParams, EmptyResult>(RequestMethods.ResourcesSubscribe))
            .AddUnsubscribeFromResourcesFilter(Guard<UnsubscribeRequestParams, EmptyResult>(RequestMethods.ResourcesUnsubscribe))
            .AddCompleteFilter(Guard<CompleteRequestParams, CompleteResult>(RequestMethods.CompletionComplete)));
    }

    /// <summary>Only names of ours reach the audit log and the server's log.</summary>
    private static string ActionOf(RequestContext<CallToolRequestParams> request) =>
        request.Services!.GetRequiredService<ToolCatalogue>().Find(request.Params.Name)?.Name ?? RequestMethods.ToolsCall;

    /// <summary>Audit, errors and limits, for requests whose failure is a JSON-RPC error.</summary>
    private static McpRequestFilter<TParams, TResult> Guard<TParams, TResult>(string method)
        where TResult : Result => next =>
    {
        var guarded = ProtocolErrors.Filter(CallerLimits.Filter(next));
        return (request, cancellationToken) => Audit.RunAsync(request, method, guarded, cancellationToken);
    };
}
