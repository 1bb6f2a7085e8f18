using System.Net;
using Assistant.GoogleClients.Http;
using Assistant.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace Assistant.GoogleClients.Tests.Http;

public sealed class WaitingTests
{
    [Fact]
    public async Task Retry_after_in_seconds_is_waited_for()
    {
        using var rig = new Rig();
        rig.Network.ThenRefuse(HttpStatusCode.TooManyRequests, "rateLimitExceeded", "7").Then(HttpStatusCode.OK);
        var call = rig.GetAsync();

        rig.Time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Single(rig.Network.Requests);
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_waited_for()
    {
        using var rig = new Rig();
        rig.Network.ThenRefuse(HttpStatusCode.TooManyRequests, "rateLimitExceeded", rig.Time.GetUtcNow().AddSeconds(20).ToString("R")).Then(HttpStatusCode.OK);
        var call = rig.GetAsync();

        rig.Time.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(rig.Network.Requests);
        rig.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_asks_for_more_patience_than_a_call_has_passes_at_once()
    {
        using var rig = new Rig();
        rig.Network.ThenRefuse(HttpStatusCode.TooManyRequests, "rateLimitExceeded", "3600");

        using var response = await rig.GetAsync();

        Assert.Equal(TimeSpan.FromHours(1), response.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(1, 2.0)]
    [InlineData(2, 4.0)]
    public async Task Waits_without_retry_after_are_random_below_a_bound_that_doubles(int retriesBefore, double seconds)
    {
        var options = new GoogleHttpOptions { BaseDelay = TimeSpan.FromSeconds(2) };
        var retry = new RetryPolicy(options, new ManualTime(), new FixedRandom(0.5), NullLogger.Instance).Strategy;
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://google.test/");
        using var response = new HttpResponseMessage(HttpStatusCode.BadGateway);
        var context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        context.Properties.Set(GoogleCall.Key, new GoogleCall(request, new ManualTime().GetTimestamp()));

        Assert.True(await retry.ShouldHandle(new(context, Outcome.FromResult(response), retriesBefore)));
        var wait = await retry.DelayGenerator!(new(context, Outcome.FromResult(response), retriesBefore));

        Assert.Equal(TimeSpan.FromSeconds(seconds), wait);
        ResilienceContextPool.Shared.Return(context);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_repeated_for_a_read()
    {
        using var rig = new Rig();
        rig.Network.ThenHang().Then(HttpStatusCode.OK);
        var call = rig.GetAsync();

        rig.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Fact]
    public async Task A_send_that_hangs_is_given_up_and_not_repeated()
    {
        using var rig = new Rig();
        rig.Network.ThenHang();
        var call = rig.SendAsync(HttpMethod.Post, "gmail/v1/users/me/messages/send");

        rig.Time.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains("gmail.users.messages.send", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_call_has_a_limit()
    {
        using var rig = new Rig(new() { AttemptTimeout = TimeSpan.FromSeconds(30), TotalTimeout = TimeSpan.FromSeconds(40) });
        rig.Network.ThenHang().ThenHang();
        var call = rig.GetAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => rig.PassUntilDoneAsync(call, TimeSpan.FromMilliseconds(1)));

        Assert.InRange(rig.Network.Requests.Count, 1, 2);
    }
}
