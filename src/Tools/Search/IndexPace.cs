namespace Assistant.Tools.Search;

/// <summary>Spreads the units of an account's Gmail quota that indexing may use evenly over time, so that the rest is always there for people.</summary>
internal sealed class IndexPace(TimeProvider time, int unitsPerMinute, double share)
{
    public const double DefaultShare = 0.8;

    private readonly double _perSecond = unitsPerMinute * share / 60;
    private readonly long _started = time.GetTimestamp();
    private double _spent;

    /// <summary>Waits until the units may be spent.</summary>
    public async Task SpendAsync(int units, CancellationToken cancellationToken)
    {
        var now = time.GetElapsedTime(_started).TotalSeconds * _perSecond;
        // What was not used is not saved up for later.
        _spent = Math.Max(_spent, now) + units;
        var wait = TimeSpan.FromSeconds((_spent - units - now) / _perSecond);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }
}
