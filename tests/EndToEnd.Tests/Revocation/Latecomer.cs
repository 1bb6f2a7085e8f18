using System.Diagnostics;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Revocation;

/// <summary>
/// Measures how late this machine runs what is due, while a test waits for something that has a second: on an idle machine a few milliseconds, beside a
/// build some hundreds. A server is not to blame for time that nobody gave it, so the second is extended by as much.
/// </summary>
internal sealed class Latecomer : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    /// <summary>For the way of a line from the command to this test, and for the answer's way back.</summary>
    private static readonly TimeSpan Transmission = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _beating;
    private long _latest;

    public Latecomer() => _beating = BeatAsync();

    /// <summary>One second, and what the machine was late: for the server's timer, its work, and this test's.</summary>
    public TimeSpan Allowed => TimeSpan.FromSeconds(1) + Transmission + (3 * TimeSpan.FromTicks(Volatile.Read(ref _latest)));

    /// <summary>Waits for what has to end within a second from now.</summary>
    public async Task ExpectAsync(Func<Task> ended)
    {
        var watch = Stopwatch.StartNew();
        await ended().WaitAsync(TimeSpan.FromSeconds(30), Stage.Stop);
        Assert.True(watch.Elapsed <= Allowed, $"It took {watch.Elapsed}, more than {Allowed}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task BeatAsync()
    {
        while (true)
        {
            var watch = Stopwatch.StartNew();
            await Task.Delay(Beat, TimeProvider.System, _stop.Token).ConfigureAwait(false);
            _latest = Math.Max(_latest, (watch.Elapsed - Beat).Ticks);
        }
    }
}
