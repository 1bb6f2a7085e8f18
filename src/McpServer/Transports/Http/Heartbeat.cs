using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace Assistant.Server.Transports.Http;

/// <summary>One timer for the keep-alive comments of all silent streams.</summary>
internal sealed class Heartbeat(HttpHostOptions options, TimeProvider time) : BackgroundService
{
    private readonly ConcurrentDictionary<SseStream, bool> _streams = new();

    public void Add(SseStream stream) => _streams[stream] = true;

    /// <summary>After this no comment is written to <paramref name="target"/>.</summary>
    public Task RemoveAsync(SseStream stream, Stream target) => _streams.TryRemove(stream, out _) ? stream.DetachAsync(target) : Task.CompletedTask;

    /// <summary>For the stream of a session, whose readers detach themselves.</summary>
    public void Forget(SseStream stream) => _streams.TryRemove(stream, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.KeepAlive, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Task.WhenAll(_streams.Keys.Select(stream => stream.BeatAsync(stoppingToken)));
    }
}
