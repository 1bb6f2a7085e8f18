using Assistant.TokenStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Server.Transports.Http;

/// <summary>Notes in the store which sessions were used, and ends the idle ones. No request waits for the disk for it.</summary>
internal sealed partial class SessionSweeper(
    HttpHostOptions options,
    SessionTable sessions,
    ISessionStore store,
    TimeProvider time,
    ILogger<SessionSweeper> logger) : BackgroundService
{
    private long _lastSweep = time.GetTimestamp();

    private TimeSpan Interval => TimeSpan.FromTicks(Math.Clamp(options.SessionIdleTimeout.Ticks / 4, TimeSpan.TicksPerSecond / 20, TimeSpan.TicksPerMinute));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await sessions.DisposeAsync().AsTask().WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(logger, exception);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var since = _lastSweep;
        _lastSweep = time.GetTimestamp();
        foreach (var session in sessions.All)
        {
            if (!session.IsBusy && time.GetElapsedTime(session.LastUsed) >= options.SessionIdleTimeout)
                await sessions.CloseAsync(session);
            else if ((session.IsBusy || session.LastUsed >= since) && !await store.TouchAsync(session.Id, session.UserId, cancellationToken))
                await sessions.CloseAsync(session);
        }

        await store.EvictIdleAsync(time.GetUtcNow() - options.SessionIdleTimeout, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Idle sessions could not be swept; the next round tries again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
