using Assistant.Tools.Agreements;
using Microsoft.Extensions.Hosting;

namespace Assistant.Server.Transports;

/// <summary>The outbox of a server over HTTP: what is due goes out while it serves.</summary>
internal sealed class OutboxService(OutboxWorker worker) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server listens first.
        await Task.Yield();
        await worker.RunAsync(stoppingToken);
    }
}
