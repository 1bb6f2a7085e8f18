using System.Net;

namespace Assistant.GoogleSandbox.Tests.OAuth;

public sealed class AuthorizeRefusalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("client_id", "somebody-else", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_id", null, HttpStatusCode.BadRequest, "client_id")]
    [InlineData("redirect_uri", "https://evil.example/callback", HttpStatusCode.BadRequest, "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "http://127.0.0.1.evil.example/", HttpStatusCode.BadRequest, "redirect_uri_mismatch")]
    [InlineData("redirect_uri", "http://localhost:1/#fragment", HttpStatusCode.BadRequest, "redirect_uri_mismatch")]
    [InlineData("response_type", "token", HttpStatusCode.BadRequest, "unsupported_response_type")]
    [InlineData("scope", "https://www.googleapis.com/auth/gmail.everything", HttpStatusCode.BadRequest, "invalid_scope")]
    [InlineData("scope", null, HttpStatusCode.BadRequest, "scope")]
    [InlineData("code_challenge_method", "plain", HttpStatusCode.BadRequest, "S256")]
    [InlineData("code_challenge_method", null, HttpStatusCode.BadRequest, "S256")]
    [InlineData("code_challenge", "short", HttpStatusCode.BadRequest, "code_challenge")]
    [InlineData("code_challenge", null, HttpStatusCode.BadRequest, "code_challenge")]
    [InlineData("access_type", "sometimes", HttpStatusCode.BadRequest, "access_type")]
    [InlineData("prompt", "none", HttpStatusCode.BadRequest, "interaction_required")]
    [InlineData("prompt", "please", HttpStatusCode.BadRequest, "prompt")]
    [InlineData("colour", "blue", HttpStatusCode.BadRequest, "colour")]
    public async Task A_bad_request_is_shown_to_the_person_and_never_redirected(string name, string? value, HttpStatusCode expected, string mention)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        flow.Query[name] = value;

        using var response = await sandbox.Client.GetAsync(flow.Address, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Contains(mention, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Single(sandbox.Host.Violations);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("http://localhost:65535")]
    [InlineData("http://[::1]:8080/callback")]
    public async Task A_loopback_redirect_may_have_any_port_and_path(string redirect)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        flow.Query["redirect_uri"] = redirect;
        flow.TokenForm["redirect_uri"] = redirect;

        var (status, _) = await flow.ExchangeAsync(await flow.CodeAsync());

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task The_page_names_everybody_and_chooses_who_was_hinted()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        flow.Query["login_hint"] = SmallWorld.Ben;

        var page = await sandbox.Client.GetStringAsync(flow.Address, Cancellation);

        Assert.Contains($"value=\"{SmallWorld.Ada}\">", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{SmallWorld.Ben}\" checked>", page, StringComparison.Ordinal);
        Assert.Contains(Sandbox.ReadOnly, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_denies_is_sent_back_with_the_state_and_no_code()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var redirect = await new CodeFlow(sandbox).DecideAsync("deny", SmallWorld.Ada);

        Assert.Equal("access_denied", redirect["error"]);
        Assert.Equal("the state", redirect["state"]);
        Assert.False(redirect.ContainsKey("code"));
    }

    [Fact]
    public async Task A_form_cannot_tick_what_was_not_asked()
    {
        await using var sandbox = await Sandbox.StartAsync();

        using var response = await sandbox.PostFormAsync(
            new CodeFlow(sandbox).Address, ("decision", "allow"), ("person", SmallWorld.Ada), ("scope", "https://mail.google.com/"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_person_can_be_played_by_the_host()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var address = new Uri(sandbox.Host.BaseAddress, flow.Address);

        var allowed = await GoogleSandboxHost.AllowAsync(address, SmallWorld.Ada, null, Cancellation);
        var denied = await GoogleSandboxHost.DenyAsync(address, SmallWorld.Ada, Cancellation);

        Assert.Contains("code=", allowed.Query, StringComparison.Ordinal);
        Assert.Contains("error=access_denied", denied.Query, StringComparison.Ordinal);
    }
}
