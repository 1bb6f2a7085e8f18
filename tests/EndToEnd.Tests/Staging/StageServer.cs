using Assistant.GoogleClients;
using Assistant.Server;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;
using Assistant.Tools.Agreements;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>The real HTTP server with the real composition, in this process, on a free port.</summary>
internal sealed class StageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StageServer(WebApplication app) => _app = app;

    public Uri Endpoint => new(new Uri(_app.Urls.First()), HttpHost.McpPath);

    public IServiceProvider Services => _app.Services;

    public static async Task<StageServer> StartAsync(AssistantOptions options, SecretWatch watch, TimeProvider? time, HttpHostOptions? hosting = null, Action<IServiceCollection>? configure = null)
    {
        var app = HttpHost.Build(hosting ?? new HttpHostOptions { Urls = ["http://127.0.0.1:0"] }, services =>
        {
            // Short waits between attempts, and a quota that no test reaches.
            services.AddSingleton(new GoogleHttpOptions
            {
                BaseDelay = TimeSpan.FromMilliseconds(5),
                GmailUnitsPerMinute = 10_000_000,
                CalendarRequestsPerMinute = 10_000_000,
            });
            services.AddSingleton(new AgreementTiming
            {
                Lease = TimeSpan.FromSeconds(3),
                Retry = TimeSpan.FromMilliseconds(200),
                Looks = [.. Enumerable.Range(1, 6).Select(number => TimeSpan.FromMilliseconds(20 * number))],
            });
            services.AddAssistant(options);
            configure?.Invoke(services);
            if (time is not null)
                services.AddSingleton(time);
            services.AddLogging(logging => logging
                .ClearProviders()
                .AddProvider(new RecordingLoggerProvider(watch.Log))
                .AddFilter<RecordingLoggerProvider>(null, LogLevel.Information)
                .AddFilter<RecordingLoggerProvider>("Assistant", LogLevel.Trace));
        });
        await app.StartAsync(Stage.Stop);
        return new StageServer(app);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
