using System.Net;
using System.Security.Cryptography;
using System.Text;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Tests.Fakes;
using Assistant.TokenStore;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Server.Tests.GoogleLogin;

public sealed class OAuthTests
{
    private static readonly Secret Code = new("code-canary");
    private readonly LoginAttempt _attempt = LoginAttempt.Start(new Uri("http://127.0.0.1:4711/"));

    [Fact]
    public void The_authorization_address_carries_PKCE_state_nonce_and_asks_for_a_refresh_token()
    {
        var page = new OAuthFixture().OAuth.AuthorizationUrl(_attempt, "alice@example.com");

        Assert.StartsWith("https://accounts.google.com/o/oauth2/v2/auth?", page.AbsoluteUri, StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(page.Query);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(_attempt.Verifier.Value))), query["code_challenge"]);
        Assert.Equal(_attempt.State.Value, query["state"]);
        Assert.Equal(_attempt.Nonce.Value, query["nonce"]);
        Assert.Equal("offline", query["access_type"]);
        Assert.Equal("consent", query["prompt"]);
        Assert.Equal("true", query["include_granted_scopes"]);
        Assert.Equal("http://127.0.0.1:4711/", query["redirect_uri"]);
        Assert.Equal("alice@example.com", query["login_hint"]);
        Assert.Equal(
            "openid email https://www.googleapis.com/auth/gmail.readonly https://www.googleapis.com/auth/gmail.modify https://www.googleapis.com/auth/gmail.settings.basic https://www.googleapis.com/auth/calendar.readonly "
            + "https://www.googleapis.com/auth/calendar.events https://www.googleapis.com/auth/calendar", query["scope"]);
        Assert.DoesNotContain(_attempt.Verifier.Value, page.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(OAuthFixture.ClientSecret, page.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_attempt_has_its_own_secrets_and_prints_none_of_them()
    {
        var other = LoginAttempt.Start(_attempt.RedirectUri);

        Assert.Equal(6, new[] { _attempt.State, _attempt.Nonce, _attempt.Verifier, other.State, other.Nonce, other.Verifier }.Distinct().Count());
        Assert.InRange(_attempt.Verifier.Value.Length, 43, 128);
        Assert.DoesNotContain(_attempt.State.Value, _attempt.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_attempt.Verifier.Value, _attempt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_traded_for_tokens_and_an_identity()
    {
        var claims = new OAuthFixture().Claims(_attempt.Nonce.Value);
        var fixture = new OAuthFixture(OAuthFixture.Grants(claims));

        var grant = await fixture.OAuth.ExchangeAsync(_attempt, Code, TestContext.Current.CancellationToken);

        Assert.Equal(new GoogleIdentity("1234567890", "alice@example.com"), grant.Identity);
        Assert.Equal(OAuthFixture.AccessToken, grant.Tokens.AccessToken.Value);
        Assert.Equal(OAuthFixture.RefreshToken, grant.Tokens.RefreshToken.Value);
        Assert.Equal(fixture.Time.GetUtcNow().AddSeconds(3599), grant.Tokens.AccessTokenExpiresAt);
        var form = Assert.Single(fixture.Handler.Sent).Form;
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal("code-canary", form["code"]);
        Assert.Equal(_attempt.Verifier.Value, form["code_verifier"]);
        Assert.Equal("http://127.0.0.1:4711/", form["redirect_uri"]);
        Assert.DoesNotContain(OAuthFixture.RefreshToken, grant.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iss", "https://accounts.google.com.evil.example", "comes from another issuer")]
    [InlineData("aud", "client-2", "is meant for another OAuth client")]
    [InlineData("nonce", "stale", "does not answer this login")]
    [InlineData("sub", "", "names no account")]
    [InlineData("email", "", "names no account")]
    [InlineData("exp", 1_700_000_000L, "has expired; check this machine's clock")]
    [InlineData("exp", "soon", "has expired")]
    public async Task A_wrong_claim_in_the_ID_token_ends_the_login(string claim, object value, string says)
    {
        var claims = new OAuthFixture().Claims(_attempt.Nonce.Value);
        claims[claim] = value;

        await Refused(new OAuthFixture(OAuthFixture.Grants(claims)), says);
    }

    [Fact]
    public async Task Google_may_write_its_name_without_the_scheme()
    {
        var claims = new OAuthFixture().Claims(_attempt.Nonce.Value);
        claims["iss"] = "accounts.google.com";

        var grant = await new OAuthFixture(OAuthFixture.Grants(claims)).OAuth.ExchangeAsync(_attempt, Code, TestContext.Current.CancellationToken);

        Assert.Equal("alice@example.com", grant.Identity.Email);
    }

    [Theory]
    [InlineData("""{"access_token":"a","expires_in":60,"token_type":"Bearer","refresh_token":"r"}""", "ID token is missing or malformed")]
    [InlineData("""{"access_token":"a","expires_in":60,"token_type":"Bearer","refresh_token":"r","id_token":"a.!!.c"}""", "ID token is missing or malformed")]
    [InlineData("""{"access_token":"a","expires_in":60,"token_type":"Bearer","refresh_token":"r","id_token":"a.W10.c"}""", "ID token is missing or malformed")]
    [InlineData("""{"access_token":"a","expires_in":60,"token_type":"Bearer"}""", "gave no refresh token")]
    [InlineData("""{"refresh_token":"r"}""", "no access token")]
    public async Task An_incomplete_answer_ends_the_login(string body, string says) =>
        await Refused(new OAuthFixture(ScriptedHandler.Json(HttpStatusCode.OK, body)), says);

    [Theory]
    [InlineData("invalid_grant", "used before, has expired or was revoked")]
    [InlineData("invalid_client", "check ASSISTANT_GOOGLE_CLIENT_ID")]
    [InlineData("redirect_uri_mismatch", "type 'Desktop app'")]
    public async Task A_refused_code_says_what_to_do(string error, string says) =>
        await Refused(new OAuthFixture(OAuthFixture.Refuses(HttpStatusCode.BadRequest, error)), says);

    [Fact]
    public async Task Revoking_posts_the_refresh_token_as_a_form()
    {
        var fixture = new OAuthFixture(ScriptedHandler.Json(HttpStatusCode.OK, "{}"));

        await fixture.OAuth.RevokeAsync(new Secret(OAuthFixture.RefreshToken), TestContext.Current.CancellationToken);

        var sent = Assert.Single(fixture.Handler.Sent);
        Assert.Equal(new Uri("https://oauth2.googleapis.com/revoke"), sent.Address);
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal(OAuthFixture.RefreshToken, sent.Form["token"]);
    }

    [Fact]
    public async Task Revoking_what_Google_no_longer_knows_succeeds()
    {
        var fixture = new OAuthFixture(OAuthFixture.Refuses(HttpStatusCode.BadRequest, "invalid_token"));

        await fixture.OAuth.RevokeAsync(new Secret(OAuthFixture.RefreshToken), TestContext.Current.CancellationToken);

        Assert.Single(fixture.Handler.Sent);
    }

    [Fact]
    public async Task A_failed_revocation_is_told()
    {
        var fixture = new OAuthFixture(OAuthFixture.Refuses(HttpStatusCode.ServiceUnavailable, "backend_error"));

        var problem = await Assert.ThrowsAsync<TokenEndpointException>(
            () => fixture.OAuth.RevokeAsync(new Secret(OAuthFixture.RefreshToken), TestContext.Current.CancellationToken));

        Assert.Contains("answered 503", problem.Message, StringComparison.Ordinal);
        OAuthFixture.AssertNoSecret(problem);
    }

    private async Task Refused(OAuthFixture fixture, string says)
    {
        var problem = await Assert.ThrowsAsync<LoginFailedException>(() => fixture.OAuth.ExchangeAsync(_attempt, Code, TestContext.Current.CancellationToken));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        OAuthFixture.AssertNoSecret(problem);
    }
}
