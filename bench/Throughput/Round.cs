namespace Assistant.Bench.Throughput;

/// <summary>What one round measured.</summary>
/// <param name="Rate">Answered calls per second.</param>
/// <param name="P50">Latency that half of the calls did not exceed.</param>
/// <param name="P95">The same for 95 %.</param>
/// <param name="P99">The same for 99 %.</param>
/// <param name="ProcessorTime">Of the server, per call.</param>
internal sealed record Round(double Rate, TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan ProcessorTime)
{
    public static Round Of(TimeSpan[] latencies, TimeSpan elapsed, TimeSpan processor)
    {
        Array.Sort(latencies);
        TimeSpan At(double part) => latencies[Math.Min(latencies.Length - 1, (int)(latencies.Length * part))];
        return new(latencies.Length / elapsed.TotalSeconds, At(0.50), At(0.95), At(0.99), processor / latencies.Length);
    }

    /// <summary>The median of each value.</summary>
    public static Round Median(IReadOnlyList<Round> rounds) => new(
        Middle(rounds, round => round.Rate),
        Middle(rounds, round => round.P50),
        Middle(rounds, round => round.P95),
        Middle(rounds, round => round.P99),
        Middle(rounds, round => round.ProcessorTime));

    private static T Middle<T>(IReadOnlyList<Round> rounds, Func<Round, T> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);
}
