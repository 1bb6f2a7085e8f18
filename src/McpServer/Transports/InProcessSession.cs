using System.IO.Pipelines;
using Assistant.Server.Identity;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports;

/// <summary>A client and the server in one process, joined by pipes: what the command line calls goes the way of every other request.</summary>
internal sealed class InProcessSession : IAsyncDisposable
{
    private readonly McpServer _server;
    private readonly Task _running;

    private InProcessSession(McpServer server, Task running, McpClient client) => (_server, _running, Client) = (server, running, client);

    public McpClient Client { get; }

    public static async Task<InProcessSession> StartAsync(IServiceProvider services, CallerLease lease, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptionsFactory<McpServerOptions>>().Create(Options.DefaultName);
        options.Filters.Message.IncomingFilters.Insert(0, next => (context, token) =>
        {
            context.User = new CallerPrincipal(lease);
            return next(context, token);
        });
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var server = McpServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), options, loggers, services);
        var running = server.RunAsync(CancellationToken.None);
        var client = await McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()),
            cancellationToken: cancellationToken);
        return new(server, running, client);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
