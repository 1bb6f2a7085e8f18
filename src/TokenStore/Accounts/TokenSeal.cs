using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore;

/// <summary>Tokens to sealed bytes and back, bound to user, key, account and generation.</summary>
internal sealed class TokenSeal(DataKeys keys)
{
    public byte[] Seal(WrappedKey key, string accountId, long generation, GoogleTokens tokens) =>
        keys.Seal(key, JsonSerializer.SerializeToUtf8Bytes(Payload.From(tokens), PayloadJson.Default.Payload), Place(accountId, generation));

    /// <exception cref="SealBrokenException">Altered, moved, or the key is gone.</exception>
    public GoogleTokens Open(TokenRow row, string accountId) =>
        JsonSerializer.Deserialize(keys.Open(row.Key, row.Sealed, Place(accountId, row.Generation)), PayloadJson.Default.Payload)!.ToTokens();

    private static string Place(string accountId, long generation) => $"tokens of account {accountId} generation {generation}";
}

/// <summary>A class and no record: it must not print itself.</summary>
internal sealed class Payload
{
    public required string Access { get; init; }

    public required string Refresh { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string[] Scopes { get; init; }

    public static Payload From(GoogleTokens tokens) => new()
    {
        Access = tokens.AccessToken.Value,
        Refresh = tokens.RefreshToken.Value,
        ExpiresAt = tokens.AccessTokenExpiresAt,
        Scopes = [.. tokens.Scopes],
    };

    public GoogleTokens ToTokens() => new(new Secret(Access), new Secret(Refresh), ExpiresAt, Scopes);
}

[JsonSerializable(typeof(Payload))]
internal sealed partial class PayloadJson : JsonSerializerContext;
