using System.Text.Json.Serialization;

namespace Assistant.Server.GoogleLogin;

/// <summary>The token endpoint's JSON, success (RFC 6749 §5.1) and error (§5.2) alike. A class, so that nothing prints its members.</summary>
internal sealed class TokenReply
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("token_type")]
    public string? TokenType { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int? ExpiresIn { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("scope")]
    public string? Scope { get; init; }

    [JsonPropertyName("id_token")]
    public string? IdToken { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Scopes => Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    [JsonIgnore]
    public bool HasAccessToken =>
        !string.IsNullOrEmpty(AccessToken) && ExpiresIn > 0 && string.Equals(TokenType, "Bearer", StringComparison.OrdinalIgnoreCase);
}

[JsonSerializable(typeof(TokenReply))]
internal sealed partial class TokenReplyJson : JsonSerializerContext;
