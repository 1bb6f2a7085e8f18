using System.Diagnostics;
using Assistant.Bench.Common;

namespace Assistant.Bench.Throughput;

/// <summary>One tool called over and over by many connections at once.</summary>
/// <param name="Name">As the report names it.</param>
/// <param name="Server">Who is called.</param>
/// <param name="Key">Bearer key, or null for a server that asks for none.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">A JSON object.</param>
internal sealed record Load(string Name, ServerProcess Server, string? Key, string Tool, string Arguments)
{
    public async Task<Round> RunAsync(Era era, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Connection.OpenAsync(Server.Address, era, Key, cancellationToken)));
        var processor = Server.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(open.Select(connection => Task.Run(() => CallAsync(connection, end, cancellationToken), cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var used = Server.ProcessorTime - processor;
        foreach (var connection in open)
        {
            await connection.CloseAsync(cancellationToken);
            connection.Dispose();
        }

        return Round.Of([.. latencies.SelectMany(list => list)], elapsed, used);
    }

    private async Task<List<TimeSpan>> CallAsync(Connection connection, long end, CancellationToken cancellationToken)
    {
        var request = connection.Call(Tool, Arguments);
        var latencies = new List<TimeSpan>(100_000);
        for (var before = Stopwatch.GetTimestamp(); before < end;)
        {
            Check((await connection.SendAsync(request, cancellationToken)).Span);
            var after = Stopwatch.GetTimestamp();
            latencies.Add(Stopwatch.GetElapsedTime(before, after));
            before = after;
        }

        return latencies;
    }

    private void Check(ReadOnlySpan<byte> answer)
    {
        if (answer.IndexOf("\"structuredContent\":"u8) < 0 || answer.IndexOf("\"isError\":true"u8) >= 0)
            throw new InvalidOperationException($"{Name} answered: {System.Text.Encoding.UTF8.GetString(answer)}");
    }
}
