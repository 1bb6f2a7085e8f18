using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>A token response (RFC 6749 §5.1).</summary>
internal sealed record TokenAnswer(string AccessToken, TimeSpan Lifetime, IReadOnlyList<string> Scopes, string? RefreshToken, string? IdToken)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["access_token"] = AccessToken,
            // Google's own answers often lack a second of the hour.
            ["expires_in"] = Math.Max(0, (int)Lifetime.TotalSeconds - 1),
            ["scope"] = string.Join(' ', Scopes),
            ["token_type"] = "Bearer",
        };
        if (RefreshToken is not null)
            json["refresh_token"] = RefreshToken;
        if (IdToken is not null)
            json["id_token"] = IdToken;
        return json;
    }

    // A record's own ToString would print the tokens.
    public override string ToString() => "token answer";
}
