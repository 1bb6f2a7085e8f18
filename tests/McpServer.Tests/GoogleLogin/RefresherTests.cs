using System.Net;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Tests.Fakes;
using Assistant.TokenStore;

namespace Assistant.Server.Tests.GoogleLogin;

public sealed class RefresherTests
{
    private static readonly Secret Token = new(OAuthFixture.RefreshToken);

    [Fact]
    public async Task A_refresh_posts_the_form_of_RFC_6749_and_keeps_the_old_refresh_token()
    {
        var fixture = new OAuthFixture(ScriptedHandler.Json(HttpStatusCode.OK, """{"access_token":"new","expires_in":3600,"token_type":"Bearer"}"""));

        var outcome = await fixture.Refresher.RefreshAsync(Token, TestContext.Current.CancellationToken);

        var refreshed = Assert.IsType<RefreshOutcome.Refreshed>(outcome);
        Assert.Equal("new", refreshed.AccessToken.Value);
        Assert.Null(refreshed.RotatedRefreshToken);
        Assert.Null(refreshed.Scopes);
        Assert.Equal(fixture.Time.GetUtcNow().AddHours(1), refreshed.ExpiresAt);
        var sent = Assert.Single(fixture.Handler.Sent);
        Assert.Equal(new Uri("https://oauth2.googleapis.com/token"), sent.Address);
        Assert.Equal("refresh_token", sent.Form["grant_type"]);
        Assert.Equal(OAuthFixture.RefreshToken, sent.Form["refresh_token"]);
        Assert.Equal("client-1", sent.Form["client_id"]);
    }

    [Fact]
    public async Task A_rotated_refresh_token_and_changed_scopes_are_handed_on()
    {
        var fixture = new OAuthFixture(ScriptedHandler.Json(
            HttpStatusCode.OK, """{"access_token":"new","expires_in":60,"token_type":"bearer","refresh_token":"next","scope":"openid email"}"""));

        var refreshed = Assert.IsType<RefreshOutcome.Refreshed>(await fixture.Refresher.RefreshAsync(Token, TestContext.Current.CancellationToken));

        Assert.Equal("next", refreshed.RotatedRefreshToken?.Value);
        Assert.Equal(["openid", "email"], refreshed.Scopes);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Only_invalid_grant_ends_the_grant(HttpStatusCode status)
    {
        var fixture = new OAuthFixture(OAuthFixture.Refuses(status, "invalid_grant"));

        Assert.IsType<RefreshOutcome.GrantEnded>(await fixture.Refresher.RefreshAsync(Token, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "invalid_client", "check ASSISTANT_GOOGLE_CLIENT_ID")]
    [InlineData(HttpStatusCode.BadRequest, "unauthorized_client", "check ASSISTANT_GOOGLE_CLIENT_ID")]
    [InlineData(HttpStatusCode.BadRequest, "invalid_request", "answered 400 (invalid_request)")]
    [InlineData(HttpStatusCode.TooManyRequests, "rate_limit", "try again in a minute")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "backend_error", "try again in a minute")]
    [InlineData(HttpStatusCode.BadRequest, "echo of a Token", "without an OAuth error")]
    public async Task Any_other_refusal_keeps_the_grant_and_says_what_to_do(HttpStatusCode status, string error, string says)
    {
        var fixture = new OAuthFixture(OAuthFixture.Refuses(status, error));

        await Kept(fixture, says);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>Sign in to the airport's network</html>", "not a token")]
    [InlineData(HttpStatusCode.OK, "null", "not a token")]
    [InlineData(HttpStatusCode.OK, "{}", "no access token")]
    [InlineData(HttpStatusCode.OK, """{"access_token":"x","token_type":"Bearer","expires_in":-1}""", "no access token")]
    [InlineData(HttpStatusCode.OK, """{"access_token":"x","token_type":"mac","expires_in":60}""", "no access token")]
    [InlineData(HttpStatusCode.OK, """{"access_token":17}""", "not a token")]
    [InlineData(HttpStatusCode.Found, "", "answered 302")]
    [InlineData(HttpStatusCode.BadGateway, "<html>", "answered 502")]
    public async Task An_answer_that_makes_no_sense_keeps_the_grant(HttpStatusCode status, string body, string says)
    {
        var fixture = new OAuthFixture(ScriptedHandler.Json(status, body));

        await Kept(fixture, says);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var fixture = new OAuthFixture(ScriptedHandler.Json(HttpStatusCode.OK, "{\"access_token\":\"" + new string('a', 70_000) + "\"}"));

        await Kept(fixture, "more than 65536 bytes");
    }

    [Fact]
    public async Task No_network_keeps_the_grant()
    {
        var fixture = new OAuthFixture(ScriptedHandler.Throws(new HttpRequestException(HttpRequestError.NameResolutionError)));

        await Kept(fixture, "oauth2.googleapis.com could not be reached (NameResolutionError)");
    }

    [Fact]
    public async Task A_silent_endpoint_is_given_up_after_twenty_seconds()
    {
        using var hung = new HangingHandler();
        var fixture = new OAuthFixture();
        using var endpoint = new TokenEndpoint(hung, fixture.Time);
        var refresher = new GoogleTokenRefresher(fixture.Endpoints, OAuthFixture.Client, endpoint, fixture.Time);

        var refresh = refresher.RefreshAsync(Token, TestContext.Current.CancellationToken);
        await hung.Reached.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(refresh.IsCompleted);
        fixture.Time.Advance(TimeSpan.FromSeconds(20));

        var problem = await Assert.ThrowsAsync<RefreshUnavailableException>(() => refresh);
        Assert.Contains("did not answer within 20 seconds", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_refresh_is_not_an_outage()
    {
        using var hung = new HangingHandler();
        using var cancel = new CancellationTokenSource();
        var fixture = new OAuthFixture();
        using var endpoint = new TokenEndpoint(hung, fixture.Time);
        var refresh = new GoogleTokenRefresher(fixture.Endpoints, OAuthFixture.Client, endpoint, fixture.Time).RefreshAsync(Token, cancel.Token);
        await hung.Reached.WaitAsync(TestContext.Current.CancellationToken);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refresh);
    }

    [Fact]
    public async Task A_missing_OAuth_client_keeps_the_grant_and_names_both_ways_to_set_it()
    {
        var fixture = new OAuthFixture();
        var unset = new OAuthClientConfiguration("/nowhere", _ => null);
        var refresher = new GoogleTokenRefresher(fixture.Endpoints, unset, fixture.Endpoint, fixture.Time);

        var problem = await Assert.ThrowsAsync<RefreshUnavailableException>(() => refresher.RefreshAsync(Token, TestContext.Current.CancellationToken));

        Assert.Contains("ASSISTANT_GOOGLE_CLIENT_ID", problem.Message, StringComparison.Ordinal);
        Assert.Contains("client_secret.json", problem.Message, StringComparison.Ordinal);
    }

    private static async Task Kept(OAuthFixture fixture, string says)
    {
        var problem = await Assert.ThrowsAsync<RefreshUnavailableException>(() => fixture.Refresher.RefreshAsync(Token, TestContext.Current.CancellationToken));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        OAuthFixture.AssertNoSecret(problem);
    }

    private sealed class HangingHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("An endless wait ended.");
        }
    }
}
