using Assistant.Server.Transports;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace Assistant.Server.Tests.Filters;

/// <summary>A server with our filters and the tools of a test, and a client that speaks to it as one caller.</summary>
internal sealed class FilteredServer(ServiceProvider services, InProcessSession session) : IAsyncDisposable
{
    public IServiceProvider Services => services;

    public McpClient Client => session.Client;

    public RecordingAuditLog Audit => (RecordingAuditLog)services.GetRequiredService<IAuditLog>();

    public RecordingLoggerFactory Logs => (RecordingLoggerFactory)services.GetRequiredService<ILoggerFactory>();

    public static async Task<FilteredServer> StartAsync(Type[] tools, Caller caller, params GoogleAccount[] accounts)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<ILoggerFactory, RecordingLoggerFactory>();
        collection.AddSingleton<TimeProvider>(new ManualTime());
        collection.AddSingleton<IAccountStore>(new InMemoryAccounts(accounts));
        collection.AddSingleton<IAuditLog, RecordingAuditLog>();
        collection.AddTools();
        collection.AddSingleton(ToolCatalogue.Create(tools));
        collection.AddAssistantMcp();
        var services = collection.BuildServiceProvider(validateScopes: true);
        var lease = new CallerLease(caller, CancellationToken.None);
        return new(services, await InProcessSession.StartAsync(services, lease, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await services.DisposeAsync();
    }
}
