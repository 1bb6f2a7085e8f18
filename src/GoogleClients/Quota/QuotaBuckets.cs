namespace Assistant.GoogleClients.Quota;

/// <summary>
/// A token bucket for each account and API, and one for the whole project. Units are taken at once and may go below zero: the debt is the place in the
/// queue, so callers are served in the order in which they came. Work in the background takes only what flows while the burst is whole, so nobody ever
/// waits for it. What other processes spend is learned from the ledger once a second. A bucket that is full again is dropped.
/// </summary>
internal sealed class QuotaBuckets(GoogleHttpOptions options, TimeProvider time, IQuotaLedger? ledger = null)
{
    /// <summary>No account has this id.</summary>
    private const string Project = "project";
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, GoogleApi Api), QuotaBucket> _buckets = [];
    private readonly string _process = Guid.NewGuid().ToString("n");
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _swept;

    public int Count
    {
        get
        {
            lock (_gate)
                return _buckets.Keys.Count(key => key.Account != Project);
        }
    }

    /// <summary>Waits until the account has the units that the method costs.</summary>
    /// <exception cref="GoogleQuotaException">That would take longer than <paramref name="patience"/>; nothing was taken.</exception>
    public async ValueTask<TimeSpan> TakeAsync(string account, GoogleMethod method, bool isBackground, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (method.Units == 0)
            return TimeSpan.Zero;
        var waited = isBackground
            ? await TakeBackgroundAsync(account, method, patience, cancellationToken)
            : await TakeNowAsync(account, method, patience, cancellationToken);
        Tell(account, method.Api);
        Tell(Project, method.Api);
        return waited;
    }

    private async ValueTask<TimeSpan> TakeNowAsync(string account, GoogleMethod method, TimeSpan patience, CancellationToken cancellationToken)
    {
        var wait = Take(account, method.Api, method.Units);
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
            Take(account, method.Api, -method.Units);
            throw;
        }
    }

    private async ValueTask<TimeSpan> TakeBackgroundAsync(string account, GoogleMethod method, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        while (TakeBackground(account, method.Api, method.Units) is var wait && wait > TimeSpan.Zero)
        {
            if (waited + wait > patience)
                throw new GoogleQuotaException(method.Id, wait);
            await Task.Delay(wait, time, cancellationToken);
            waited += wait;
        }

        return waited;
    }

    private TimeSpan Take(string account, GoogleApi api, int units)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            Sweep(now);
            var (own, project) = (Of(account, api, now).Take(units, now), Of(Project, api, now).Take(units, now));
            return own > project ? own : project;
        }
    }

    private TimeSpan TakeBackground(string account, GoogleApi api, int units)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            Sweep(now);
            var (own, project) = (Of(account, api, now), Of(Project, api, now));
            var (first, second) = (own.BackgroundWait(units, now), project.BackgroundWait(units, now));
            var wait = first > second ? first : second;
            // A timer counts milliseconds: what is shorter would be asked again at once.
            if (wait > TimeSpan.FromMilliseconds(1))
                return wait;
            own.TakeBackground(units, now);
            project.TakeBackground(units, now);
            return TimeSpan.Zero;
        }
    }

    private QuotaBucket Of(string account, GoogleApi api, TimeSpan now)
    {
        if (!_buckets.TryGetValue((account, api), out var bucket))
            _buckets[(account, api)] = bucket = new(PerMinute(account, api), options.BurstShare, options.BackgroundShare, now);
        return bucket;
    }

    private int PerMinute(string account, GoogleApi api) => (account, api) switch
    {
        (Project, GoogleApi.Gmail) => options.GmailUnitsPerMinuteAndProject,
        (Project, _) => options.CalendarRequestsPerMinuteAndProject,
        (_, GoogleApi.Gmail) => options.GmailUnitsPerMinute,
        _ => options.CalendarRequestsPerMinute,
    };

    private void Tell(string account, GoogleApi api)
    {
        if (ledger is null)
            return;
        QuotaUse own;
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            var bucket = Of(account, api, now);
            if (bucket.Told is { } told && now - told < TellEvery)
                return;
            bucket.Told = now;
            own = new(_process, bucket.Spent, bucket.Debt, time.GetUtcNow());
        }

        // Nobody waits for the others' figures: they count from the next call on.
        _ = Task.Run(() => TellAsync(account, api, own));
    }

    private async Task TellAsync(string account, GoogleApi api, QuotaUse own)
    {
        try
        {
            var others = await ledger!.ExchangeAsync(account, api.ToString(), own, CancellationToken.None);
            lock (_gate)
            {
                var now = time.GetElapsedTime(_start);
                Of(account, api, now).Learn(others, time.GetUtcNow(), now);
            }
        }
        catch (Exception)
        {
            // Without the ledger each process keeps to the quota by itself, and Google says so where they exceed it together.
        }
    }

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
}
