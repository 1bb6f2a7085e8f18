namespace Assistant.TokenStore;

/// <summary>A bearer key, without its secret: only a SHA-256 digest is stored.</summary>
public sealed record ApiKey(
    string Id,
    string UserId,
    string Name,
    Grants Grants,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt);

/// <summary>A new key; <paramref name="Secret"/> is shown once and never again.</summary>
public sealed record IssuedKey(ApiKey Key, Secret Secret);

public interface IKeyStore
{
    Task<IReadOnlyList<ApiKey>> ListAsync(string? userId, CancellationToken cancellationToken);

    Task<IssuedKey> CreateAsync(string userId, string name, Grants grants, DateTimeOffset? expiresAt, CancellationToken cancellationToken);

    /// <summary>False where there is no such key, or it is revoked already.</summary>
    Task<bool> RevokeAsync(string keyId, CancellationToken cancellationToken);
}
