using Assistant.Server.Transports.Stdio;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports;

/// <summary>MCP over standard input and output, for one local user, without a generic host: the first answer comes fast.</summary>
internal static class StdioHost
{
    /// <summary>Serves the process's own streams until the client closes standard input.</summary>
    /// <returns>The exit code: 0, or 1 where the user does not exist or was removed.</returns>
    public static Task<int> RunAsync(IServiceProvider services, string userName, CancellationToken cancellationToken)
    {
        var output = Console.OpenStandardOutput();

        // Only JSON-RPC may reach the client: whatever else prints lands among the logs.
        Console.SetOut(Console.Error);
        return RunAsync(services, userName, Console.OpenStandardInput(), output, cancellationToken);
    }

    public static async Task<int> RunAsync(IServiceProvider services, string userName, Stream input, Stream output, CancellationToken cancellationToken)
    {
        var loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var options = services.GetRequiredService<IOptions<McpServerOptions>>().Value;
        await using var writer = new LineWriter(output);
        await using var multiplexer = new EraMultiplexer(writer, transport => McpServer.Create(transport, options, loggers, services), time);
        var session = new StdioSession(services.GetRequiredService<ICallers>(), userName, multiplexer, writer, loggers.CreateLogger<StdioSession>());
        return await session.RunAsync(new LineReader(input), cancellationToken);
    }
}
