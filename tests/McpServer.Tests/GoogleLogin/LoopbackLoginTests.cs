using System.Net;
using Assistant.Server.GoogleLogin;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Server.Tests.GoogleLogin;

/// <summary>The real listener, with an HTTP client in the place of the browser.</summary>
public sealed class LoopbackLoginTests : IDisposable
{
    private readonly StringWriter _output = new();

    [Fact]
    public async Task The_browser_brings_the_code_and_the_account_is_known()
    {
        using var browser = new TestBrowser();
        var (fixture, login) = Start(browser, grants: true);

        var answer = await browser.ReturnAsync(query => $"?code=code-canary&state={query["state"]}&scope=openid");
        var grant = await login;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Go back to the terminal", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("alice@example.com", grant.Identity.Email);
        Assert.Equal("code-canary", Assert.Single(fixture.Handler.Sent).Form["code"]);
        Assert.Equal(browser.Query["redirect_uri"], Assert.Single(fixture.Handler.Sent).Form["redirect_uri"]);
    }

    [Fact]
    public async Task The_page_runs_no_script_and_keeps_nothing()
    {
        using var browser = new TestBrowser();
        var (_, login) = Start(browser, grants: true);

        var answer = await browser.ReturnAsync(query => $"?code=code-canary&state={query["state"]}");
        await login;

        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("code-canary", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?code=stolen&state=wrong")]
    [InlineData("?code=stolen")]
    [InlineData("?error=access_denied&state=wrong")]
    [InlineData("")]
    public async Task An_answer_with_another_state_is_refused_and_the_login_goes_on(string stranger)
    {
        using var browser = new TestBrowser();
        var (fixture, login) = Start(browser, grants: true);

        var refused = await browser.ReturnAsync(_ => stranger);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(login.IsCompleted);

        await browser.ReturnAsync(query => $"?code=code-canary&state={query["state"]}");
        await login;
        Assert.Equal("code-canary", Assert.Single(fixture.Handler.Sent).Form["code"]);
    }

    [Fact]
    public async Task A_name_that_points_at_the_loopback_address_finds_nothing()
    {
        using var browser = new TestBrowser();
        var (_, login) = Start(browser, grants: true);

        var rebound = await browser.ReturnAsync(query => $"?code=stolen&state={query["state"]}", host: "rebound.example");
        Assert.Equal(HttpStatusCode.NotFound, rebound.StatusCode);
        Assert.False(login.IsCompleted);

        await browser.ReturnAsync(query => $"?code=code-canary&state={query["state"]}");
        await login;
    }

    [Fact]
    public async Task A_refusal_in_the_browser_is_told_in_both_places()
    {
        using var browser = new TestBrowser();
        var (fixture, login) = Start(browser, grants: false);

        var answer = await browser.ReturnAsync(query => $"?error=access_denied&state={query["state"]}");
        var problem = await Assert.ThrowsAsync<LoginFailedException>(() => login);

        Assert.Contains("refused in the browser (access_denied)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Not logged in", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(fixture.Handler.Sent);
    }

    [Fact]
    public async Task Nobody_answering_ends_the_login_after_five_minutes()
    {
        using var browser = new TestBrowser();
        var (fixture, login) = Start(browser, grants: false);
        await browser.Opened.WaitAsync(TestContext.Current.CancellationToken);

        // The deadline starts just after the browser: advance until it has been seen.
        while (!login.IsCompleted)
        {
            fixture.Time.Advance(TimeSpan.FromMinutes(5));
            await Task.Yield();
        }

        var problem = await Assert.ThrowsAsync<LoginFailedException>(() => login);
        Assert.Contains("within 5 minutes", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_the_address_is_printed_with_what_to_do()
    {
        using var browser = new TestBrowser(works: false);
        var (_, login) = Start(browser, grants: true);

        await browser.ReturnAsync(query => $"?code=code-canary&state={query["state"]}");
        await login;

        Assert.Contains("No browser could be started", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("--no-browser", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("https://accounts.google.com/o/oauth2/v2/auth?", _output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _output.Dispose();

    private (OAuthFixture Fixture, Task<GoogleGrant> Login) Start(TestBrowser browser, bool grants)
    {
        OAuthFixture? fixture = null;
        Func<HttpResponseMessage>[] steps = grants
            ? [() => OAuthFixture.Grants(fixture!.Claims(browser.Nonce))()]
            : [];
        fixture = new OAuthFixture(steps);
        var login = new LoopbackLogin(fixture.OAuth, browser, fixture.Time).RunAsync(null, _output, TestContext.Current.CancellationToken);
        return (fixture, login);
    }

    private sealed class TestBrowser(bool works = true) : IBrowser, IDisposable
    {
        private readonly HttpClient _http = new();
        private readonly TaskCompletionSource<Uri> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Opened => _page.Task;

        public Dictionary<string, string> Query { get; private set; } = [];

        public string Nonce => Query["nonce"];

        public bool Open(Uri page)
        {
            Query = QueryHelpers.ParseQuery(page.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            _page.TrySetResult(page);
            return works;
        }

        public async Task<HttpResponseMessage> ReturnAsync(Func<Dictionary<string, string>, string> query, string? host = null)
        {
            await _page.Task.WaitAsync(TestContext.Current.CancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Query["redirect_uri"]), query(Query)));
            request.Headers.Host = host;
            return await _http.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public void Dispose() => _http.Dispose();
    }
}
