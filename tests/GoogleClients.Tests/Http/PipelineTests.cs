using System.Net;
using Google.Apis.Http;

namespace Assistant.GoogleClients.Tests.Http;

public sealed class PipelineTests
{
    [Fact]
    public async Task An_answer_over_the_limit_is_refused_with_what_to_do()
    {
        using var rig = new Rig(new() { MaxResponseBytes = 2000 });
        rig.Network.Then(HttpStatusCode.OK, new string('x', 2001)).Then(HttpStatusCode.OK, new string('x', 2000));

        var error = await Assert.ThrowsAsync<GoogleResponseTooLargeException>(() => rig.GetAsync());
        using var fits = await rig.GetAsync();

        Assert.Contains("2000 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxResponseBytes", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
    }

    [Fact]
    public async Task A_401_reaches_whoever_holds_the_token_and_the_call_is_made_again()
    {
        using var rig = new Rig();
        rig.Network.ThenRefuse(HttpStatusCode.Unauthorized, "authError").Then(HttpStatusCode.OK, """{"emailAddress":"ann@example.com"}""");
        using var gmail = rig.Google.Gmail(new Refreshing());

        var profile = await gmail.Users.GetProfile("me").ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal("ann@example.com", profile.EmailAddress);
        Assert.Equal(2, rig.Network.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_is_disposed_leaves_the_connections_to_the_others()
    {
        using var rig = new Rig();
        rig.Network.Then(HttpStatusCode.OK).Then(HttpStatusCode.OK);

        using (var gmail = rig.Google.Gmail(null))
            await gmail.Users.GetProfile("me").ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.False(rig.Network.IsDisposed);
        using var calendar = rig.Google.Calendar(null);
        await calendar.Colors.Get().ExecuteAsync(TestContext.Current.CancellationToken);
        rig.Google.Dispose();
        Assert.True(rig.Network.IsDisposed);
    }

    [Fact]
    public async Task Services_go_to_the_configured_addresses()
    {
        using var rig = new Rig(endpoints: GoogleEndpoints.At(new Uri("http://127.0.0.1:9/")));
        rig.Network.Then(HttpStatusCode.OK).Then(HttpStatusCode.OK);
        using var gmail = rig.Google.Gmail(null);
        using var calendar = rig.Google.Calendar(null);

        await gmail.Users.GetProfile("me").ExecuteAsync(TestContext.Current.CancellationToken);
        await calendar.Calendars.Get("primary").ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["http://127.0.0.1:9/gmail/v1/users/me/profile", "http://127.0.0.1:9/calendar/v3/calendars/primary"],
            rig.Network.Requests.Select(request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task Http_2_is_asked_for_only_over_tls()
    {
        using var rig = new Rig();
        rig.Network.Then(HttpStatusCode.OK).Then(HttpStatusCode.OK);

        using var secure = await rig.Client.GetAsync(new Uri("https://google.test/"), TestContext.Current.CancellationToken);
        using var plain = await rig.Client.GetAsync(new Uri("http://google.test/"), TestContext.Current.CancellationToken);

        Assert.Equal([HttpVersion.Version20, HttpVersion.Version11], rig.Network.Requests.Select(request => request.Version));
    }

    [Fact]
    public async Task Logs_say_method_and_outcome_and_nothing_of_the_content()
    {
        using var rig = new Rig();
        rig.Network
            .Then(new HttpRequestException("secret-in-error"))
            .Then(HttpStatusCode.ServiceUnavailable, "secret-in-answer")
            .Then(HttpStatusCode.OK, "secret-in-answer");

        using var response = await rig.GetAsync("gmail/v1/users/secret-user/messages/secret-id?q=secret-query", "secret-account");
        rig.Network.Then(new InvalidOperationException("secret-in-error"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.SendAsync(HttpMethod.Post, "calendar/v3/calendars/secret-id/events", "secret-body"));

        Assert.Equal(4, rig.Logs.Lines.Count);
        Assert.Contains(rig.Logs.Lines, line => line.Contains("gmail.users.messages.get failed (503) at attempt 2", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Logs.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    private sealed class Refreshing : IConfigurableHttpClientInitializer, IHttpUnsuccessfulResponseHandler
    {
        public void Initialize(ConfigurableHttpClient httpClient) => httpClient.MessageHandler.AddUnsuccessfulResponseHandler(this);

        public Task<bool> HandleResponseAsync(HandleUnsuccessfulResponseArgs args) => Task.FromResult(args.Response.StatusCode == HttpStatusCode.Unauthorized);
    }
}
