using System.Data.Common;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlKeyRotation(IDatabase database, KeyRing ring, DataKeys keys, ITokenRows rows, TokenSeal seal, EntrySeal entries, TimeProvider time) : IKeyRotation
{
    public async Task<bool> RotateDataKeyAsync(string userId, CancellationToken cancellationToken)
    {
        while (await CurrentAsync(userId, cancellationToken).ConfigureAwait(false) is { } old)
        {
            var key = keys.New(userId);
            var sealedAgain = new List<(string Account, long Generation, byte[] Box)>();
            foreach (var account in await AccountsAsync(userId, cancellationToken).ConfigureAwait(false))
            {
                if (await rows.ReadAsync(userId, account, cancellationToken).ConfigureAwait(false) is { } row)
                    sealedAgain.Add((account, row.Generation, seal.Seal(key, account, row.Generation + 1, seal.Open(row, account))));
            }

            if (await ReplaceAsync(old, key, sealedAgain, cancellationToken).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    public async Task RotateKeyRingAsync(CancellationToken cancellationToken)
    {
        ring.Rotate();
        foreach (var old in await AllAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = keys.Rewrap(old);
            await database.WriteAsync(
                Durability.Full,
                session => session.ExecuteAsync("UPDATE data_keys SET wrapped = $wrapped WHERE id = $id", ("$wrapped", key.Wrapped), ("$id", key.Id)),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>All or nothing; false where a row changed since it was read, so that the caller begins again.</summary>
    private async Task<bool> ReplaceAsync(
        WrappedKey old, WrappedKey key, List<(string Account, long Generation, byte[] Box)> boxes, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(Durability.Full, session => ReplaceAsync(session, old, key, boxes), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ChangedMeanwhileException)
        {
            return false;
        }
    }

    private async Task<int> ReplaceAsync(DbSession session, WrappedKey old, WrappedKey key, List<(string Account, long Generation, byte[] Box)> boxes)
    {
        // The reference of tokens to their key is checked at the commit.
        if (await session.ExecuteAsync("DELETE FROM data_keys WHERE id = $id", ("$id", old.Id)).ConfigureAwait(false) != 1
            || await session.NumberAsync("SELECT count(*) FROM tokens WHERE key_id = $id", ("$id", old.Id)).ConfigureAwait(false) != boxes.Count)
            throw new ChangedMeanwhileException();
        await session.ExecuteAsync(
            "INSERT INTO data_keys (id, user_id, wrapped, created_at) VALUES ($id, $user, $wrapped, $now)",
            ("$id", key.Id),
            ("$user", key.UserId),
            ("$wrapped", key.Wrapped),
            ("$now", time.GetUtcNow())).ConfigureAwait(false);
        foreach (var table in (string[])["outbox", "journal", SqlAccountKeys.Table, SqlAccountKeys.UserTable, SqlConversationStore.Table, SqlUserDocuments.Table])
            await ResealAsync(session, old, key, table).ConfigureAwait(false);
        foreach (var (account, generation, box) in boxes)
        {
            var changed = await session.ExecuteAsync(
                """
                UPDATE tokens SET key_id = $key, sealed = $sealed, generation = generation + 1
                WHERE account_id = $account AND generation = $generation AND key_id = $old
                """,
                ("$key", key.Id),
                ("$sealed", box),
                ("$account", account),
                ("$generation", generation),
                ("$old", old.Id)).ConfigureAwait(false);
            if (changed != 1)
                throw new ChangedMeanwhileException();
        }

        return boxes.Count;
    }

    /// <summary>The rows' own keys, under the new data key; what they seal stays as it is.</summary>
    private async Task ResealAsync(DbSession session, WrappedKey old, WrappedKey key, string table)
    {
        var rows = await session.ListAsync($"SELECT id, sealed_key FROM {table} WHERE key_id = $id", row => (row.GetString(0), row.GetBlob(1)), ("$id", old.Id)).ConfigureAwait(false);
        foreach (var (row, box) in rows)
        {
            await session.ExecuteAsync(
                $"UPDATE {table} SET key_id = $key, sealed_key = $sealed WHERE id = $row", ("$key", key.Id), ("$sealed", entries.Reseal(old, key, table, row, box)), ("$row", row)).ConfigureAwait(false);
        }
    }

    private Task<IReadOnlyList<string>> AccountsAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.ListAsync("SELECT id FROM accounts WHERE user_id = $user", row => row.GetString(0), ("$user", userId)), cancellationToken);

    private Task<WrappedKey?> CurrentAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync("SELECT id, user_id, wrapped FROM data_keys WHERE user_id = $user", Key, ("$user", userId)), cancellationToken);

    private Task<IReadOnlyList<WrappedKey>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.ListAsync("SELECT id, user_id, wrapped FROM data_keys", Key), cancellationToken);

    private static WrappedKey Key(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetBlob(2));

    private sealed class ChangedMeanwhileException : Exception;
}
