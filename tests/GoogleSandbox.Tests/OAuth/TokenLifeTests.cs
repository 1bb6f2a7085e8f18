using System.Net;
using System.Net.Http.Headers;

namespace Assistant.GoogleSandbox.Tests.OAuth;

public sealed class TokenLifeTests
{
    private const string Compose = "https://www.googleapis.com/auth/gmail.compose";

    [Fact]
    public async Task A_refresh_gives_a_new_access_token_and_keeps_the_refresh_token()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var (_, tokens) = await flow.ExchangeAsync(await flow.CodeAsync());

        var (status, refreshed) = await flow.RefreshAsync(tokens["refresh_token"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(refreshed["refresh_token"]);
        Assert.NotEqual(tokens["access_token"]!.GetValue<string>(), refreshed["access_token"]!.GetValue<string>());
        Assert.Equal(1, sandbox.Host.RefreshCount);
    }

    [Fact]
    public async Task A_rotating_sandbox_ends_the_old_refresh_token()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { RotateRefreshTokens = true });
        var flow = new CodeFlow(sandbox);
        var old = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly).RefreshToken;

        var (_, refreshed) = await flow.RefreshAsync(old);
        var (again, _) = await flow.RefreshAsync(old);
        var (next, _) = await flow.RefreshAsync(refreshed["refresh_token"]!.GetValue<string>());

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (again, next));
    }

    [Fact]
    public async Task An_access_token_ends_with_its_lifetime()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { AccessTokenLifetime = TimeSpan.FromMinutes(5) });
        sandbox.As(SmallWorld.Ada);
        sandbox.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await sandbox.GmailAsync("profile");

        sandbox.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((401, "authError"), await sandbox.RefusalAsync("/gmail/v1/users/me/profile"));
    }

    [Fact]
    public async Task Access_tokens_expired_on_demand_can_be_refreshed()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var tokens = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly);
        sandbox.Host.ExpireAccessTokens();

        var (status, refreshed) = await new CodeFlow(sandbox).RefreshAsync(tokens.RefreshToken);
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        var old = await sandbox.RefusalAsync("/gmail/v1/users/me/profile");
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", refreshed["access_token"]!.GetValue<string>());
        await sandbox.GmailAsync("profile");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(401, old.Code);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Revoking_either_token_ends_both(bool byAccessToken, bool inAddress)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var tokens = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly);
        var token = byAccessToken ? tokens.AccessToken : tokens.RefreshToken;

        using var revoked = inAddress
            ? await sandbox.PostFormAsync("/revoke?token=" + Uri.EscapeDataString(token))
            : await sandbox.PostFormAsync("/revoke", ("token", token));
        using var again = await sandbox.PostFormAsync("/revoke", ("token", token));
        var (_, refused) = await new CodeFlow(sandbox).RefreshAsync(tokens.RefreshToken);
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (revoked.StatusCode, again.StatusCode));
        Assert.Equal("invalid_grant", refused["error"]!.GetValue<string>());
        Assert.Equal(401, (await sandbox.RefusalAsync("/gmail/v1/users/me/profile")).Code);
    }

    [Fact]
    public async Task A_grant_that_the_person_takes_back_leaves_other_people_alone()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var ada = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly);
        var ben = sandbox.Host.GrantTokens(SmallWorld.Ben, Sandbox.ReadOnly);

        sandbox.Host.RevokeGrant(SmallWorld.Ada);

        Assert.Equal(HttpStatusCode.BadRequest, (await flow.RefreshAsync(ada.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await flow.RefreshAsync(ben.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_refresh_token_comes_with_the_first_consent_and_then_only_when_consent_is_forced()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);

        var (_, first) = await flow.ExchangeAsync(await flow.CodeAsync());
        var (_, second) = await flow.ExchangeAsync(await flow.CodeAsync());
        flow.Query["prompt"] = "consent";
        var (_, forced) = await flow.ExchangeAsync(await flow.CodeAsync());
        flow.Query["access_type"] = "online";
        var (_, online) = await flow.ExchangeAsync(await flow.CodeAsync());

        Assert.NotNull(first["refresh_token"]);
        Assert.Null(second["refresh_token"]);
        Assert.NotNull(forced["refresh_token"]);
        Assert.Null(online["refresh_token"]);
    }

    [Fact]
    public async Task The_hundred_and_first_refresh_token_ends_the_oldest()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        var tokens = Enumerable.Range(0, 101).Select(_ => sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly).RefreshToken).ToList();

        Assert.Equal(HttpStatusCode.BadRequest, (await flow.RefreshAsync(tokens[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await flow.RefreshAsync(tokens[1])).Status);
    }

    [Fact]
    public async Task Only_what_the_person_ticked_is_granted()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        flow.Query["scope"] = $"openid email {Sandbox.ReadOnly} {Compose}";

        var redirect = await flow.DecideAsync("allow", SmallWorld.Ada, Compose);
        var (_, tokens) = await flow.ExchangeAsync(redirect["code"]);

        Assert.Equal($"openid https://www.googleapis.com/auth/userinfo.email {Compose}", tokens["scope"]!.GetValue<string>());
        Assert.Equal(redirect["scope"], tokens["scope"]!.GetValue<string>());
    }

    [Fact]
    public async Task Earlier_grants_are_included_only_when_asked()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        await flow.CodeAsync();
        flow.Query["scope"] = Compose;
        var (_, alone) = await flow.ExchangeAsync(await flow.CodeAsync());
        flow.Query["include_granted_scopes"] = "true";
        var (_, both) = await flow.ExchangeAsync(await flow.CodeAsync());

        Assert.Equal(Compose, alone["scope"]!.GetValue<string>());
        Assert.Equal($"{Compose} {Sandbox.ReadOnly}", both["scope"]!.GetValue<string>());
    }
}
