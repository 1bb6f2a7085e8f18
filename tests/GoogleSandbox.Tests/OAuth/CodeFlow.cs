using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.GoogleSandbox.Tests.OAuth;

/// <summary>The authorization code flow as a client does it, each step replaceable.</summary>
internal sealed class CodeFlow(Sandbox sandbox)
{
    // The example of RFC 7636, appendix B.
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    public const string Redirect = "http://127.0.0.1:54321/callback";

    public Dictionary<string, string?> Query { get; } = new()
    {
        ["client_id"] = sandbox.Host.ClientId,
        ["redirect_uri"] = Redirect,
        ["response_type"] = "code",
        ["scope"] = Sandbox.ReadOnly,
        ["state"] = "the state",
        ["code_challenge"] = Challenge,
        ["code_challenge_method"] = "S256",
        ["access_type"] = "offline",
    };

    public Dictionary<string, string?> TokenForm { get; } = new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = sandbox.Host.ClientId,
        ["client_secret"] = sandbox.Host.ClientSecret,
        ["redirect_uri"] = Redirect,
        ["code_verifier"] = Verifier,
    };

    public string Address => QueryHelpers.AddQueryString("/o/oauth2/v2/auth", Query.Where(pair => pair.Value is not null));

    /// <summary>The redirect's query after the person's decision.</summary>
    public async Task<Dictionary<string, string>> DecideAsync(string decision, string person, params string[] scopes)
    {
        using var response = await sandbox.PostFormAsync(
            Address, [("decision", decision), ("person", person), .. scopes.Select(scope => ("scope", scope))]);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith(Query["redirect_uri"]!, response.Headers.Location!.ToString(), StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(response.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    public async Task<string> CodeAsync() => (await DecideAsync("allow", SmallWorld.Ada, Query["scope"]!.Split(' ')))["code"];

    public async Task<(HttpStatusCode Status, JsonObject Body)> ExchangeAsync(string code)
    {
        TokenForm["code"] = code;
        return await TokenAsync(TokenForm);
    }

    public Task<(HttpStatusCode Status, JsonObject Body)> RefreshAsync(string refreshToken) => TokenAsync(new()
    {
        ["grant_type"] = "refresh_token",
        ["client_id"] = sandbox.Host.ClientId,
        ["client_secret"] = sandbox.Host.ClientSecret,
        ["refresh_token"] = refreshToken,
    });

    public async Task<(HttpStatusCode Status, JsonObject Body)> TokenAsync(Dictionary<string, string?> form)
    {
        using var response = await sandbox.PostFormAsync("/token", [.. form.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!))]);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(body)!.AsObject());
    }
}
