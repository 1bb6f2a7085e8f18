using System.Security.Cryptography;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlUserDocuments(IDatabase database, EntrySeal seal, TimeProvider time) : IUserDocuments
{
    public const string Table = "user_documents";

    public Task<string?> AddAsync(string userId, string kind, string content, CancellationToken cancellationToken) => database.WriteAsync<string?>(
        Durability.Full,
        async session =>
        {
            await session.LockAsync($"documents {userId}").ConfigureAwait(false);
            if (await session.NumberAsync("SELECT count(*) FROM user_documents WHERE user_id = $user AND kind = $kind", ("$user", userId), ("$kind", kind)).ConfigureAwait(false) >= IUserDocuments.Most)
                return null;
            var id = Ids.New();
            var key = await session.DataKeyOfAsync(userId).ConfigureAwait(false);
            var (own, sealedKey) = seal.New(key, Table, id);
            await session.ExecuteAsync(
                "INSERT INTO user_documents (id, user_id, key_id, sealed_key, kind, changed_at, content) VALUES ($id, $user, $key, $sealed, $kind, $now, $content)",
                ("$id", id),
                ("$user", userId),
                ("$key", key.Id),
                ("$sealed", sealedKey),
                ("$kind", kind),
                ("$now", time.GetUtcNow()),
                ("$content", EntrySeal.SealText(own, content, id, "content"))).ConfigureAwait(false);
            CryptographicOperations.ZeroMemory(own);
            return id;
        },
        cancellationToken);

    public Task<bool> ReplaceAsync(string userId, string kind, string id, string content, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session =>
        {
            if (await seal.KeyOfAsync(session, Table, id, userId).ConfigureAwait(false) is not { } key)
                return false;
            var box = EntrySeal.SealText(key, content, id, "content");
            CryptographicOperations.ZeroMemory(key);
            return await session.ExecuteAsync(
                "UPDATE user_documents SET content = $content, changed_at = $now WHERE id = $id AND user_id = $user AND kind = $kind",
                ("$content", box),
                ("$now", time.GetUtcNow()),
                ("$id", id),
                ("$user", userId),
                ("$kind", kind)).ConfigureAwait(false) == 1;
        },
        cancellationToken);

    public Task<IReadOnlyList<UserDocument>> ListAsync(string userId, string kind, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ListAsync(
            """
            SELECT d.id, d.changed_at, d.content, d.sealed_key, k.id, k.user_id, k.wrapped
            FROM user_documents d JOIN data_keys k ON k.id = d.key_id WHERE d.user_id = $user AND d.kind = $kind ORDER BY d.changed_at, d.id
            """,
            row =>
            {
                var id = row.GetString(0);
                var key = seal.Open(new WrappedKey(row.GetString(4), row.GetString(5), row.GetBlob(6)), Table, id, row.GetBlob(3));
                var content = EntrySeal.OpenText(key, row.GetBlob(2), id, "content");
                CryptographicOperations.ZeroMemory(key);
                return new UserDocument(id, row.GetTime(1), content);
            },
            ("$user", userId),
            ("$kind", kind)),
        cancellationToken);

    public Task PurgeAsync(string kind, DateTimeOffset before, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        session => session.ExecuteAsync("DELETE FROM user_documents WHERE kind = $kind AND changed_at < $before", ("$kind", kind), ("$before", before)),
        cancellationToken);

    public Task<bool> DeleteAsync(string userId, string kind, string id, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session => await session.ExecuteAsync("DELETE FROM user_documents WHERE id = $id AND user_id = $user AND kind = $kind", ("$id", id), ("$user", userId), ("$kind", kind)).ConfigureAwait(false) == 1,
        cancellationToken);
}
