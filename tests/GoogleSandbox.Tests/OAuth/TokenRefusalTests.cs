using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Assistant.GoogleSandbox.Tests.OAuth;

public sealed class TokenRefusalTests
{
    [Theory]
    [InlineData("client_id", "somebody-else", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_id", null, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("client_secret", "wrong", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_secret", null, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("redirect_uri", "http://127.0.0.1:54321/other", HttpStatusCode.BadRequest, "redirect_uri_mismatch")]
    [InlineData("redirect_uri", null, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("code_verifier", "0000000000000000000000000000000000000000000", HttpStatusCode.BadRequest, "invalid_grant")]
    [InlineData("code_verifier", null, HttpStatusCode.BadRequest, "invalid_grant")]
    [InlineData("grant_type", "password", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [InlineData("grant_type", null, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("colour", "blue", HttpStatusCode.BadRequest, "invalid_request")]
    public async Task A_bad_exchange_is_refused_in_OAuths_words(string name, string? value, HttpStatusCode expected, string error)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var code = await flow.CodeAsync();
        flow.TokenForm[name] = value;

        var (status, body) = await flow.ExchangeAsync(code);

        Assert.Equal((expected, error), (status, body["error"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_unknown_code_is_an_invalid_grant()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var (status, body) = await new CodeFlow(sandbox).ExchangeAsync("4/0nothing");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, body["error"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_code_lives_ten_minutes()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var code = await flow.CodeAsync();
        sandbox.Time.Advance(TimeSpan.FromMinutes(10));

        var (_, body) = await flow.ExchangeAsync(code);

        Assert.Equal("invalid_grant", body["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_code_that_comes_twice_ends_the_tokens_of_the_first_time()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var code = await flow.CodeAsync();
        var (_, tokens) = await flow.ExchangeAsync(code);

        var (again, _) = await flow.ExchangeAsync(code);
        var (refreshed, _) = await flow.RefreshAsync(tokens["refresh_token"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.BadRequest, again);
        Assert.Equal(HttpStatusCode.BadRequest, refreshed);
    }

    [Fact]
    public async Task A_verifier_without_a_challenge_is_refused()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        flow.Query["code_challenge"] = flow.Query["code_challenge_method"] = null;

        var (_, body) = await flow.ExchangeAsync(await flow.CodeAsync());

        Assert.Equal("invalid_request", body["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("sandbox-secret", HttpStatusCode.OK)]
    [InlineData("wrong", HttpStatusCode.Unauthorized)]
    public async Task The_client_may_prove_itself_with_HTTP_Basic(string secret, HttpStatusCode expected)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var code = await flow.CodeAsync();
        flow.TokenForm["client_id"] = flow.TokenForm["client_secret"] = null;
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.Host.ClientId}:{secret}"));
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);

        var (status, _) = await flow.ExchangeAsync(code);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Secrets_do_not_belong_in_the_address()
    {
        await using var sandbox = await Sandbox.StartAsync();

        using var response = await sandbox.PostFormAsync("/token?client_secret=sandbox-secret", ("grant_type", "refresh_token"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Single(sandbox.Host.Violations);
    }

    [Fact]
    public async Task Tokens_are_posted_for_and_never_got()
    {
        await using var sandbox = await Sandbox.StartAsync();

        using var response = await sandbox.Client.GetAsync("/token", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
