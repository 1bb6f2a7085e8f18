namespace Assistant.TokenStore.Store;

/// <summary>Copies everything that the store keeps into the empty store of another database. What is sealed stays sealed: the master key is the same.</summary>
internal static class StoreMigration
{
    // In the order of references. Uses of quotas are of the moment and stay behind.
    private static readonly CopiedTable[] Tables =
    [
        new("canary", ["id", "sealed"]),
        new("key_ring", ["id", "name", "xml"], Order: "id", Identity: "id"),
        new("users", ["id", "name", "created_at"]),
        new("data_keys", ["id", "user_id", "wrapped", "created_at"]),
        new("accounts", ["id", "user_id", "nickname", "nickname_lower", "email", "email_lower", "subject", "scopes", "status", "connected_at"]),
        new("tokens", ["account_id", "key_id", "generation", "sealed", "lease_owner", "lease_until"]),
        new("keys", ["id", "user_id", "name", "digest", "grants", "created_at", "expires_at", "revoked_at"], Order: "rowid"),
        new("sessions", ["id", "user_id", "key_id", "client", "created_at", "last_seen_at"], Order: "rowid"),
        new("audit", ["id", "at", "user_id", "key_id", "action", "account_id", "outcome", "detail", "duration_us", "correlation_id"], Order: "id", Identity: "id"),
        new(
            "outbox",
            [
                "id", "user_id", "account_id", "caller_key_id", "key_id", "sealed_key", "tool", "kind", "digest", "idempotency_key", "state", "created_at", "due_at", "hold_ms",
                "expires_at", "finished_at", "nonce", "proposal", "progress", "result", "lease_owner", "lease_until",
            ],
            Order: "rowid"),
        new("outbox_content", ["entry_id", "number", "sealed"]),
        new("journal", ["id", "user_id", "account_id", "key_id", "sealed_key", "number", "kind", "at", "undone_at", "content"]),
        new("account_keys", ["id", "user_id", "account_id", "key_id", "sealed_key"]),
        new("user_keys", ["id", "user_id", "key_id", "sealed_key"]),
        new("conversations", ["id", "user_id", "key_id", "sealed_key", "title", "created_at", "used_at", "messages"]),
        new("conversation_messages", ["conversation_id", "number", "at", "content"]),
        new("user_documents", ["id", "user_id", "key_id", "sealed_key", "kind", "changed_at", "content"]),
    ];

    /// <summary>Tables of the store that are copied, and those that are not.</summary>
    public static IReadOnlyList<string> TableNames => [.. Tables.Select(table => table.Name), "revision", "quota_uses"];

    /// <summary>All of it in one transaction of the target, which is checked against the source before it ends.</summary>
    /// <exception cref="MigrationException">The target has users that the source has not, or has what differs.</exception>
    public static Task<IReadOnlyList<(string Table, TableDigest Digest)>> CopyAsync(IDatabase from, IDatabase to, CancellationToken cancellationToken) => from.ReadAsync(
        async source =>
        {
            await source.BeginSnapshotAsync().ConfigureAwait(false);
            return await to.WriteAsync(Durability.Full, target => CopyAsync(source, target, to.Place), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private static async Task<IReadOnlyList<(string, TableDigest)>> CopyAsync(DbSession source, DbSession target, string place)
    {
        if (await target.NumberAsync("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM audit)").ConfigureAwait(false) > 0)
        {
            foreach (var table in Tables)
            {
                if (await TableCopy.DigestAsync(source, table).ConfigureAwait(false) != await TableCopy.DigestAsync(target, table).ConfigureAwait(false))
                    throw new MigrationException($"{place} is in use already, and its {table.Name} differ from the source's. Give an empty database; nothing was changed.");
            }
        }
        else
        {
            // What a store writes when it is first opened.
            foreach (var table in (string[])["canary", "key_ring"])
                await target.ExecuteAsync($"DELETE FROM {table}").ConfigureAwait(false);
            foreach (var table in Tables)
                await TableCopy.CopyAsync(source, target, table).ConfigureAwait(false);
        }

        var digests = new List<(string, TableDigest)>();
        foreach (var table in Tables)
        {
            var (one, other) = (await TableCopy.DigestAsync(source, table).ConfigureAwait(false), await TableCopy.DigestAsync(target, table).ConfigureAwait(false));
            if (one != other)
                throw new MigrationException($"The copy of {table.Name} differs: {one} became {other}. Nothing was kept.");
            digests.Add((table.Name, one));
        }

        return digests;
    }
}
