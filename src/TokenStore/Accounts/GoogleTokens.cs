namespace Assistant.TokenStore;

/// <summary>Who logged in, from Google's ID token.</summary>
public sealed record GoogleIdentity(string Subject, string Email);

/// <summary>What Google's token endpoint gave (RFC 6749 §5.1). Prints redacted.</summary>
/// <param name="AccessToken">Good until <paramref name="AccessTokenExpiresAt"/>.</param>
/// <param name="RefreshToken">Good until revoked.</param>
/// <param name="AccessTokenExpiresAt">UTC.</param>
/// <param name="Scopes">Scopes granted, which can be fewer than were asked for.</param>
public sealed record GoogleTokens(Secret AccessToken, Secret RefreshToken, DateTimeOffset AccessTokenExpiresAt, IReadOnlyList<string> Scopes);

/// <summary>A text that must reach no log: <see cref="ToString"/> never shows it.</summary>
public readonly record struct Secret(string Value)
{
    public override string ToString() => "[redacted]";
}
