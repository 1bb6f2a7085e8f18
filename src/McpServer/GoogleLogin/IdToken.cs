using System.Buffers.Text;
using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>
/// Checks the claims of an ID token (OpenID Connect Core §3.1.3.7). It came straight from the token endpoint over TLS, so its signature
/// adds nothing and is not checked (point 6 of that section).
/// </summary>
internal static class IdToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <exception cref="LoginFailedException">A claim is missing or wrong.</exception>
    public static GoogleIdentity Check(string? token, string issuer, string clientId, Secret nonce, DateTimeOffset now)
    {
        using var claims = Parse(token);
        if (Text(claims, "iss") is not { } iss || !SameIssuer(iss, issuer))
            throw Wrong("comes from another issuer");
        if (Text(claims, "aud") != clientId)
            throw Wrong("is meant for another OAuth client");
        if (Text(claims, "nonce") != nonce.Value)
            throw Wrong("does not answer this login");
        if (Seconds(claims, "exp") + Skew.TotalSeconds is not { } end || end < now.ToUnixTimeSeconds())
            throw Wrong("has expired; check this machine's clock");
        if (Text(claims, "sub") is not { Length: > 0 } subject || Text(claims, "email") is not { Length: > 0 } email)
            throw Wrong("names no account; allow the app to see your address");
        return new GoogleIdentity(subject, email);
    }

    private static JsonDocument Parse(string? token)
    {
        try
        {
            var parts = token?.Split('.') ?? [];
            var document = parts.Length == 3 ? JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])) : null;
            return document is { RootElement.ValueKind: JsonValueKind.Object } ? document : throw Wrong("is missing or malformed");
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            throw Wrong("is missing or malformed");
        }
    }

    /// <summary>Google writes its own name with and without the scheme.</summary>
    private static bool SameIssuer(string given, string expected) => given == expected || "https://" + given == expected;

    private static string? Text(JsonDocument claims, string name) =>
        claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Seconds(JsonDocument claims, string name) =>
        claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) ? seconds : null;

    private static LoginFailedException Wrong(string what) => new($"Google's ID token {what}. Nothing was stored; run the login again.");
}
