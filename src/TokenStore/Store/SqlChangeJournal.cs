using System.Data.Common;
using System.Security.Cryptography;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlChangeJournal(IDatabase database, EntrySeal seal, TimeProvider time) : IChangeJournal
{
    /// <summary>Of one user; older ones make room.</summary>
    public const int MostChanges = 500;

    private const string Table = "journal";

    private const string Columns = """
        SELECT j.id, j.account_id, j.kind, j.at, j.undone_at, j.content, j.sealed_key, k.id, k.user_id, k.wrapped
        FROM journal j JOIN data_keys k ON k.id = j.key_id
        """;

    private const char Between = '\u001E';

    public async Task<string> RecordAsync(NewChange change, CancellationToken cancellationToken)
    {
        var id = Ids.New();
        await database.WriteAsync(
            Durability.Full,
            async session =>
            {
                await session.LockAsync($"journal {change.UserId}").ConfigureAwait(false);
                var key = await session.DataKeyOfAsync(change.UserId).ConfigureAwait(false);
                var (own, sealedKey) = seal.New(key, Table, id);
                await session.ExecuteAsync(
                    """
                    INSERT INTO journal (id, user_id, account_id, key_id, sealed_key, number, kind, at, content)
                    VALUES ($id, $user, $account, $key, $sealedKey, (SELECT coalesce(max(number), 0) + 1 FROM journal WHERE user_id = $user), $kind, $now, $content)
                    """,
                    ("$id", id),
                    ("$user", change.UserId),
                    ("$account", change.AccountId),
                    ("$key", key.Id),
                    ("$sealedKey", sealedKey),
                    ("$kind", change.Kind),
                    ("$now", time.GetUtcNow()),
                    ("$content", Content(own, id, change.Summary, change.Undo))).ConfigureAwait(false);
                CryptographicOperations.ZeroMemory(own);
                return await session.ExecuteAsync(
                    "DELETE FROM journal WHERE user_id = $user AND number <= (SELECT max(number) FROM journal WHERE user_id = $user) - $most",
                    ("$user", change.UserId),
                    ("$most", MostChanges)).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return id;
    }

    public Task CompleteAsync(string userId, string changeId, string summary, string? undo, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session =>
        {
            var key = await seal.KeyOfAsync(session, Table, changeId, userId).ConfigureAwait(false);
            return key is null
                ? 0
                : await session.ExecuteAsync("UPDATE journal SET content = $content WHERE id = $id", ("$content", Content(key, changeId, summary, undo)), ("$id", changeId)).ConfigureAwait(false);
        },
        cancellationToken);

    public Task<RecordedChange?> FindAsync(string userId, string changeId, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync($"{Columns} WHERE j.id = $id AND j.user_id = $user", Read, ("$id", changeId), ("$user", userId)), cancellationToken);

    public Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, int limit, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RecordedChange>>(
        session => session.ListAsync($"{Columns} WHERE j.user_id = $user ORDER BY j.number DESC LIMIT $limit", Read, ("$user", userId), ("$limit", limit)), cancellationToken);

    public Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, string kind, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RecordedChange>>(
        session => session.ListAsync($"{Columns} WHERE j.user_id = $user AND j.kind = $kind ORDER BY j.number DESC", Read, ("$user", userId), ("$kind", kind)), cancellationToken);

    public Task<bool> MarkUndoneAsync(string userId, string changeId, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session => await session.ExecuteAsync(
            "UPDATE journal SET undone_at = $now WHERE id = $id AND user_id = $user AND undone_at IS NULL", ("$now", time.GetUtcNow()), ("$id", changeId), ("$user", userId)).ConfigureAwait(false) == 1,
        cancellationToken);

    private static byte[] Content(byte[] key, string id, string summary, string? undo) =>
        EntrySeal.SealText(key, undo is null ? summary : summary + Between + undo, id, "content");

    private RecordedChange Read(DbDataReader row)
    {
        var id = row.GetString(0);
        var key = seal.Open(new WrappedKey(row.GetString(7), row.GetString(8), row.GetBlob(9)), Table, id, row.GetBlob(6));
        var content = EntrySeal.OpenText(key, row.GetBlob(5), id, "content").Split(Between, 2);
        CryptographicOperations.ZeroMemory(key);
        return new(id, row.GetString(1), row.GetString(2), content[0], content.Length > 1 ? content[1] : null, row.GetTime(3), row.GetOptionalTime(4));
    }
}
