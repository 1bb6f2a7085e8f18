using Assistant.Server.Tests.Transports;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace Assistant.Server.Tests.Filters;

/// <summary>A server with our filters and the tools of a test, and a client that speaks to it as one caller.</summary>
internal sealed class FilteredServer(ServiceProvider services, InProcessSession session, TemporaryFolder folder) : IAsyncDisposable
{
    public IServiceProvider Services => services;

    public McpClient Client => session.Client;

    public FillableAuditLog Audit => (FillableAuditLog)services.GetRequiredService<IAuditLog>();

    public RecordingLoggerFactory Logs => (RecordingLoggerFactory)services.GetRequiredService<ILoggerFactory>();

    public Gate Gate => services.GetRequiredService<Gate>();

    public static Task<FilteredServer> StartAsync(Type[] tools, Caller caller, params GoogleAccount[] accounts) =>
        StartAsync(tools, new CallerLease(caller, CancellationToken.None), accounts);

    public static async Task<FilteredServer> StartAsync(Type[] tools, CallerLease lease, params GoogleAccount[] accounts)
    {
        var folder = new TemporaryFolder();
        var collection = new ServiceCollection();
        collection.AddTokenStore(new TokenStoreOptions { DataFolder = folder.File("data"), ConfigurationFolder = folder.File("configuration") });
        collection.AddSingleton<ILoggerFactory, RecordingLoggerFactory>();
        collection.AddSingleton<TimeProvider>(new ManualTime());
        collection.AddSingleton<IAccountStore>(new InMemoryAccounts(accounts));
        collection.AddSingleton<IAuditLog, FillableAuditLog>();
        collection.AddSingleton<Gate>();
        collection.AddTools();
        collection.AddSingleton(ToolCatalogue.Create(tools));
        collection.AddAssistantMcp();
        var services = collection.BuildServiceProvider(validateScopes: true);
        return new(services, await InProcessSession.StartAsync(services, lease, TestContext.Current.CancellationToken), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await services.DisposeAsync();
        folder.Dispose();
    }
}
