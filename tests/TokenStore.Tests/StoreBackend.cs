using Assistant.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests;

/// <summary>A store for one test. <see cref="OpenAnother"/> is what another process would open: nothing in memory is shared.</summary>
public abstract class StoreBackend : IAsyncDisposable
{
    private readonly List<ServiceProvider> _opened = [];
    private ServiceProvider? _first;

    public ManualTime Time { get; } = new();

    public FakeRefresher Refresher { get; } = new();

    public T Get<T>()
        where T : notnull => (_first ??= OpenAnother()).GetRequiredService<T>();

    public ServiceProvider OpenAnother(TimeProvider? time = null, ITokenRefresher? refresher = null)
    {
        var services = new ServiceCollection().AddSingleton(time ?? Time).AddSingleton(refresher ?? Refresher);
        Add(services);
        var provider = services.BuildServiceProvider();
        _opened.Add(provider);
        return provider;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var provider in _opened)
            await provider.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What another process needs to open the same store.</summary>
    public abstract TokenStoreOptions Options { get; }

    public TemporaryFolder Folder { get; } = new();

    private void Add(IServiceCollection services) => services.AddTokenStore(Options);
}

public sealed class SqliteBackend : StoreBackend
{
    public override TokenStoreOptions Options => new() { DataFolder = Folder.File("data"), ConfigurationFolder = Folder.File("configuration") };

    public string DatabasePath => Path.Combine(Options.DataFolder, "assistant.db");
}

public sealed class PostgresBackend : StoreBackend
{
    private readonly TestPostgres _postgres = new();

    public override TokenStoreOptions Options => new()
    {
        DataFolder = Folder.File("data"),
        ConfigurationFolder = Folder.File("configuration"),
        Database = _postgres.ConnectionString,
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
