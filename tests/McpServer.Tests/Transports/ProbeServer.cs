using System.Net.Http.Headers;
using System.Text;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;

namespace Assistant.Server.Tests.Transports;

/// <summary>The real HTTP host on a free loopback port, with two people: Ann (key-ann) and Bob (key-bob).</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];

    private ProbeServer(WebApplication app) => _app = app;

    public required MemoryCallers Callers { get; init; }

    public required MemorySessions Sessions { get; init; }

    public required Gate Gate { get; init; }

    public Uri Url => new(_app.Urls.First());

    public Uri Mcp => new(Url, "/mcp");

    public static async Task<ProbeServer> StartAsync(HttpHostOptions? options = null, TimeProvider? time = null)
    {
        options ??= new HttpHostOptions();
        options.Urls = ["http://127.0.0.1:0"];
        var callers = new MemoryCallers().AddKey("key-ann", "ann").AddKey("key-bob", "bob");
        var gate = new Gate();
        var sessions = new MemorySessions(time);
        var app = HttpHost.Build(options, services =>
        {
            if (time is not null)
                services.AddSingleton(time);
            services.AddLogging();
            services.AddSingleton<ICallers>(callers);
            services.AddSingleton<ISessionStore>(sessions);
            services.AddSingleton(gate);
            services.AddMcpServer().WithTools<ProbeTools>();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ProbeServer(app) { Callers = callers, Sessions = sessions, Gate = gate };
    }

    public HttpClient Client(string? key = "key-ann")
    {
        var client = new HttpClient { BaseAddress = Url };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _clients.Add(client);
        return client;
    }

    public Task<McpClient> ConnectAsync(string key, string? version = null)
    {
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions { Endpoint = Mcp, TransportMode = HttpTransportMode.StreamableHttp },
            Client(key));
        return McpClient.CreateAsync(transport, new McpClientOptions { ProtocolVersion = version }, cancellationToken: TestContext.Current.CancellationToken);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await _app.DisposeAsync();
    }
}
