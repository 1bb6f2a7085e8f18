using System.Globalization;
using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Vectors;

/// <summary>What pgvector is asked: an exact scan of a user's rows or, for very many of them, a graph (HNSW) in a partition of their own.</summary>
internal static class VectorScan
{
    /// <summary>Nodes that the graph keeps in view; as many documents it gives.</summary>
    private const int GraphDepth = 400;

    /// <summary>The documents whose vectors are nearest, by looking at all that are allowed.</summary>
    public static Task<IReadOnlyList<(int Ordinal, double Cosine)>> ExactAsync(IndexStore store, long model, sbyte[] question, int[]? allowed, int limit, CancellationToken cancellationToken) => store.Database.ReadAsync(
        session => session.ListAsync(
            // Nothing known of a text has no cosine. The array has the column's type: PostgreSQL looks it up by hash then, not element by element.
            $"""
            SELECT ordinal, -product * $inverse
            FROM (
                SELECT ordinal, (vector <#> $question) * inverse_norm AS product FROM vectors
                WHERE account = $account AND model = $model{(allowed is null ? "" : " AND ordinal = ANY($allowed)")} ORDER BY product LIMIT $limit) nearest
            WHERE product < 0
            """,
            row => (row.GetInt32(0), row.GetDouble(1)),
            ("$account", store.Account),
            ("$model", model),
            ("$question", session.Vector(question)),
            ("$inverse", (double)Quantized.InverseNorm(question)),
            ("$allowed", allowed ?? []),
            ("$limit", limit)),
        cancellationToken);

    /// <summary>Most of the nearest documents, by the graph.</summary>
    public static Task<IReadOnlyList<(int Ordinal, double Cosine)>> GraphAsync(IndexStore store, StoredModel model, sbyte[] question, CancellationToken cancellationToken) => store.Database.ReadAsync(
        async session =>
        {
            await session.ExecuteAsync("BEGIN READ ONLY").ConfigureAwait(false);
            await session.ExecuteAsync(Statement($"SET LOCAL hnsw.ef_search = {GraphDepth}")).ConfigureAwait(false);
            var found = await session.ListAsync(
                Statement($"""
                SELECT ordinal, 1 - distance
                FROM (
                    SELECT ordinal, vector::halfvec({model.Dimensions}) <=> $question AS distance FROM {Partition(store.Account)}
                    WHERE model = {model.Id} ORDER BY distance LIMIT {GraphDepth}) nearest
                WHERE distance < 1
                """),
                row => (row.GetInt32(0), row.GetDouble(1)),
                ("$question", session.Vector(question))).ConfigureAwait(false);
            await session.ExecuteAsync("COMMIT").ConfigureAwait(false);
            return found;
        },
        cancellationToken);

    public static Task<bool> HasGraphAsync(IndexStore store, StoredModel model, CancellationToken cancellationToken) => store.Database.ReadAsync(
        session => IsThereAsync(session, Graph(store.Account, model.Id)), cancellationToken);

    /// <summary>Gives an account's vectors a partition of their own and the model's a graph; nothing happens where they have them.</summary>
    public static Task MakeGraphAsync(IndexStore store, StoredModel model, CancellationToken cancellationToken) => store.Database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            var partition = Partition(store.Account);
            await session.LockAsync(partition).ConfigureAwait(false);
            if (!await IsThereAsync(session, partition).ConfigureAwait(false))
            {
                await session.ExecuteAsync(Statement($"CREATE TABLE {partition} (LIKE vectors INCLUDING GENERATED)")).ConfigureAwait(false);
                await session.ExecuteAsync(Statement($"ALTER TABLE {partition} ALTER COLUMN vector SET STORAGE PLAIN")).ConfigureAwait(false);
                await session.ExecuteAsync(Statement($"WITH moved AS (DELETE FROM vectors WHERE account = {store.Account} RETURNING account, model, ordinal, part, vector) INSERT INTO {partition} (account, model, ordinal, part, vector) SELECT * FROM moved")).ConfigureAwait(false);
                await session.ExecuteAsync(Statement($"ALTER TABLE vectors ATTACH PARTITION {partition} FOR VALUES IN ({store.Account})")).ConfigureAwait(false);
            }

            // A graph is made in memory many times faster than on disk.
            await session.ExecuteAsync("SET LOCAL maintenance_work_mem = '1GB'").ConfigureAwait(false);
            await session.ExecuteAsync(Statement(
                $"CREATE INDEX IF NOT EXISTS {Graph(store.Account, model.Id)} ON {partition} USING hnsw ((vector::halfvec({model.Dimensions})) halfvec_cosine_ops) WHERE model = {model.Id}")).ConfigureAwait(false);
            var old = await session.ListAsync(
                "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = $table AND indexname LIKE 'vectors\\_graph\\_%' AND indexname <> $name",
                row => row.GetString(0),
                ("$table", partition),
                ("$name", Graph(store.Account, model.Id))).ConfigureAwait(false);
            foreach (var name in old)
                await session.ExecuteAsync($"DROP INDEX {name}").ConfigureAwait(false);
            return 0;
        },
        cancellationToken);

    /// <summary>The partition of an account that goes.</summary>
    public static Task DropPartitionAsync(DbSession session, long account) => session.ExecuteAsync($"DROP TABLE IF EXISTS {Partition(account)}");

    // In our own schema: another one may have tables of the same names.
    private static async Task<bool> IsThereAsync(DbSession session, string name) =>
        await session.NumberAsync("SELECT count(*) FROM pg_class WHERE relname = $name AND relnamespace = current_schema()::regnamespace", ("$name", name)).ConfigureAwait(false) > 0;

    private static string Partition(long account) => Statement($"vectors_account_{account}");

    private static string Graph(long account, long model) => Statement($"vectors_graph_{account}_{model}");

    // Names and numbers of our own only: DDL takes no parameters.
    private static string Statement(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
