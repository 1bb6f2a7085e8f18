using Assistant.Database;
using Assistant.Retrieval.Index;

namespace Assistant.Bench.SearchSpeed;

/// <summary>Copies a whole index to another account of the same database, text by text sealed anew.</summary>
internal static class Copies
{
    private static readonly (string Table, string Columns)[] Tables =
    [
        ("documents", "ordinal, kind, source_id, thread_id, at, language, length, has_attachment, labels, is_gone, changed"),
        ("segments", "id, documents, first_ordinal"),
        ("postings", "term, segment, documents"),
        ("models", "id, name, dimensions, documents, up_to, is_active, tokens"),
        ("model_terms", "model, term, weight, vector"),
        ("vectors", "model, ordinal, part, vector"),
    ];

    public static async Task MakeAsync(AccountIndex from, AccountIndex to)
    {
        var database = from.Store.Database;
        await database.WriteAsync(
            Durability.Normal,
            async session =>
            {
                var (source, target) = (await IdAsync(session, from), await IdAsync(session, to));
                foreach (var (table, columns) in Tables)
                {
                    await session.ExecuteAsync(
                        $"INSERT INTO {table} (account, {columns}) SELECT $target, {columns} FROM {table} WHERE account = $source", ("$target", target), ("$source", source));
                }

                await session.ExecuteAsync("UPDATE indexes SET generation = (SELECT generation FROM indexes WHERE id = $source) WHERE id = $target", ("$target", target), ("$source", source));
                var texts = await session.ListAsync(
                    "SELECT ordinal, card, body FROM texts WHERE account = $source", row => (Ordinal: row.GetInt32(0), Card: row.GetBlob(1), Body: row.GetBlob(2)), ("$source", source));
                await session.ExecuteManyAsync(
                    "INSERT INTO texts (account, ordinal, card, body) VALUES ($target, $ordinal, $card, $body)",
                    ["$target", "$ordinal", "$card", "$body"],
                    texts.Select(text => new object?[] { target, text.Ordinal, to.Seal(from.Open(text.Card, text.Ordinal), text.Ordinal), to.Seal(from.Open(text.Body, text.Ordinal), text.Ordinal) }));
                return 0;
            },
            CancellationToken.None);
    }

    private static Task<long> IdAsync(DbSession session, AccountIndex index) => session.NumberAsync("SELECT id FROM indexes WHERE account_id = $account", ("$account", index.AccountId));
}
