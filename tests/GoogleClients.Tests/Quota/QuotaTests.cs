using System.Net;
using Assistant.GoogleClients.Quota;
using Assistant.GoogleClients.Tests.Http;
using Assistant.Tests.Shared;

namespace Assistant.GoogleClients.Tests.Quota;

public sealed class QuotaTests
{
    private static readonly GoogleMethod Read = new(GoogleApi.Gmail, "gmail.users.messages.get", 20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_burst_is_free_and_what_follows_waits_for_the_flow()
    {
        // 600 a minute: 150 at once, then 7.5 a second.
        var buckets = new QuotaBuckets(new() { BurstShare = 0.25, GmailUnitsPerMinute = 600 }, _time);
        for (var call = 0; call < 7; call++)
            Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ann", Read, false, Patience, Token));

        var next = buckets.TakeAsync("ann", Read, false, Patience, Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1.3));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(10 / 7.5, (await next).TotalSeconds, 3);
    }

    [Fact]
    public async Task No_minute_exceeds_the_quota()
    {
        var buckets = new QuotaBuckets(new() { BurstShare = 0.25, GmailUnitsPerMinute = 600 }, _time);
        var calls = Enumerable.Range(0, 100).Select(_ => buckets.TakeAsync("ann", Read, false, Patience, Token).AsTask()).ToList();

        _time.Advance(TimeSpan.FromSeconds(59.9));

        await Task.WhenAll(calls.Take(29));
        Assert.False(calls[30].IsCompleted);
    }

    [Fact]
    public async Task Accounts_and_apis_do_not_wait_for_each_other()
    {
        var buckets = new QuotaBuckets(new() { BurstShare = 0.25, GmailUnitsPerMinute = 80, CalendarRequestsPerMinute = 4 }, _time);
        await buckets.TakeAsync("ann", Read, false, Patience, Token);
        var waiting = buckets.TakeAsync("ann", Read, false, Patience, Token).AsTask();

        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ben", Read, false, Patience, Token));
        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ann", new(GoogleApi.Calendar, "calendar.events", 1), false, Patience, Token));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(20));
        await waiting;
    }

    [Fact]
    public async Task Who_gives_up_waiting_gives_the_units_back()
    {
        var buckets = new QuotaBuckets(new() { BurstShare = 0.25, GmailUnitsPerMinute = 80 }, _time);
        await buckets.TakeAsync("ann", Read, false, Patience, Token);
        using var gaveUp = new CancellationTokenSource();
        var waiting = buckets.TakeAsync("ann", Read, false, Patience, gaveUp.Token).AsTask();

        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = buckets.TakeAsync("ann", Read, false, Patience, Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(20, (await next).TotalSeconds, 3);
    }

    [Fact]
    public async Task A_wait_beyond_the_patience_fails_at_once_and_takes_nothing()
    {
        var buckets = new QuotaBuckets(new() { BurstShare = 0.25, GmailUnitsPerMinute = 80 }, _time);
        await buckets.TakeAsync("ann", Read, false, Patience, Token);

        var error = await Assert.ThrowsAsync<GoogleQuotaException>(() => buckets.TakeAsync("ann", Read, false, TimeSpan.FromSeconds(19), Token).AsTask());

        Assert.Equal(20, error.RetryAfter.TotalSeconds, 3);
        Assert.Contains("again in 20 s", error.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(20.1));
        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ann", Read, false, Patience, Token));
    }

    [Fact]
    public async Task A_full_bucket_is_dropped_and_one_in_debt_is_kept()
    {
        var buckets = new QuotaBuckets(new() { BurstShare = 0.25, GmailUnitsPerMinute = 80 }, _time);
        await buckets.TakeAsync("idle", Read, false, Patience, Token);
        for (var call = 0; call < 5; call++)
            _ = buckets.TakeAsync("busy", Read, false, Patience, Token).AsTask();
        Assert.Equal(2, buckets.Count);

        _time.Advance(TimeSpan.FromSeconds(61));
        await buckets.TakeAsync("new", Read, false, Patience, Token);

        Assert.Equal(2, buckets.Count);
        var next = buckets.TakeAsync("busy", Read, false, Patience, Token).AsTask();
        Assert.False(next.IsCompleted);
        _time.Advance(Patience);
        await next;
    }

    [Fact]
    public async Task Each_attempt_spends_the_account_that_the_request_names()
    {
        // A read costs 20: three fit at once.
        using var rig = new Rig(new() { BurstShare = 0.25, GmailUnitsPerMinute = 240 });
        rig.Network.Then(HttpStatusCode.ServiceUnavailable).Then(HttpStatusCode.ServiceUnavailable).Then(HttpStatusCode.OK);
        rig.Network.Then(HttpStatusCode.OK).Then(HttpStatusCode.OK);

        using var first = await rig.GetAsync(account: "ann");
        using var other = await rig.GetAsync(account: "ben");
        var next = rig.GetAsync(account: "ann");

        Assert.Equal(4, rig.Network.Requests.Count);
        Assert.False(next.IsCompleted);
        rig.Time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(HttpStatusCode.OK, (await next).StatusCode);
        Assert.Contains(rig.Logs.Lines, line => line.Contains("gmail.users.messages.get waited 6667 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_in_the_background_uses_its_share_and_people_never_wait_for_it()
    {
        var buckets = new QuotaBuckets(new(), _time);
        var (spent, waited, minute) = (0, TimeSpan.Zero, new Queue<(DateTimeOffset At, int Units)>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var workers = Enumerable.Range(0, 4).Select(_ => WorkAsync()).ToList();
        var random = new Random(3);
        for (var step = 0; step < 6_000; step++)
        {
            // Ten minutes of background alone, then people too: up to 900 units a minute, in bursts.
            if (step > 3_000 && step % 600 == 17)
            {
                for (var i = 0; i < random.Next(20, 45); i++)
                {
                    waited += await buckets.TakeAsync("ann", Read, false, Patience, Token);
                    Count(20);
                }
            }

            if (step == 3_000)
                Assert.InRange(spent, 4_800 * 5 * 0.95, (4_800 * 5) + 200);
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Equal(TimeSpan.Zero, waited);
        await stop.CancelAsync();
        await Task.WhenAll(workers);

        async Task WorkAsync()
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    await buckets.TakeAsync("ann", Read, true, TimeSpan.FromHours(1), stop.Token);
                    spent += 20;
                    Count(20);
                }
            }
            catch (OperationCanceledException)
            {
            }
        }

        void Count(int units)
        {
            var now = _time.GetUtcNow();
            minute.Enqueue((now, units));
            while (minute.Peek().At <= now - TimeSpan.FromMinutes(1))
                minute.Dequeue();
            Assert.True(minute.Sum(call => call.Units) <= 6_000, "A minute exceeds the quota.");
        }
    }

    [Fact]
    public async Task Processes_that_share_a_ledger_keep_to_one_quota()
    {
        var ledger = new MemoryLedger();
        var (one, other) = (new QuotaBuckets(new() { GmailUnitsPerMinute = 600 }, _time, ledger), new QuotaBuckets(new() { GmailUnitsPerMinute = 600 }, _time, ledger));
        for (var i = 0; i < 6; i++)
            await one.TakeAsync("ann", Read, false, Patience, Token);
        await ledger.ToldAsync(2);
        _time.Advance(TimeSpan.FromSeconds(2.6));
        await one.TakeAsync("ann", Read, false, Patience, Token);
        await ledger.ToldAsync(4);
        // The first call of the other tells it: the burst is gone.
        await other.TakeAsync("ann", Read, false, Patience, Token);
        await ledger.ToldAsync(6);
        var wait = other.TakeAsync("ann", Read, false, Patience, Token).AsTask();
        Assert.False(wait.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.InRange((await wait).TotalSeconds, 2, 6);
    }

    private sealed class MemoryLedger : IQuotaLedger
    {
        private readonly Dictionary<(string, string, string), QuotaUse> _uses = [];
        private int _told;

        public Task<IReadOnlyList<QuotaUse>> ExchangeAsync(string account, string api, QuotaUse own, CancellationToken cancellationToken)
        {
            lock (_uses)
            {
                _uses[(account, api, own.Process)] = own;
                _told++;
                return Task.FromResult<IReadOnlyList<QuotaUse>>([.. _uses.Where(use => use.Key.Item1 == account && use.Key.Item2 == api && use.Value.Process != own.Process).Select(use => use.Value)]);
            }
        }

        /// <summary>What was told is known a moment later.</summary>
        public async Task ToldAsync(int times)
        {
            while (Volatile.Read(ref _told) < times)
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }
    }
}
