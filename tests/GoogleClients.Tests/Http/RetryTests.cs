using System.Net;

namespace Assistant.GoogleClients.Tests.Http;

public sealed class RetryTests
{
    private const string Send = "gmail/v1/users/me/messages/send";
    private const string Event = "calendar/v3/calendars/primary/events/e1";

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "rateLimitExceeded")]
    [InlineData(HttpStatusCode.Forbidden, "rateLimitExceeded")]
    [InlineData(HttpStatusCode.Forbidden, "userRateLimitExceeded")]
    [InlineData(HttpStatusCode.Forbidden, "quotaExceeded")]
    public async Task A_refusal_for_rate_is_repeated_even_for_a_send_because_nothing_happened(HttpStatusCode status, string reason)
    {
        using var rig = new Rig();
        rig.Network.ThenRefuse(status, reason).Then(HttpStatusCode.OK);

        using var response = await rig.SendAsync(HttpMethod.Post, Send, """{"raw":"x"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["""{"raw":"x"}""", """{"raw":"x"}"""], rig.Network.Requests.Select(request => request.Body));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "insufficientPermissions")]
    [InlineData(HttpStatusCode.Forbidden, "dailyLimitExceeded")]
    [InlineData(HttpStatusCode.TooManyRequests, "dailyLimitExceeded")]
    [InlineData(HttpStatusCode.BadRequest, "rateLimitExceeded")]
    [InlineData(HttpStatusCode.NotFound, "notFound")]
    [InlineData(HttpStatusCode.Gone, "fullSyncRequired")]
    [InlineData(HttpStatusCode.PreconditionFailed, "conditionNotMet")]
    [InlineData(HttpStatusCode.Unauthorized, "authError")]
    [InlineData(HttpStatusCode.NotImplemented, "notImplemented")]
    public async Task Other_refusals_pass_at_once(HttpStatusCode status, string reason)
    {
        using var rig = new Rig();
        rig.Network.ThenRefuse(status, reason);

        using var response = await rig.GetAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"error":"access_denied"}""")]
    [InlineData("""{"error":{"errors":[]}}""")]
    [InlineData("""{"error":{"errors":["rateLimitExceeded"]}}""")]
    public async Task A_403_whose_body_gives_no_reason_passes(string body)
    {
        using var rig = new Rig();
        rig.Network.Then(HttpStatusCode.Forbidden, body);

        using var response = await rig.GetAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_server_error_is_repeated_for_a_read_and_never_for_a_send(HttpStatusCode status)
    {
        using var reading = new Rig();
        reading.Network.Then(status).Then(HttpStatusCode.OK);
        using var sending = new Rig();
        sending.Network.Then(status);

        using var read = await reading.GetAsync();
        using var sent = await sending.SendAsync(HttpMethod.Post, Send);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(status, sent.StatusCode);
    }

    [Theory]
    [InlineData("POST", "calendar/v3/freeBusy", null, true)]
    [InlineData("PUT", Event, "\"1\"", true)]
    [InlineData("PATCH", Event, "\"1\"", true)]
    [InlineData("PUT", Event, null, false)]
    [InlineData("PATCH", Event, null, false)]
    [InlineData("DELETE", Event, null, false)]
    [InlineData("POST", "calendar/v3/calendars/primary/events", null, false)]
    public async Task A_lost_answer_is_asked_for_again_only_where_that_does_no_harm(string verb, string path, string? ifMatch, bool repeats)
    {
        using var rig = new Rig();
        rig.Network.Then(new HttpRequestException(HttpRequestError.ResponseEnded)).Then(HttpStatusCode.OK);

        var call = rig.SendAsync(new HttpMethod(verb), path, ifMatch: ifMatch);

        if (repeats)
            Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.Equal(repeats ? 2 : 1, rig.Network.Requests.Count);
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_read_again()
    {
        using var rig = new Rig();
        rig.Network.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new TornStream()) })).Then(HttpStatusCode.OK, "whole");

        using var response = await rig.GetAsync();

        Assert.Equal("whole", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Four_attempts_are_made_and_the_last_answer_passes()
    {
        using var rig = new Rig();
        foreach (var body in (string[])["1", "2", "3", "4"])
            rig.Network.Then(HttpStatusCode.ServiceUnavailable, body);

        using var response = await rig.GetAsync();

        Assert.Equal("4", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_one_attempt_nothing_is_repeated()
    {
        using var rig = new Rig(new() { MaxAttempts = 1 });
        rig.Network.Then(HttpStatusCode.ServiceUnavailable);

        using var response = await rig.GetAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_call_that_the_caller_gave_up_is_not_repeated()
    {
        using var rig = new Rig();
        using var gaveUp = new CancellationTokenSource();
        rig.Network.ThenHang();
        var call = rig.GetAsync(cancellationToken: gaveUp.Token);

        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(rig.Network.Requests);
    }

    private sealed class TornStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded);
    }
}
