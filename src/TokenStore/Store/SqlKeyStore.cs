using System.Data.Common;

namespace Assistant.TokenStore.Store;

internal sealed class SqlKeyStore(IDatabase database, TimeProvider time) : IKeyStore
{
    public Task<IReadOnlyList<ApiKey>> ListAsync(string? userId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ApiKey>>(
            session => session.ListAsync(
                """
                SELECT id, user_id, name, grants, created_at, expires_at, revoked_at FROM keys
                WHERE CAST($user AS TEXT) IS NULL OR user_id = $user ORDER BY created_at, rowid
                """,
                Key,
                ("$user", userId)),
            cancellationToken);

    public async Task<IssuedKey> CreateAsync(string userId, string name, Grants grants, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var secret = KeyText.New();
        var now = Ids.Milliseconds(time.GetUtcNow());
        if (expiresAt <= now)
            throw new ArgumentException("The key would expire before it is used; choose a later time.", nameof(expiresAt));
        var key = new ApiKey(Ids.New(), userId, name, grants, now, expiresAt is { } end ? Ids.Milliseconds(end) : null, RevokedAt: null);
        try
        {
            await database.WriteAsync(
                Durability.Full,
                session => session.ExecuteAsync(
                    """
                    INSERT INTO keys (id, user_id, name, digest, grants, created_at, expires_at)
                    VALUES ($id, $user, $name, $digest, $grants, $created, $expires)
                    """,
                    ("$id", key.Id),
                    ("$user", userId),
                    ("$name", name),
                    ("$digest", KeyText.Digest(secret)),
                    ("$grants", GrantsText.Write(grants)),
                    ("$created", key.CreatedAt),
                    ("$expires", key.ExpiresAt)),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConstraintException failure)
        {
            throw new ArgumentException("There is no such user.", nameof(userId), failure);
        }

        return new IssuedKey(key, new Secret(secret));
    }

    public Task<bool> RevokeAsync(string keyId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Full,
            async session => await session.ExecuteAsync(
                "UPDATE keys SET revoked_at = $now WHERE id = $id AND revoked_at IS NULL", ("$now", time.GetUtcNow()), ("$id", keyId)).ConfigureAwait(false) > 0,
            cancellationToken);

    private static ApiKey Key(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        GrantsText.Read(row.GetString(3)),
        row.GetTime(4),
        row.GetOptionalTime(5),
        row.GetOptionalTime(6));
}
