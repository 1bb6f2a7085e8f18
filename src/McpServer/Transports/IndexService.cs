using Assistant.Tools.Search;
using Microsoft.Extensions.Hosting;

namespace Assistant.Server.Transports;

/// <summary>The search indexes of a server over HTTP are kept up to date while it serves.</summary>
internal sealed class IndexService(IndexWorker worker) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server listens first.
        await Task.Yield();
        await worker.RunAsync(userName: null, stoppingToken);
    }
}
