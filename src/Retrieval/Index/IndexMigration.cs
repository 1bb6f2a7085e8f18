namespace Assistant.Retrieval.Index;

/// <summary>Copies the index of an account to another database. Its texts are sealed for the account, not for the place.</summary>
internal static class IndexMigration
{
    private static readonly CopiedTable[] Tables =
    [
        new("documents", ["ordinal", "kind", "source_id", "thread_id", "at", "language", "length", "has_attachment", "labels", "is_gone", "changed"]),
        new("texts", ["ordinal", "card", "body"]),
        new("segments", ["id", "documents", "first_ordinal"]),
        new("postings", ["term", "segment", "documents"], Order: "term, segment"),
        new("models", ["id", "name", "dimensions", "documents", "up_to", "is_active", "tokens"]),
        new("model_terms", ["model", "term", "weight", "vector"]),
        new("vectors", ["model", "ordinal", "part", "vector"], Order: "model, ordinal, part", Vector: "vector"),
    ];

    /// <summary>All of it in one transaction of the target; one that is there already and equal is left as it is.</summary>
    /// <returns>Rows that the index has, and whether they were copied now.</returns>
    /// <exception cref="MigrationException">The copy differs.</exception>
    public static Task<(long Rows, bool IsNew)> CopyAsync(IDatabase from, IDatabase to, string accountId, CancellationToken cancellationToken) => from.ReadAsync(
        async source =>
        {
            await source.BeginSnapshotAsync().ConfigureAwait(false);
            if (await NumberAsync(source, accountId).ConfigureAwait(false) is not { } number)
                return (0L, false);
            return await to.WriteAsync(Durability.Full, target => CopyAsync(source, number, target, accountId), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private static async Task<(long, bool)> CopyAsync(DbSession source, long number, DbSession target, string accountId)
    {
        if (await NumberAsync(target, accountId).ConfigureAwait(false) is { } old)
        {
            if (await DigestAsync(source, number).ConfigureAwait(false) is var wanted && wanted == await DigestAsync(target, old).ConfigureAwait(false))
                return (wanted.Rows, false);
            await IndexStore.DeleteAsync(target, old).ConfigureAwait(false);
        }

        var state = await source.FirstAsync(
            "SELECT generation, next_ordinal, next_segment, progress FROM indexes WHERE id = $account",
            row => (Generation: row.GetInt64(0), Ordinal: row.GetInt64(1), Segment: row.GetInt64(2), Progress: row.GetString(3)),
            ("$account", number)).ConfigureAwait(false);
        var made = await target.NumberAsync(
            """
            INSERT INTO indexes (account_id, generation, next_ordinal, next_segment, progress) VALUES ($account, $generation, $ordinal, $segment, $progress) RETURNING id
            """,
            ("$account", accountId),
            ("$generation", state.Generation),
            ("$ordinal", state.Ordinal),
            ("$segment", state.Segment),
            ("$progress", state.Progress)).ConfigureAwait(false);
        foreach (var table in Tables)
            await TableCopy.CopyAsync(source, target, table, ("account", number, made)).ConfigureAwait(false);
        var (one, other) = (await DigestAsync(source, number).ConfigureAwait(false), await DigestAsync(target, made).ConfigureAwait(false));
        if (one != other)
            throw new MigrationException($"The copy of the index of account {accountId} differs: {one} became {other}. Nothing of it was kept.");
        return (one.Rows, true);
    }

    private static Task<long?> NumberAsync(DbSession session, string accountId) =>
        session.FirstAsync<long?>("SELECT id FROM indexes WHERE account_id = $account", row => row.GetInt64(0), ("$account", accountId));

    private static async Task<TableDigest> DigestAsync(DbSession session, long account)
    {
        var all = default(TableDigest);
        foreach (var table in Tables)
        {
            var one = await TableCopy.DigestAsync(session, table, ("account", account)).ConfigureAwait(false);
            // Each table with a factor of its own: rows do not count for another table's.
            all = new(all.Rows + one.Rows, (all.Sum * 31) + one.Sum);
        }

        return all;
    }
}
