namespace Assistant.GoogleClients.Quota;

/// <summary>
/// A token bucket for each account and API. Units are taken at once and may go below zero: the debt is the place in the queue,
/// so callers are served in the order in which they came. A bucket that is full again is dropped.
/// </summary>
internal sealed class QuotaBuckets(GoogleHttpOptions options, TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, GoogleApi Api), Bucket> _buckets = [];
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _swept;

    public int Count
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Waits until the account has the units that the method costs.</summary>
    /// <exception cref="GoogleQuotaException">That would take longer than <paramref name="patience"/>; nothing was taken.</exception>
    public async ValueTask<TimeSpan> TakeAsync(string account, GoogleMethod method, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (method.Units == 0)
            return TimeSpan.Zero;
        var wait = Take((account, method.Api), method.Units);
        if (wait == TimeSpan.Zero)
            return wait;
        try
        {
            if (wait > patience)
                throw new GoogleQuotaException(method.Id, wait);
            await Task.Delay(wait, time, cancellationToken);
            return wait;
        }
        catch
        {
            Take((account, method.Api), -method.Units);
            throw;
        }
    }

    private TimeSpan Take((string Account, GoogleApi Api) key, int units)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            Sweep(now);
            if (!_buckets.TryGetValue(key, out var bucket))
                _buckets[key] = bucket = new Bucket(PerMinute(key.Api), options.BurstShare, now);
            return bucket.Take(units, now);
        }
    }

    private int PerMinute(GoogleApi api) => api == GoogleApi.Gmail ? options.GmailUnitsPerMinute : options.CalendarRequestsPerMinute;

    private void Sweep(TimeSpan now)
    {
        if (now - _swept < SweepEvery)
            return;
        _swept = now;
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsFull(now))
                _buckets.Remove(key);
        }
    }

    /// <summary>Burst and flow add up to a minute's allowance, so no minute exceeds it.</summary>
    private sealed class Bucket(int unitsPerMinute, double burstShare, TimeSpan now)
    {
        private readonly double _capacity = unitsPerMinute * burstShare;
        private readonly double _perSecond = unitsPerMinute * (1 - burstShare) / 60;
        private double _level = unitsPerMinute * burstShare;
        private TimeSpan _at = now;

        public TimeSpan Take(int units, TimeSpan now)
        {
            Refill(now);
            _level = Math.Min(_level - units, _capacity);
            return _level >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_level / _perSecond);
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
}
