using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Assistant.Bench.Common;

namespace Assistant.Bench.AuditLoss;

/// <summary>Calls until the server is killed at a moment that nobody knows before.</summary>
/// <param name="KilledAfter">Since the first call.</param>
/// <param name="Answered">When each answered call was answered, since the first call, in order.</param>
internal sealed record KilledRun(TimeSpan KilledAfter, IReadOnlyList<TimeSpan> Answered)
{
    private const int Callers = 8;

    public static async Task<KilledRun> DoAsync(ShippedServer shipped, CancellationToken cancellationToken)
    {
        await using var server = await shipped.StartAsync(sandbox: null, cancellationToken);
        var answered = new ConcurrentQueue<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallAsync(server.Address, shipped.Key, start, answered, cancellationToken), cancellationToken)).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1500, 4000)), TimeProvider.System, cancellationToken);
        var killed = Stopwatch.GetElapsedTime(start);
        await server.KillAsync();
        await Task.WhenAll(callers);
        return new KilledRun(killed, [.. answered.Order()]);
    }

    /// <summary>Entries are written in the order of the calls, so the lost ones are the last ones.</summary>
    public TimeSpan AgeOfOldestLost(int kept)
    {
        if (kept >= Answered.Count)
            return TimeSpan.Zero;
        var age = KilledAfter - Answered[kept];
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }

    private static async Task CallAsync(Uri server, string key, long start, ConcurrentQueue<TimeSpan> answered, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await Connection.OpenAsync(server, Era.Stateless, key, cancellationToken);
            var request = connection.Call("current_time", "{}");
            while (true)
            {
                await connection.SendAsync(request, cancellationToken);
                answered.Enqueue(Stopwatch.GetElapsedTime(start));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Killed.
        }
    }
}
