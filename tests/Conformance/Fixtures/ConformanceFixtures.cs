using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Assistant.Conformance.Fixtures;

/// <summary>What the conformance suite asks a server to have: its names and texts are given by the suite's scenarios.</summary>
internal static class ConformanceFixtures
{
    public static void AddConformanceFixtures(this IServiceCollection services) => services
        .AddMcpServer()
        .WithTools<ContentTools>()
        .WithTools<AskingTools>()
        .WithTools<InputRequiredTools>()
        .WithTools<DiagnosticTools>()
        .WithTools([SchemaTool.Create()])
        .WithResources<FixtureResources>()
        .WithPrompts<FixturePrompts>()
        .WithCompleteHandler((_, _) => ValueTask.FromResult(new CompleteResult { Completion = new Completion { Values = ["paris", "park"] } }))
        .WithSetLoggingLevelHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
        .WithSubscribeToResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
        .WithUnsubscribeFromResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
        .WithRequestFilters(filters => filters.AddCallToolFilter(next => async (request, cancellationToken) =>
        {
            // SEP-1699: the stream ends before the answer, which waits in the event store for a GET with Last-Event-ID.
            if (request.Params.Name == "test_reconnection")
                await request.EnablePollingAsync(TimeSpan.FromMilliseconds(500), cancellationToken);
            return await next(request, cancellationToken);
        }));
}
