using System.Net;

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

    [Fact]
    public async Task Waits_without_retry_after_double_under_full_jitter()
    {
        using var rig = new Rig(new() { BaseDelay = TimeSpan.FromSeconds(2) }, jitter: 0.5);
        var sent = new List<TimeSpan>();
        var start = rig.Time.GetUtcNow();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            rig.Network.Then((_, _) =>
            {
                sent.Add(rig.Time.GetUtcNow() - start);
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
            });
        }

        var call = rig.GetAsync();
        await rig.PassUntilDoneAsync(call, TimeSpan.FromTicks(1_000));

        // 0.5 * 2 s, 0.5 * 4 s, 0.5 * 8 s; the clock goes on while a continuation is on its way.
        Assert.Equal(4, sent.Count);
        Assert.All(sent.Zip([0.0, 1, 3, 7]), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second, pair.Second + 1));
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
