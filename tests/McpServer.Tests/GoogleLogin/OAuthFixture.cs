using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Assistant.GoogleClients;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Tests.Fakes;
using Assistant.Tests.Shared;
using Assistant.TokenStore;

namespace Assistant.Server.Tests.GoogleLogin;

/// <summary>The login parts on a scripted token endpoint and a clock that stands still.</summary>
internal sealed class OAuthFixture
{
    public const string RefreshToken = "1//refresh-canary";
    public const string AccessToken = "ya29.access-canary";
    public const string ClientSecret = "client-secret-canary";

    public OAuthFixture(params Func<HttpResponseMessage>[] steps)
    {
        Handler = new ScriptedHandler(steps);
        Endpoint = new TokenEndpoint(Handler, Time);
        OAuth = new GoogleOAuth(Endpoints, Client, Endpoint, Time);
        Refresher = new GoogleTokenRefresher(Endpoints, Client, Endpoint, Time);
    }

    public static IOAuthClientSource Client { get; } = new FixedOAuthClient(new OAuthClient("client-1", new Secret(ClientSecret)));

    public GoogleEndpoints Endpoints { get; } = new();

    public ManualTime Time { get; } = new();

    public ScriptedHandler Handler { get; }

    public TokenEndpoint Endpoint { get; }

    public GoogleOAuth OAuth { get; }

    public GoogleTokenRefresher Refresher { get; }

    public static Func<HttpResponseMessage> Refuses(HttpStatusCode status, string error) =>
        ScriptedHandler.Json(status, JsonSerializer.Serialize(new { error, error_description = "echo of " + RefreshToken }));

    public Dictionary<string, object> Claims(string nonce) => new()
    {
        ["iss"] = "https://accounts.google.com",
        ["aud"] = "client-1",
        ["sub"] = "1234567890",
        ["email"] = "alice@example.com",
        ["nonce"] = nonce,
        ["exp"] = Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
    };

    public static Func<HttpResponseMessage> Grants(
        Dictionary<string, object> claims, string scope = "openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/gmail.readonly") =>
        ScriptedHandler.Json(HttpStatusCode.OK, JsonSerializer.Serialize(new
        {
            access_token = AccessToken,
            refresh_token = RefreshToken,
            expires_in = 3599,
            token_type = "Bearer",
            scope,
            id_token = "e30." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(claims))) + ".c2ln",
        }));

    /// <summary>Neither the message nor anything below it may hold a secret.</summary>
    public static void AssertNoSecret(Exception problem)
    {
        var text = problem.ToString();
        foreach (var secret in new[] { RefreshToken, AccessToken, ClientSecret, "code-canary", "echo of" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
