using System.Data.Common;
using System.Runtime.InteropServices;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Vectors;

namespace Assistant.Retrieval.Index;

/// <summary>A document ready to be stored.</summary>
internal sealed record PreparedDocument(IndexDocument Document, Language Language, int Length, IReadOnlyDictionary<long, int> Terms, IReadOnlyList<long> Filters);

/// <summary>A text that answers a search.</summary>
internal sealed record StoredText(int Ordinal, DocumentKind Kind, string SourceId, string ThreadId, long At, string Labels, byte[] Card, byte[]? Body);

/// <summary>The model whose vectors are searched.</summary>
internal sealed record StoredModel(long Id, string Name, int Dimensions, int Documents, int UpTo, long Tokens);

/// <summary>The rows of one account's index. The statements are the same on SQLite and PostgreSQL.</summary>
internal sealed class IndexStore(IDatabase database, long account, Func<int, string, byte[]> seal)
{
    /// <summary>So many segments of about one size become one.</summary>
    private const int MergeAt = 8;

    private const int MergedRows = 20_000;
    private static readonly string[] PostingNames = ["$account", "$term", "$segment", "$documents"];

    public IDatabase Database => database;

    /// <summary>The number of this account's index.</summary>
    public long Account => account;

    /// <summary>The number of an account's index, made at first use.</summary>
    public static Task<long> OpenAsync(IDatabase database, string accountId, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session =>
        {
            await session.ExecuteAsync("INSERT INTO indexes (account_id) VALUES ($account) ON CONFLICT (account_id) DO NOTHING", ("$account", accountId)).ConfigureAwait(false);
            return await session.NumberAsync("SELECT id FROM indexes WHERE account_id = $account", ("$account", accountId)).ConfigureAwait(false);
        },
        cancellationToken);

    public Task<long> GenerationAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.NumberAsync("SELECT generation FROM indexes WHERE id = $account", ("$account", account)), cancellationToken);

    /// <summary>What changed after a generation, and the newest generation.</summary>
    public Task<(long Generation, IReadOnlyList<DocumentRow> Rows)> ChangesAsync(long since, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            // Asked first: what is committed in between is seen twice, never left out.
            var generation = await session.NumberAsync("SELECT generation FROM indexes WHERE id = $account", ("$account", account)).ConfigureAwait(false);
            IReadOnlyList<DocumentRow> rows = generation <= since
                ? []
                : await session.ListAsync(
                    """
                    SELECT ordinal, kind, thread_id, at, language, length, has_attachment, labels, is_gone, changed
                    FROM documents WHERE account = $account AND changed > $since
                    """,
                    row => new DocumentRow(
                        row.GetInt32(0), (DocumentKind)row.GetInt32(1), row.GetString(2), row.GetInt64(3), (Language)row.GetInt32(4), row.GetInt32(5), row.GetInt32(6) != 0,
                        row.GetString(7), row.GetInt32(8) != 0, row.GetInt64(9)),
                    ("$account", account),
                    ("$since", since)).ConfigureAwait(false);
            return (generation, rows);
        },
        cancellationToken);

    /// <summary>Adds documents, in place of those with the same key; all of them or none.</summary>
    /// <returns>Their ordinals, in order.</returns>
    public Task<IReadOnlyList<int>> AddAsync(IReadOnlyList<PreparedDocument> documents, bool keepBodies, string? progress, CancellationToken cancellationToken) => database.WriteAsync<IReadOnlyList<int>>(
        Durability.Normal,
        async session =>
        {
            var (generation, first, segment) = await session.FirstAsync(
                """
                UPDATE indexes SET generation = generation + 1, next_ordinal = next_ordinal + $count, next_segment = next_segment + 1, progress = coalesce(CAST($progress AS TEXT), progress)
                WHERE id = $account RETURNING generation, next_ordinal - $count, next_segment - 1
                """,
                row => (row.GetInt64(0), row.GetInt32(1), row.GetInt64(2)),
                ("$account", account),
                ("$progress", progress),
                ("$count", documents.Count)).ConfigureAwait(false);
            await RemoveAsync(session, documents.Select(document => new DocumentKey(document.Document.Kind, document.Document.SourceId)), generation).ConfigureAwait(false);
            await session.ExecuteManyAsync(
                """
                INSERT INTO documents (account, ordinal, kind, source_id, thread_id, at, language, length, has_attachment, labels, changed)
                VALUES ($account, $ordinal, $kind, $source, $thread, $at, $language, $length, $attachment, $labels, $changed)
                """,
                ["$account", "$ordinal", "$kind", "$source", "$thread", "$at", "$language", "$length", "$attachment", "$labels", "$changed"],
                documents.Select((document, i) => Row(document, first + i, generation))).ConfigureAwait(false);
            await session.ExecuteManyAsync(
                "INSERT INTO texts (account, ordinal, card, body) VALUES ($account, $ordinal, $card, $body)",
                ["$account", "$ordinal", "$card", "$body"],
                documents.Select((document, i) => new object?[]
                {
                    account, first + i, seal(first + i, Card.Write(document.Document)), keepBodies ? seal(first + i, document.Document.Text) : Array.Empty<byte>(),
                })).ConfigureAwait(false);
            await session.ExecuteManyAsync(
                "INSERT INTO postings (account, term, segment, documents) VALUES ($account, $term, $segment, $documents)", PostingNames, Postings(documents, first, segment)).ConfigureAwait(false);
            await session.ExecuteAsync(
                "INSERT INTO segments (account, id, documents, first_ordinal) VALUES ($account, $id, $count, $first)",
                ("$account", account),
                ("$id", segment),
                ("$count", documents.Count),
                ("$first", first)).ConfigureAwait(false);
            return [.. Enumerable.Range(first, documents.Count)];
        },
        cancellationToken);

    /// <returns>How many there were.</returns>
    public Task<int> RemoveAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) => keys.Count == 0 ? Task.FromResult(0) : database.WriteAsync(
        Durability.Normal, async session => await RemoveAsync(session, keys, await NextGenerationAsync(session).ConfigureAwait(false)).ConfigureAwait(false), cancellationToken);

    /// <returns>Those that are not in the index.</returns>
    public Task<IReadOnlyList<DocumentKey>> RelabelAsync(IReadOnlyCollection<(DocumentKey Key, IReadOnlyList<string> Labels)> changes, CancellationToken cancellationToken) => changes.Count == 0
        ? Task.FromResult<IReadOnlyList<DocumentKey>>([])
        : database.WriteAsync<IReadOnlyList<DocumentKey>>(
            Durability.Normal,
            async session =>
            {
                var generation = await NextGenerationAsync(session).ConfigureAwait(false);
                var unknown = new List<DocumentKey>();
                foreach (var (key, labels) in changes)
                {
                    var changed = await session.ExecuteAsync(
                        "UPDATE documents SET labels = $labels, changed = $changed WHERE account = $account AND kind = $kind AND source_id = $source AND is_gone = 0",
                        ("$labels", string.Join(' ', labels)),
                        ("$changed", generation),
                        ("$account", account),
                        ("$kind", (int)key.Kind),
                        ("$source", key.SourceId)).ConfigureAwait(false);
                    if (changed == 0)
                        unknown.Add(key);
                }

                return unknown;
            },
            cancellationToken);

    public Task<int> NextOrdinalAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync("SELECT next_ordinal FROM indexes WHERE id = $account", row => row.GetInt32(0), ("$account", account)), cancellationToken);

    /// <summary>Removes the documents of a kind whose ordinal is below one.</summary>
    public async Task RemoveBeforeAsync(DocumentKind kind, int ordinal, CancellationToken cancellationToken)
    {
        var old = await database.ReadAsync(
            session => session.ListAsync(
                "SELECT source_id FROM documents WHERE account = $account AND kind = $kind AND is_gone = 0 AND ordinal < $ordinal",
                row => new DocumentKey(kind, row.GetString(0)),
                ("$account", account),
                ("$kind", (int)kind),
                ("$ordinal", ordinal)),
            cancellationToken).ConfigureAwait(false);
        if (old.Count > 0)
            await RemoveAsync(old, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<string>> SourceIdsAsync(DocumentKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ListAsync(
            "SELECT source_id FROM documents WHERE account = $account AND kind = $kind AND is_gone = 0", row => row.GetString(0), ("$account", account), ("$kind", (int)kind)),
        cancellationToken);

    /// <summary>The segments' posting lists of each term.</summary>
    public Task<IReadOnlyList<(long Term, byte[] Documents)>> PostingsAsync(IReadOnlyCollection<long> terms, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            var (any, value) = session.AnyOf("term", "$terms", terms);
            return session.ListAsync(
                $"SELECT term, documents FROM postings WHERE account = $account AND {any}", row => (row.GetInt64(0), row.GetBlob(1)), ("$account", account), ("$terms", value));
        },
        cancellationToken);

    /// <summary>About how many documents have each term, told by the size of its lists, which are not read.</summary>
    public Task<IReadOnlyList<(long Term, long Bytes)>> SizesAsync(IReadOnlyCollection<long> terms, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            var (any, value) = session.AnyOf("term", "$terms", terms);
            return session.ListAsync(
                $"SELECT term, CAST(sum(length(documents)) AS BIGINT) FROM postings WHERE account = $account AND {any} GROUP BY term",
                row => (row.GetInt64(0), row.GetInt64(1)),
                ("$account", account),
                ("$terms", value));
        },
        cancellationToken);

    /// <summary>The documents of a thread or series, or the one with a source id, newest first.</summary>
    public Task<IReadOnlyList<int>> OrdinalsAsync(DocumentKind kind, string? sourceId, string? threadId, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ListAsync(
            $"SELECT ordinal FROM documents WHERE account = $account AND kind = $kind AND {(sourceId is null ? "thread_id = $id" : "source_id = $id")} AND is_gone = 0 ORDER BY at DESC LIMIT $limit",
            row => row.GetInt32(0),
            ("$account", account),
            ("$kind", (int)kind),
            ("$id", sourceId ?? threadId),
            ("$limit", limit)),
        cancellationToken);

    /// <summary>All posting lists, term by term.</summary>
    public async IAsyncEnumerable<(long Term, byte[] Documents)> AllPostingsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (term, segment) = (long.MinValue, long.MinValue);
        while (true)
        {
            var rows = await database.ReadAsync(session => PageAsync(session, term, segment), cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
                yield return (row.Term, row.Documents);
            if (rows.Count < MergedRows)
                yield break;
            (term, segment) = (rows[^1].Term, rows[^1].Segment);
        }
    }

    public Task<IReadOnlyList<StoredText>> TextsAsync(IReadOnlyCollection<int> ordinals, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            var (any, value) = session.AnyOf("d.ordinal", "$ordinals", [.. ordinals.Select(ordinal => (long)ordinal)]);
            return session.ListAsync(
                $"""
                SELECT d.ordinal, d.kind, d.source_id, d.thread_id, d.at, d.labels, t.card, t.body
                FROM documents d JOIN texts t ON t.account = d.account AND t.ordinal = d.ordinal WHERE d.account = $account AND d.is_gone = 0 AND {any}
                """,
                Text,
                ("$account", account),
                ("$ordinals", value));
        },
        cancellationToken);

    public Task<IReadOnlyList<StoredText>> TextsAfterAsync(int ordinal, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ListAsync(
            """
            SELECT d.ordinal, d.kind, d.source_id, d.thread_id, d.at, d.labels, t.card, t.body
            FROM documents d JOIN texts t ON t.account = d.account AND t.ordinal = d.ordinal
            WHERE d.account = $account AND d.is_gone = 0 AND d.ordinal > $after ORDER BY d.ordinal LIMIT $limit
            """,
            Text,
            ("$account", account),
            ("$after", ordinal),
            ("$limit", limit)),
        cancellationToken);

    public Task<string> ProgressAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.FirstAsync("SELECT progress FROM indexes WHERE id = $account", row => row.GetString(0), ("$account", account)).ConfigureAwait(false) ?? "", cancellationToken);

    public Task SaveProgressAsync(string progress, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal, session => session.ExecuteAsync("UPDATE indexes SET progress = $progress WHERE id = $account", ("$progress", progress), ("$account", account)), cancellationToken);

    /// <summary>Takes or keeps the right to fill this index; one process at a time has it.</summary>
    public Task<bool> TryLeaseAsync(string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session => await session.ExecuteAsync(
            """
            UPDATE indexes SET lease_owner = $owner, lease_until = $until
            WHERE id = $account AND (lease_owner IS NULL OR lease_owner = $owner OR lease_until <= $now OR lease_until > $impossible)
            """,
            ("$owner", owner),
            ("$until", now + duration),
            ("$now", now),
            ("$impossible", now + duration + TimeSpan.FromMinutes(1)),
            ("$account", account)).ConfigureAwait(false) == 1,
        cancellationToken);

    public Task ReleaseAsync(string owner, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        session => session.ExecuteAsync("UPDATE indexes SET lease_owner = NULL WHERE id = $account AND lease_owner = $owner", ("$owner", owner), ("$account", account)),
        cancellationToken);

    /// <summary>Makes one segment of many small ones, so that a search reads few lists.</summary>
    /// <returns>Whether there was something to do; call again until not.</returns>
    public Task<bool> MergeAsync(Func<int, bool> isAlive, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            var segments = await session.ListAsync(
                "SELECT id, documents, first_ordinal FROM segments WHERE account = $account ORDER BY first_ordinal",
                row => (Id: row.GetInt64(0), Documents: row.GetInt32(1), First: row.GetInt32(2)),
                ("$account", account)).ConfigureAwait(false);
            // The newest are the smallest: the last eight of one size, or of smaller ones, are neighbours.
            var tail = segments.TakeLast(MergeAt).ToList();
            for (var take = MergeAt; take <= segments.Count; take++)
            {
                tail = [.. segments.TakeLast(take)];
                var largest = tail.Max(segment => segment.Documents);
                if (take >= MergeAt && largest * 2 <= tail.Sum(segment => segment.Documents) && (take == segments.Count || segments[^(take + 1)].Documents > tail.Sum(segment => segment.Documents)))
                    break;
            }

            if (tail.Count < MergeAt)
                return false;
            await MergeAsync(session, tail, isAlive).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>The model whose vectors are searched, or null where none is learned yet.</summary>
    public Task<StoredModel?> ActiveModelAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync(
            "SELECT id, name, dimensions, documents, up_to, tokens FROM models WHERE account = $account AND is_active = 1", Model, ("$account", account)),
        cancellationToken);

    /// <summary>A model of that name that does not have the vectors of all documents yet.</summary>
    public Task<StoredModel?> PendingModelAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstAsync(
            "SELECT id, name, dimensions, documents, up_to, tokens FROM models WHERE account = $account AND is_active = 0 AND name = $name ORDER BY id DESC LIMIT 1",
            Model,
            ("$account", account),
            ("$name", name)),
        cancellationToken);

    public Task<long> AddModelAsync(string name, int dimensions, int documents, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            var id = await session.NumberAsync("SELECT coalesce(max(id), 0) + 1 FROM models WHERE account = $account", ("$account", account)).ConfigureAwait(false);
            await session.ExecuteAsync(
                "INSERT INTO models (account, id, name, dimensions, documents) VALUES ($account, $id, $name, $dimensions, $documents)",
                ("$account", account),
                ("$id", id),
                ("$name", name),
                ("$dimensions", dimensions),
                ("$documents", documents)).ConfigureAwait(false);
            return id;
        },
        cancellationToken);

    public Task AddModelTermsAsync(long model, IEnumerable<(long Term, double Weight, byte[] Vector)> terms, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            await session.ExecuteManyAsync(
                "INSERT INTO model_terms (account, model, term, weight, vector) VALUES ($account, $model, $term, $weight, $vector)",
                ["$account", "$model", "$term", "$weight", "$vector"],
                terms.Select(term => new object?[] { account, model, term.Term, term.Weight, term.Vector })).ConfigureAwait(false);
            return 0;
        },
        cancellationToken);

    public Task<IReadOnlyList<(long Term, double Weight, byte[] Vector)>> ModelTermsAsync(long model, IReadOnlyCollection<long> terms, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            var (any, value) = session.AnyOf("term", "$terms", terms);
            return session.ListAsync(
                $"SELECT term, weight, vector FROM model_terms WHERE account = $account AND model = $model AND {any}",
                row => (row.GetInt64(0), row.GetDouble(1), row.GetBlob(2)),
                ("$account", account),
                ("$model", model),
                ("$terms", value));
        },
        cancellationToken);

    public Task AddVectorsAsync(long model, IEnumerable<(int Ordinal, int Part, sbyte[] Vector)> vectors, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            await session.ExecuteManyAsync(
                "INSERT INTO vectors (account, model, ordinal, part, vector) VALUES ($account, $model, $ordinal, $part, $vector) ON CONFLICT (account, model, ordinal, part) DO UPDATE SET vector = $vector",
                ["$account", "$model", "$ordinal", "$part", "$vector"],
                vectors.Select(row => new object?[] { account, model, row.Ordinal, row.Part, session.Vector(row.Vector) })).ConfigureAwait(false);
            return 0;
        },
        cancellationToken);

    /// <summary>Vectors of the documents after one, in order; all of a document or none.</summary>
    /// <param name="model">Whose vectors.</param>
    /// <param name="after">The document to start after.</param>
    /// <param name="limit">Rows at most, where the first document has not more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<(int Ordinal, sbyte[] Vector)>> VectorsAsync(long model, int after, int limit, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.ListAsync(
                "SELECT ordinal, vector FROM vectors WHERE account = $account AND model = $model AND ordinal > $after ORDER BY ordinal, part LIMIT $limit",
                row => (Ordinal: row.GetInt32(0), Vector: session.ReadVector(row, 1)),
                ("$account", account),
                ("$model", model),
                ("$after", after),
                ("$limit", limit)),
            cancellationToken).ConfigureAwait(false);
        return rows.Count < limit || rows[0].Ordinal == rows[^1].Ordinal ? rows : [.. rows.Where(row => row.Ordinal != rows[^1].Ordinal)];
    }

    /// <summary>Notes that documents up to this one have vectors, and what they cost; a new generation, so that readers fetch them.</summary>
    public Task SetUpToAsync(long model, int ordinal, long tokens, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            await NextGenerationAsync(session).ConfigureAwait(false);
            return await session.ExecuteAsync(
                "UPDATE models SET up_to = $upTo, tokens = tokens + $tokens WHERE account = $account AND id = $model",
                ("$upTo", ordinal),
                ("$tokens", tokens),
                ("$account", account),
                ("$model", model)).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>From now on searches use this model; the others and their vectors go.</summary>
    public Task ActivateAsync(long model, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Normal,
        async session =>
        {
            foreach (var statement in (string[])
                [
                    "UPDATE models SET is_active = 1 WHERE account = $account AND id = $model",
                    "DELETE FROM models WHERE account = $account AND id <> $model",
                    "DELETE FROM model_terms WHERE account = $account AND model <> $model",
                    "DELETE FROM vectors WHERE account = $account AND model <> $model",
                ])
                await session.ExecuteAsync(statement, ("$account", account), ("$model", model)).ConfigureAwait(false);
            return await NextGenerationAsync(session).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Everything of this account goes.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken) => database.WriteAsync(Durability.Full, session => DeleteAsync(session, account), cancellationToken);

    /// <summary>Everything of an index goes, in a transaction.</summary>
    public static async Task<int> DeleteAsync(DbSession session, long account)
    {
        foreach (var table in (string[])["documents", "texts", "segments", "postings", "models", "model_terms", "vectors"])
            await session.ExecuteAsync($"DELETE FROM {table} WHERE account = $account", ("$account", account)).ConfigureAwait(false);
        if (session.ScansVectors)
            await VectorScan.DropPartitionAsync(session, account).ConfigureAwait(false);
        return await session.ExecuteAsync("DELETE FROM indexes WHERE id = $account", ("$account", account)).ConfigureAwait(false);
    }

    private static StoredModel Model(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt64(5));

    private static StoredText Text(DbDataReader row) => new(
        row.GetInt32(0), (DocumentKind)row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetBlob(6), row.IsDBNull(7) ? null : row.GetBlob(7));

    private static object?[] Postings(long account, long term, long segment, PostingList list) => [account, term, segment, list.ToArray()];

    private object?[] Row(PreparedDocument prepared, int ordinal, long generation)
    {
        var document = prepared.Document;
        return
        [
            account, ordinal, (int)document.Kind, document.SourceId, document.ThreadId ?? document.SourceId, document.At, (int)prepared.Language, prepared.Length,
            document.HasAttachment ? 1 : 0, string.Join(' ', document.Labels), generation,
        ];
    }

    private IEnumerable<object?[]> Postings(IReadOnlyList<PreparedDocument> documents, int first, long segment)
    {
        var lists = new Dictionary<long, PostingList>();
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var (term, frequency) in documents[i].Terms)
                List(term).Add(first + i, frequency);
            foreach (var filter in documents[i].Filters)
                List(filter).Add(first + i, 1);
        }

        // In the order of the key, which is the cheapest to insert.
        return lists.OrderBy(list => list.Key).Select(list => Postings(account, list.Key, segment, list.Value));

        PostingList List(long term)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, term, out _);
            return list ??= new();
        }
    }

    private Task<long> NextGenerationAsync(DbSession session) =>
        session.NumberAsync("UPDATE indexes SET generation = generation + 1 WHERE id = $account RETURNING generation", ("$account", account));

    private async Task<int> RemoveAsync(DbSession session, IEnumerable<DocumentKey> keys, long generation)
    {
        var removed = 0;
        foreach (var key in keys)
        {
            var ordinal = await session.FirstAsync<int?>(
                "UPDATE documents SET is_gone = 1, changed = $changed WHERE account = $account AND kind = $kind AND source_id = $source AND is_gone = 0 RETURNING ordinal",
                row => row.GetInt32(0),
                ("$changed", generation),
                ("$account", account),
                ("$kind", (int)key.Kind),
                ("$source", key.SourceId)).ConfigureAwait(false);
            if (ordinal is null)
                continue;
            removed++;
            await session.ExecuteAsync("DELETE FROM texts WHERE account = $account AND ordinal = $ordinal", ("$account", account), ("$ordinal", ordinal)).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM vectors WHERE account = $account AND ordinal = $ordinal", ("$account", account), ("$ordinal", ordinal)).ConfigureAwait(false);
        }

        return removed;
    }

    private Task<IReadOnlyList<(long Term, long Segment, byte[] Documents)>> PageAsync(DbSession session, long term, long segment) => session.ListAsync(
        """
        SELECT term, segment, documents FROM postings
        WHERE account = $account AND (term, segment) > ($term, $segment) ORDER BY term, segment LIMIT $limit
        """,
        row => (row.GetInt64(0), row.GetInt64(1), row.GetBlob(2)),
        ("$account", account),
        ("$term", term),
        ("$segment", segment),
        ("$limit", MergedRows));

    private async Task MergeAsync(DbSession session, List<(long Id, int Documents, int First)> segments, Func<int, bool> isAlive)
    {
        var target = await session.NumberAsync("UPDATE indexes SET next_segment = next_segment + 1 WHERE id = $account RETURNING next_segment - 1", ("$account", account)).ConfigureAwait(false);
        var order = segments.Select((segment, i) => (segment.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var (any, ids) = session.AnyOf("segment", "$segments", order.Keys);
        var (lastTerm, more) = (long.MinValue, true);
        while (more)
        {
            var rows = await session.ListAsync(
                $"SELECT term, segment, documents FROM postings WHERE account = $account AND term > $term AND {any} ORDER BY term LIMIT $limit",
                row => (Term: row.GetInt64(0), Segment: row.GetInt64(1), Documents: row.GetBlob(2)),
                ("$account", account),
                ("$term", lastTerm),
                ("$segments", ids),
                ("$limit", MergedRows)).ConfigureAwait(false);
            more = rows.Count == MergedRows;
            // The last term of a page may go on on the next one.
            var whole = more ? rows.Where(row => row.Term != rows[^1].Term).ToList() : [.. rows];
            if (whole.Count == 0)
                break;
            lastTerm = whole[^1].Term;
            await session.ExecuteManyAsync(
                "INSERT INTO postings (account, term, segment, documents) VALUES ($account, $term, $segment, $documents)",
                PostingNames,
                whole.GroupBy(row => row.Term)
                    .Select(group => (group.Key, List: Merged(group.OrderBy(row => order[row.Segment]).Select(row => row.Documents), isAlive)))
                    .Where(merged => merged.List.Count > 0)
                    .Select(merged => Postings(account, merged.Key, target, merged.List)).ToList()).ConfigureAwait(false);
        }

        await session.ExecuteAsync($"DELETE FROM postings WHERE account = $account AND {any}", ("$account", account), ("$segments", ids)).ConfigureAwait(false);
        var (anyId, _) = session.AnyOf("id", "$segments", order.Keys);
        await session.ExecuteAsync($"DELETE FROM segments WHERE account = $account AND {anyId}", ("$account", account), ("$segments", ids)).ConfigureAwait(false);
        await session.ExecuteAsync(
            "INSERT INTO segments (account, id, documents, first_ordinal) VALUES ($account, $id, $count, $first)",
            ("$account", account),
            ("$id", target),
            ("$count", segments.Sum(segment => segment.Documents)),
            ("$first", segments.Min(segment => segment.First))).ConfigureAwait(false);
    }

    private static PostingList Merged(IEnumerable<byte[]> lists, Func<int, bool> isAlive)
    {
        var merged = new PostingList();
        foreach (var list in lists)
        {
            var reader = PostingList.Read(list);
            while (reader.Next())
            {
                if (isAlive(reader.Ordinal))
                    merged.Add(reader.Ordinal, reader.Frequency);
            }
        }

        return merged;
    }
}
