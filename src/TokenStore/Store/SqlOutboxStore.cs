using System.Data.Common;
using System.Security.Cryptography;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlOutboxStore(IDatabase database, EntrySeal seal, TimeProvider time) : IOutboxStore
{
    private const string Table = "outbox";

    private const string Columns = """
        SELECT o.id, o.user_id, o.account_id, o.caller_key_id, o.tool, o.kind, o.digest, o.state, o.created_at, o.due_at, o.hold_ms, o.expires_at,
               o.finished_at, o.proposal, o.progress, o.result, o.sealed_key, k.id, k.wrapped
        FROM outbox o JOIN data_keys k ON k.id = o.key_id
        """;

    private const string Claimable = """
        (o.state = $held AND (o.due_at IS NULL OR o.due_at <= $now)) OR (o.state = $working AND (o.lease_until <= $now OR o.lease_until > $impossible))
        """;

    // A lease that ends later than any could was made under a clock that has been set back since.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    // The separator cannot occur in JSON.
    private const char Between = '\u001E';

    public async Task<(OutboxEntry Entry, bool Added)> AddAsync(NewOutboxEntry entry, TimeSpan sameWithin, CancellationToken cancellationToken)
    {
        var id = Ids.New();
        var key = await database.ReadAsync(session => session.DataKeyOfAsync(entry.UserId), cancellationToken).ConfigureAwait(false);
        var (own, sealedKey) = seal.New(key, Table, id);
        try
        {
            var chunks = await SealAsync(entry, own, id, cancellationToken).ConfigureAwait(false);
            var found = await database.WriteAsync(
                Durability.Full,
                async session =>
                {
                    await session.LockAsync($"outbox {entry.UserId}").ConfigureAwait(false);
                    if (await SameAsync(session, entry.UserId, entry.Digest, entry.IdempotencyKey, sameWithin).ConfigureAwait(false) is { } same)
                        return same;
                    await InsertAsync(session, entry, id, key, own, sealedKey).ConfigureAwait(false);
                    foreach (var (number, box) in chunks)
                        await session.ExecuteAsync("INSERT INTO outbox_content (entry_id, number, sealed) VALUES ($id, $number, $box)", ("$id", id), ("$number", number), ("$box", box)).ConfigureAwait(false);
                    return id;
                },
                cancellationToken).ConfigureAwait(false);
            return ((await FindAsync(entry.UserId, found, cancellationToken).ConfigureAwait(false))!, found == id);
        }
        catch (ConstraintException failure)
        {
            throw new ArgumentException("There is no such account, or its user's key was just replaced; try again.", nameof(entry), failure);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(own);
        }
    }

    public async Task<OutboxEntry?> FindSameAsync(string userId, string digest, string? idempotencyKey, TimeSpan sameWithin, CancellationToken cancellationToken)
    {
        var id = await database.ReadAsync(session => SameAsync(session, userId, digest, idempotencyKey, sameWithin), cancellationToken).ConfigureAwait(false);
        return id is null ? null : await FindAsync(userId, id, cancellationToken).ConfigureAwait(false);
    }

    public Task<OutboxEntry?> FindAsync(string userId, string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync($"{Columns} WHERE o.id = $id AND o.user_id = $user", Read, ("$id", id), ("$user", userId)), cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> ListAsync(string userId, bool open, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxEntry>>(
            session => session.ListAsync(
                $"{Columns} WHERE o.user_id = $user AND (NOT CAST($open AS BOOLEAN) OR o.state < $final) ORDER BY o.created_at DESC, o.rowid DESC LIMIT $limit",
                Read,
                ("$user", userId),
                ("$open", open),
                ("$final", (int)OutboxState.Done),
                ("$limit", limit)),
            cancellationToken);

    public Task<bool> AskAsync(string id, string nonce, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE outbox SET nonce = $nonce WHERE id = $id AND state = $waiting AND expires_at > $now", id, [("$nonce", nonce)], cancellationToken);

    public Task<bool> AgreeAsync(string id, string? nonce, CancellationToken cancellationToken) => ChangeAsync(
        """
        UPDATE outbox SET state = $held, nonce = NULL, due_at = CASE WHEN coalesce(due_at, 0) > $now + hold_ms THEN due_at ELSE $now + hold_ms END
        WHERE id = $id AND state = $waiting AND expires_at > $now AND (CAST($nonce AS TEXT) IS NULL OR nonce = $nonce)
        """,
        id,
        [("$nonce", nonce)],
        cancellationToken);

    public Task<bool> CloseAsync(string id, OutboxState state, bool held, string? nonce, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Full,
            async session =>
            {
                var closed = await session.ExecuteAsync(
                    """
                    UPDATE outbox SET state = $state, finished_at = $now, nonce = NULL
                    WHERE id = $id AND (state = $waiting OR ($orHeld AND state = $held)) AND (CAST($nonce AS TEXT) IS NULL OR nonce = $nonce)
                    """,
                    [("$state", (int)state), ("$orHeld", held), ("$nonce", nonce), ("$id", id), .. Constants()]).ConfigureAwait(false) == 1;
                if (closed)
                    await session.ExecuteAsync("DELETE FROM outbox_content WHERE entry_id = $id", ("$id", id)).ConfigureAwait(false);
                return closed;
            },
            cancellationToken);

    public Task<bool> ReopenAsync(string id, string owner, CancellationToken cancellationToken) => ChangeAsync(
        """
        UPDATE outbox SET state = $waiting, due_at = NULL, nonce = NULL, lease_owner = NULL, expires_at = CASE WHEN expires_at > $now + 86400000 THEN expires_at ELSE $now + 86400000 END
        WHERE id = $id AND state = $working AND lease_owner = $owner
        """,
        id,
        [("$owner", owner)],
        cancellationToken);

    public async Task<OutboxEntry?> ClaimAsync(string id, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        await ClaimAsync($"o.id = $id AND ({Claimable})", owner, lease, [("$id", id)], cancellationToken).ConfigureAwait(false);

    public Task<OutboxEntry?> ClaimNextAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) => ClaimAsync(Claimable, owner, lease, [], cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync(
            """
            SELECT min(at) FROM (
                SELECT coalesce(due_at, created_at) AS at FROM outbox WHERE state = $held
                UNION ALL SELECT lease_until FROM outbox WHERE state = $working) AS times
            """,
            row => row.GetOptionalTime(0),
            [.. Constants()]),
        cancellationToken);

    public Task<bool> KeepAsync(string id, string owner, TimeSpan lease, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session => await session.ExecuteAsync(
            "UPDATE outbox SET lease_until = $until WHERE id = $id AND lease_owner = $owner AND state = $working",
            [("$until", time.GetUtcNow() + lease), ("$id", id), ("$owner", owner), .. Constants()]).ConfigureAwait(false) == 1,
        cancellationToken);

    public async Task NoteAsync(OutboxEntry entry, string owner, string progress, CancellationToken cancellationToken)
    {
        var noted = await database.WriteAsync(
            Durability.Full,
            async session => await session.ExecuteAsync(
                "UPDATE outbox SET progress = $progress WHERE id = $id AND lease_owner = $owner AND state = $working",
                [("$progress", await SealAsync(session, entry, progress, "progress").ConfigureAwait(false)), ("$id", entry.Id), ("$owner", owner), .. Constants()]).ConfigureAwait(false) == 1,
            cancellationToken).ConfigureAwait(false);
        if (!noted)
            throw new LeaseLostException();
    }

    public async Task FinishAsync(OutboxEntry entry, string owner, OutboxState state, string result, CancellationToken cancellationToken)
    {
        var finished = await database.WriteAsync(
            Durability.Full,
            async session =>
            {
                var changed = await session.ExecuteAsync(
                    """
                    UPDATE outbox SET state = $state, result = $result, finished_at = $now, lease_owner = NULL
                    WHERE id = $id AND lease_owner = $owner AND state = $working
                    """,
                    [("$state", (int)state), ("$result", await SealAsync(session, entry, result, "result").ConfigureAwait(false)), ("$id", entry.Id), ("$owner", owner), .. Constants()]).ConfigureAwait(false) == 1;
                if (changed)
                    await session.ExecuteAsync("DELETE FROM outbox_content WHERE entry_id = $id", ("$id", entry.Id)).ConfigureAwait(false);
                return changed;
            },
            cancellationToken).ConfigureAwait(false);
        if (!finished)
            throw new LeaseLostException();
    }

    public Task ReleaseAsync(string id, string owner, DateTimeOffset dueAt, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        session => session.ExecuteAsync(
            "UPDATE outbox SET state = $held, due_at = $due, lease_owner = NULL WHERE id = $id AND lease_owner = $owner AND state = $working",
            [("$due", dueAt), ("$id", id), ("$owner", owner), .. Constants()]),
        cancellationToken);

    public Stream OpenContent(OutboxEntry entry)
    {
        var key = database.Read(session => OpenKeyAsync(session, entry));
        return new ChunkReader(
            key,
            entry.Id,
            number => database.Read(session => session.FirstAsync(
                "SELECT sealed FROM outbox_content WHERE entry_id = $id AND number = $number", row => row.GetBlob(0), ("$id", entry.Id), ("$number", number))));
    }

    public Task PurgeAsync(TimeSpan keep, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            await session.ExecuteAsync("UPDATE outbox SET state = $expired, finished_at = $now WHERE state = $waiting AND expires_at <= $now", [("$expired", (int)OutboxState.Expired), .. Constants()]).ConfigureAwait(false);
            await session.ExecuteAsync(
                "DELETE FROM outbox_content WHERE entry_id IN (SELECT id FROM outbox WHERE state = $expired)", ("$expired", (int)OutboxState.Expired)).ConfigureAwait(false);
            return await session.ExecuteAsync("DELETE FROM outbox WHERE finished_at <= $old", ("$old", time.GetUtcNow() - keep)).ConfigureAwait(false);
        },
        cancellationToken);

    private static async Task<List<(int Number, byte[] Box)>> SealAsync(NewOutboxEntry entry, byte[] own, string id, CancellationToken cancellationToken)
    {
        var chunks = new List<(int, byte[])>();
        if (entry.WriteContent is not { } write)
            return chunks;
        await using var target = new ChunkWriter(own, id, (number, box) => chunks.Add((number, box)));
        await write(target, cancellationToken).ConfigureAwait(false);
        target.Complete();
        return chunks;
    }

    private Task<int> InsertAsync(DbSession session, NewOutboxEntry entry, string id, WrappedKey key, byte[] own, byte[] sealedKey) => session.ExecuteAsync(
        """
        INSERT INTO outbox (id, user_id, account_id, caller_key_id, key_id, sealed_key, tool, kind, digest, idempotency_key, state, created_at, due_at, hold_ms, expires_at, proposal)
        VALUES ($id, $user, $account, $caller, $key, $sealedKey, $tool, $kind, $digest, $idempotency, $waiting, $now, $due, $hold, $expires, $proposal)
        """,
        [
            ("$id", id), ("$user", entry.UserId), ("$account", entry.AccountId), ("$caller", entry.KeyId), ("$key", key.Id), ("$sealedKey", sealedKey), ("$tool", entry.Tool),
            ("$kind", entry.Kind), ("$digest", entry.Digest), ("$idempotency", entry.IdempotencyKey), ("$due", entry.DueAt), ("$hold", (long)entry.Hold.TotalMilliseconds),
            ("$expires", Later(entry.DueAt ?? time.GetUtcNow(), time.GetUtcNow()) + entry.ExpiresAfter),
            ("$proposal", EntrySeal.SealText(own, entry.Card + Between + entry.Payload, id, "proposal")), .. Constants(),
        ]);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task<string?> SameAsync(DbSession session, string userId, string digest, string? idempotencyKey, TimeSpan sameWithin)
    {
        if (idempotencyKey is not null)
        {
            var (id, known) = await session.FirstAsync(
                "SELECT id, digest FROM outbox WHERE user_id = $user AND idempotency_key = $key",
                row => (row.GetString(0), row.GetString(1)),
                ("$user", userId),
                ("$key", idempotencyKey)).ConfigureAwait(false);
            return id is null || known == digest ? id : throw new IdempotencyConflictException();
        }

        return await session.FirstAsync(
            """
            SELECT id FROM outbox
            WHERE user_id = $user AND digest = $digest AND idempotency_key IS NULL AND ((state < $final AND expires_at > $now) OR created_at > $since)
              AND state NOT IN ($rejected, $cancelled, $expired, $notDone)
            ORDER BY created_at DESC LIMIT 1
            """,
            row => row.GetString(0),
            [
                ("$user", userId), ("$digest", digest), ("$since", time.GetUtcNow() - sameWithin), ("$final", (int)OutboxState.Done), ("$rejected", (int)OutboxState.Rejected),
                ("$cancelled", (int)OutboxState.Cancelled), ("$expired", (int)OutboxState.Expired), ("$notDone", (int)OutboxState.NotDone), .. Constants(),
            ]).ConfigureAwait(false);
    }

    private Task<OutboxEntry?> ClaimAsync(string which, string owner, TimeSpan lease, (string, object?)[] parameters, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session =>
        {
            var now = time.GetUtcNow();
            (string Name, object? Value)[] all = [.. parameters, .. Constants(), ("$impossible", now + lease + ClockSlack)];
            var entry = await session.FirstAsync($"{Columns} WHERE {which} ORDER BY coalesce(o.due_at, o.created_at) LIMIT 1{session.TakeRows("o")}", Read, all).ConfigureAwait(false);
            if (entry is null)
                return null;
            await session.ExecuteAsync(
                "UPDATE outbox SET state = $working, lease_owner = $owner, lease_until = $until WHERE id = $entry",
                [("$owner", owner), ("$until", now + lease), ("$entry", entry.Id), .. Constants()]).ConfigureAwait(false);
            return entry with { State = OutboxState.Working };
        },
        cancellationToken);

    private Task<bool> ChangeAsync(string sql, string id, (string, object?)[] parameters, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full, async session => await session.ExecuteAsync(sql, [("$id", id), .. parameters, .. Constants()]).ConfigureAwait(false) == 1, cancellationToken);

    private (string, object?)[] Constants() =>
        [("$now", time.GetUtcNow()), ("$waiting", (int)OutboxState.Waiting), ("$held", (int)OutboxState.Held), ("$working", (int)OutboxState.Working)];

    private async Task<byte[]> SealAsync(DbSession session, OutboxEntry entry, string text, string column)
    {
        var key = await OpenKeyAsync(session, entry).ConfigureAwait(false);
        try
        {
            return EntrySeal.SealText(key, text, entry.Id, column);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private async Task<byte[]> OpenKeyAsync(DbSession session, OutboxEntry entry) =>
        await seal.KeyOfAsync(session, Table, entry.Id, entry.UserId).ConfigureAwait(false) ?? throw new LeaseLostException();

    private OutboxEntry Read(DbDataReader row)
    {
        var id = row.GetString(0);
        var key = seal.Open(new WrappedKey(row.GetString(17), row.GetString(1), row.GetBlob(18)), Table, id, row.GetBlob(16));
        try
        {
            var proposal = EntrySeal.OpenText(key, row.GetBlob(13), id, "proposal").Split(Between);
            return new(
                id,
                row.GetString(1),
                row.GetString(2),
                row.GetText(3),
                row.GetString(4),
                row.GetString(5),
                row.GetString(6),
                (OutboxState)row.GetInt32(7),
                row.GetTime(8),
                row.GetOptionalTime(9),
                TimeSpan.FromMilliseconds(row.GetInt64(10)),
                row.GetTime(11),
                row.GetOptionalTime(12),
                proposal[0],
                proposal[1],
                row.IsDBNull(14) ? null : EntrySeal.OpenText(key, row.GetBlob(14), id, "progress"),
                row.IsDBNull(15) ? null : EntrySeal.OpenText(key, row.GetBlob(15), id, "result"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
