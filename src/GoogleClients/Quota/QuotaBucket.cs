namespace Assistant.GoogleClients.Quota;

/// <summary>One allowance: burst and flow add up to a minute's quota, so no minute exceeds it. Not safe for several threads.</summary>
internal sealed class QuotaBucket(int perMinute, double burstShare, double backgroundShare, TimeSpan now)
{
    /// <summary>Work in the background takes its units a little before they have flowed in: calls that are under way together keep the flow used.</summary>
    private const double AheadSeconds = 2;

    private readonly double _capacity = perMinute * burstShare;
    private readonly double _perSecond = perMinute * (1 - burstShare) / 60;
    private readonly double _backgroundPerSecond = perMinute * Math.Min(backgroundShare, 1 - burstShare) / 60;
    private readonly Dictionary<string, long> _others = new(StringComparer.Ordinal);
    private double _level = perMinute * burstShare;
    private double _background = double.NegativeInfinity;
    private TimeSpan _at = now;

    /// <summary>Units taken from it by this process.</summary>
    public long Spent { get; private set; }

    public long Debt => (long)Math.Ceiling(_capacity - _level);

    /// <summary>When its use was last told to the other processes.</summary>
    public TimeSpan? Told { get; set; }

    /// <summary>Takes units, also those that are not there yet: the debt is the place in the queue.</summary>
    /// <returns>How long to wait until they are there.</returns>
    public TimeSpan Take(int units, TimeSpan now)
    {
        Refill(now);
        _level = Math.Min(_level - units, _capacity);
        Spent += units;
        return _level >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_level / _perSecond);
    }

    /// <summary>How long work in the background has to wait before it may take units: until the burst is whole again, which is for people.</summary>
    public TimeSpan BackgroundWait(int units, TimeSpan now)
    {
        Refill(now);
        var flow = (_capacity - (AheadSeconds * _perSecond) - (_level - units)) / _perSecond;
        var share = _background - now.TotalSeconds - AheadSeconds;
        // A call that costs more than the burst holds waits for a full one only.
        return TimeSpan.FromSeconds(Math.Max(0, Math.Max(Math.Min(flow, (_capacity - _level) / _perSecond), share)));
    }

    /// <summary>Takes what <see cref="BackgroundWait"/> allowed.</summary>
    public void TakeBackground(int units, TimeSpan now)
    {
        Take(units, now);
        _background = Math.Max(_background, now.TotalSeconds) + (units / _backgroundPerSecond);
    }

    /// <summary>Counts what other processes spent as if it were spent here.</summary>
    public void Learn(IEnumerable<QuotaUse> others, DateTimeOffset clock, TimeSpan now)
    {
        Refill(now);
        foreach (var other in others)
        {
            if (_others.TryGetValue(other.Process, out var known))
                _level -= other.Spent >= known ? other.Spent - known : other.Spent;
            else
                _level = Math.Min(_level, _capacity - Math.Max(0, other.Debt - (Math.Max(0, (clock - other.At).TotalSeconds) * _perSecond)));
            _others[other.Process] = other.Spent;
        }
    }

    public bool IsFull(TimeSpan now)
    {
        Refill(now);
        return _level >= _capacity;
    }

    private void Refill(TimeSpan now)
    {
        _level = Math.Min(_capacity, _level + ((now - _at).TotalSeconds * _perSecond));
        _at = now;
    }
}
