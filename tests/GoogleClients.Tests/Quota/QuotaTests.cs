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
        var buckets = new QuotaBuckets(new() { GmailUnitsPerMinute = 600 }, _time);
        for (var call = 0; call < 7; call++)
            Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ann", Read, Patience, Token));

        var next = buckets.TakeAsync("ann", Read, Patience, Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1.3));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(10 / 7.5, (await next).TotalSeconds, 3);
    }

    [Fact]
    public async Task No_minute_exceeds_the_quota()
    {
        var buckets = new QuotaBuckets(new() { GmailUnitsPerMinute = 600 }, _time);
        var calls = Enumerable.Range(0, 100).Select(_ => buckets.TakeAsync("ann", Read, Patience, Token).AsTask()).ToList();

        _time.Advance(TimeSpan.FromSeconds(59.9));

        await Task.WhenAll(calls.Take(29));
        Assert.False(calls[30].IsCompleted);
    }

    [Fact]
    public async Task Accounts_and_apis_do_not_wait_for_each_other()
    {
        var buckets = new QuotaBuckets(new() { GmailUnitsPerMinute = 80, CalendarRequestsPerMinute = 4 }, _time);
        await buckets.TakeAsync("ann", Read, Patience, Token);
        var waiting = buckets.TakeAsync("ann", Read, Patience, Token).AsTask();

        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ben", Read, Patience, Token));
        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ann", new(GoogleApi.Calendar, "calendar.events", 1), Patience, Token));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(20));
        await waiting;
    }

    [Fact]
    public async Task Who_gives_up_waiting_gives_the_units_back()
    {
        var buckets = new QuotaBuckets(new() { GmailUnitsPerMinute = 80 }, _time);
        await buckets.TakeAsync("ann", Read, Patience, Token);
        using var gaveUp = new CancellationTokenSource();
        var waiting = buckets.TakeAsync("ann", Read, Patience, gaveUp.Token).AsTask();

        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = buckets.TakeAsync("ann", Read, Patience, Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(20, (await next).TotalSeconds, 3);
    }

    [Fact]
    public async Task A_wait_beyond_the_patience_fails_at_once_and_takes_nothing()
    {
        var buckets = new QuotaBuckets(new() { GmailUnitsPerMinute = 80 }, _time);
        await buckets.TakeAsync("ann", Read, Patience, Token);

        var error = await Assert.ThrowsAsync<GoogleQuotaException>(() => buckets.TakeAsync("ann", Read, TimeSpan.FromSeconds(19), Token).AsTask());

        Assert.Equal(20, error.RetryAfter.TotalSeconds, 3);
        Assert.Contains("again in 20 s", error.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(20.1));
        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("ann", Read, Patience, Token));
    }

    [Fact]
    public async Task A_full_bucket_is_dropped_and_one_in_debt_is_kept()
    {
        var buckets = new QuotaBuckets(new() { GmailUnitsPerMinute = 80 }, _time);
        await buckets.TakeAsync("idle", Read, Patience, Token);
        for (var call = 0; call < 5; call++)
            _ = buckets.TakeAsync("busy", Read, Patience, Token).AsTask();
        Assert.Equal(2, buckets.Count);

        _time.Advance(TimeSpan.FromSeconds(61));
        await buckets.TakeAsync("new", Read, Patience, Token);

        Assert.Equal(2, buckets.Count);
        var next = buckets.TakeAsync("busy", Read, Patience, Token).AsTask();
        Assert.False(next.IsCompleted);
        _time.Advance(Patience);
        await next;
    }

    [Fact]
    public async Task Each_attempt_spends_the_account_that_the_request_names()
    {
        // A read costs 20: three fit at once.
        using var rig = new Rig(new() { GmailUnitsPerMinute = 240 });
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
}
