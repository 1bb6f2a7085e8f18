using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Embedding;
using Assistant.Retrieval.Ranking;
using Assistant.Retrieval.Vectors;

namespace Assistant.Retrieval.Index;

/// <summary>The private index of one account: documents go in, ranked documents come out. One writer at a time, any number of searches.</summary>
public sealed class AccountIndex : IDisposable
{
    /// <summary>Of a document's text; what is beyond is not found.</summary>
    public const int LongestText = 100_000;

    /// <summary>Of the best one's score: what has less is not shown.</summary>
    private const double LeastShare = 0.05;

    private readonly IndexStore _store;
    private readonly RankingOptions _options;
    private readonly TextAnalyzer _analyzer;
    private readonly TermKey _terms;
    private readonly ContentSeal _seal;
    private readonly bool _keepBodies;
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly DocumentTable _table = new();
    private (StoredModel Model, VectorRows Rows)? _vectors;

    private AccountIndex(IndexStore store, TextAnalyzer analyzer, TermKey terms, ContentSeal seal, RankingOptions options, bool keepBodies) =>
        (_store, _analyzer, _terms, _seal, _options, _keepBodies) = (store, analyzer, terms, seal, options, keepBodies);

    /// <param name="database">Where the index lives.</param>
    /// <param name="accountId">Whose it is.</param>
    /// <param name="key">32 bytes that only this account's index uses: without them it cannot be read.</param>
    /// <param name="analyzer">Shared by all.</param>
    /// <param name="options">How to rank.</param>
    /// <param name="keepBodies">Whether texts are kept (sealed): passages and feedback come from them; without, only the beginning of each is there.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    internal static async Task<AccountIndex> OpenAsync(
        IDatabase database, string accountId, byte[] key, TextAnalyzer analyzer, RankingOptions options, bool keepBodies, CancellationToken cancellationToken)
    {
        var account = await IndexStore.OpenAsync(database, accountId, cancellationToken).ConfigureAwait(false);
        var seal = new ContentSeal(Subkey(key, "content"));
        var store = new IndexStore(database, account, (ordinal, text) => seal.Seal(text, Place(accountId, ordinal)));
        return new(store, analyzer, new TermKey(Subkey(key, "terms")), seal, options, keepBodies) { AccountId = accountId };
    }

    public string AccountId { get; private init; } = "";

    internal IndexStore Store => _store;

    /// <summary>What the filling of the index noted last; empty where it has not begun.</summary>
    public Task<string> ProgressAsync(CancellationToken cancellationToken) => _store.ProgressAsync(cancellationToken);

    public Task SaveProgressAsync(string progress, CancellationToken cancellationToken) => _store.SaveProgressAsync(progress, cancellationToken);

    /// <summary>Takes or keeps the right to fill this index; one process at a time has it.</summary>
    public Task<bool> TryLeaseAsync(string owner, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) =>
        _store.TryLeaseAsync(owner, now, duration, cancellationToken);

    public Task ReleaseAsync(string owner, CancellationToken cancellationToken) => _store.ReleaseAsync(owner, cancellationToken);

    /// <summary>Which documents of a kind there are.</summary>
    public async Task<IReadOnlyCollection<string>> SourceIdsAsync(DocumentKind kind, CancellationToken cancellationToken) =>
        await _store.SourceIdsAsync(kind, cancellationToken).ConfigureAwait(false);

    public Task RemoveAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) => _store.RemoveAsync(keys, cancellationToken);

    /// <returns>Those that are not in the index.</returns>
    public Task<IReadOnlyList<DocumentKey>> RelabelAsync(IReadOnlyCollection<(DocumentKey Key, IReadOnlyList<string> Labels)> changes, CancellationToken cancellationToken) =>
        _store.RelabelAsync(changes, cancellationToken);

    /// <summary>How many documents there are, and from how many the embedded model learned (0: not yet).</summary>
    public async Task<(int Documents, int LearnedFrom)> CountAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return (_table.Count, _vectors?.Model.Documents ?? 0);
    }

    /// <summary>The best documents, one of each thread, with the passages that answer.</summary>
    /// <exception cref="IndexDamagedException">It was altered.</exception>
    public async Task<IReadOnlyList<IndexHit>> FindAsync(SearchQuestion question, CancellationToken cancellationToken)
    {
        var ranked = await SearchAsync(question with { Limit = Math.Max(200, question.Limit * 4) }, RankBy.Hybrid, cancellationToken).ConfigureAwait(false);
        // Far behind the best is only what shares a word that the feedback lent to the question.
        var worth = ranked.Count == 0 ? 0 : ranked[0].Score * LeastShare;
        var threads = ranked.Where(document => document.Score >= worth).GroupBy(document => _table.Thread(document.Ordinal)).Take(question.Limit).ToList();
        var texts = (await _store.TextsAsync([.. threads.Select(thread => thread.First().Ordinal)], cancellationToken).ConfigureAwait(false)).ToDictionary(text => text.Ordinal);
        var words = Tokenizer.Tokens(question.Text).Select(token => token.Word).Distinct().ToList();
        return [.. threads.Where(thread => texts.ContainsKey(thread.First().Ordinal)).Select(thread => Hit(thread.First(), texts[thread.First().Ordinal], thread.Count() - 1, words))];
    }

    /// <summary>Adds documents, in place of those with the same key.</summary>
    public async Task AddAsync(IReadOnlyList<IndexDocument> documents, string? progress, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
            return;
        await _store.AddAsync([.. documents.Select(Prepare)], _keepBodies, progress, cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        while (await _store.MergeAsync(_table.IsAlive, cancellationToken).ConfigureAwait(false))
        {
        }

        await EmbedAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Learns the embedded model anew where the mailbox has doubled since, or always where <paramref name="complete"/> says that it has all mail now.</summary>
    /// <returns>Whether it learned.</returns>
    public async Task<bool> LearnAsync(bool complete, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var active = await _store.ActiveModelAsync(cancellationToken).ConfigureAwait(false);
        if (_table.Count < _options.FewestForVectors || (active is not null && _table.Count < active.Documents * (complete ? 1.2 : 2.0)))
            return false;
        var matrix = await TermMatrix.ReadAsync(_store.AllPostingsAsync(cancellationToken), _table, _options.Vocabulary, cancellationToken).ConfigureAwait(false);
        var dimensions = Math.Min(_options.Dimensions, Math.Min(matrix.Ordinals.Length / 4, matrix.Terms.Length / 4));
        if (dimensions < 2)
            return false;
        var vectors = LatentSemantics.Train(matrix, dimensions, cancellationToken);
        var id = await _store.AddModelAsync("lsa", dimensions, matrix.Ordinals.Length, cancellationToken).ConfigureAwait(false);
        await _store.AddModelTermsAsync(id, Terms(matrix, vectors, dimensions), cancellationToken).ConfigureAwait(false);
        await _store.AddVectorsAsync(id, Documents(matrix, vectors, dimensions), cancellationToken).ConfigureAwait(false);
        await _store.SetUpToAsync(id, matrix.Ordinals.Length == 0 ? 0 : matrix.Ordinals[^1], cancellationToken).ConfigureAwait(false);
        await _store.ActivateAsync(id, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The documents that answer, best first.</summary>
    public async Task<IReadOnlyList<RankedDocument>> SearchAsync(SearchQuestion question, RankBy by, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var table = _table;
        if (table.Count == 0)
            return [];
        // The table may grow while this search waits for the database: what comes after its end is left to the next search.
        var end = table.End;
        var allowed = await AllowedAsync(question, table, end, cancellationToken).ConfigureAwait(false);
        var words = new float[end];
        var meaning = new float[end];
        var terms = Question(question.Text, table);
        if (by != RankBy.Meaning)
            words = await WordsAsync(terms, table, end, allowed, cancellationToken).ConfigureAwait(false);
        var hasVectors = by != RankBy.Words && await MeaningAsync(question.Text, table, allowed, meaning, cancellationToken).ConfigureAwait(false);
        return Fuse(words, meaning, hasVectors ? by == RankBy.Meaning ? 0 : _options.LexicalShare : 1, question.Limit);
    }

    /// <exception cref="IndexDamagedException">It was altered.</exception>
    public string Open(byte[] box, int ordinal) => _seal.Open(box, Place(AccountId, ordinal));

    public void Dispose() => _refreshing.Dispose();

    /// <summary>The text, or its beginning where bodies are not kept.</summary>
    private (Card Card, string Body) Open(StoredText text)
    {
        var card = Card.Read(Open(text.Card, text.Ordinal));
        return (card, text.Body is { Length: > 0 } body ? Open(body, text.Ordinal) : card.Beginning);
    }

    private IndexHit Hit(RankedDocument ranked, StoredText text, int others, List<string> words)
    {
        var (card, whole) = Open(text);
        var language = TextAnalyzer.Guess(Tokenizer.Tokens($"{card.Title}\n{whole}"));
        var terms = words.Select((word, i) => (Term: _analyzer.Term(word, language), i)).DistinctBy(pair => pair.Term).ToDictionary(pair => pair.Term, pair => pair.i, StringComparer.Ordinal);
        var telling = words.All(word => Languages.IsFunctionWord(word, language)) ? null : words.Where(word => Languages.IsFunctionWord(word, language)).Select(word => _analyzer.Term(word, language)).ToHashSet();
        var passage = Passages.Find(whole, word => _analyzer.Term(word, language) is var term && telling?.Contains(term) is not true ? terms.GetValueOrDefault(term, -1) : -1);
        return new(
            text.Kind, text.SourceId, text.ThreadId, DateTimeOffset.FromUnixTimeMilliseconds(text.At), text.Labels.Split(' ', StringSplitOptions.RemoveEmptyEntries), card, passage, ranked.Score,
            ranked.Words, ranked.Meaning, others);
    }

    private static byte[] Subkey(byte[] key, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes($"assistant index {purpose}"));

    private static string Place(string accountId, int ordinal) => $"index {accountId} {ordinal}";

    private static IEnumerable<(long Term, double Weight, byte[] Vector)> Terms(TermMatrix matrix, float[] vectors, int dimensions)
    {
        for (var i = 0; i < matrix.Terms.Length; i++)
        {
            var vector = vectors.AsSpan(i * dimensions, dimensions);
            var largest = Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude<float>(vector));
            yield return (matrix.Terms[i], matrix.Idf[i] * largest / 127, MemoryMarshal.AsBytes(Quantized.From(vector).AsSpan()).ToArray());
        }
    }

    private static IEnumerable<(int Ordinal, sbyte[] Vector)> Documents(TermMatrix matrix, float[] vectors, int dimensions)
    {
        var document = new float[dimensions];
        for (var row = 0; row < matrix.Ordinals.Length; row++)
        {
            LatentSemantics.Fold(matrix.Columns(row), matrix.Weights(row), vectors, document);
            yield return (matrix.Ordinals[row], Quantized.From(document));
        }
    }

    private static IReadOnlyList<RankedDocument> Fuse(float[] words, float[] meaning, double share, int limit)
    {
        var deep = Math.Max(limit, 1000);
        var (byWords, byMeaning) = (Best.Of(words, deep), share < 1 ? Best.Of(meaning, deep) : []);
        var (topWords, lowWords) = Range(words, byWords, deep);
        var (topMeaning, lowMeaning) = Range(meaning, byMeaning, deep);
        return
        [
            .. byWords.Union(byMeaning)
                .Select(ordinal =>
                {
                    var (one, two) = (Scaled(words[ordinal], lowWords, topWords), Scaled(meaning[ordinal], lowMeaning, topMeaning));
                    return new RankedDocument(ordinal, (share * one) + ((1 - share) * two), one, meaning[ordinal]);
                })
                .OrderByDescending(document => document.Score).ThenByDescending(document => document.Ordinal).Take(limit),
        ];
    }

    // Where the list is not full, the least is 0: the last of three hits is not worth nothing.
    private static (float Top, float Low) Range(float[] scores, List<int> best, int deep) =>
        best.Count == 0 ? (1, 0) : (scores[best[0]], best.Count < deep ? 0 : scores[best[^1]]);

    private static double Scaled(float score, float low, float top) => top <= low ? (score >= top ? 1 : 0) : Math.Clamp((score - low) / (top - low), 0, 1);

    private PreparedDocument Prepare(IndexDocument document)
    {
        var text = $"{document.Title}\n{document.Text}";
        var (counts, length, language) = _analyzer.Count(text.Length > LongestText ? text[..LongestText] : text);
        var terms = new Dictionary<long, int>(counts.Count);
        foreach (var (term, count) in counts)
            terms[_terms.OfTerm(term)] = count;
        var filters = document.From.SelectMany(party => Words(party)).Select(word => _terms.OfFilter("from", word))
            .Concat(document.To.SelectMany(party => Words(party)).Select(word => _terms.OfFilter("to", word)));
        return new(document, language, length, terms, [.. filters.Distinct()]);
    }

    private static IEnumerable<string> Words(Party party) =>
        Tokenizer.Tokens($"{party.Name} {party.Address}").Select(token => Tokenizer.Fold(token.Word)).Append(party.Address.ToLowerInvariant());

    private static List<Language> Spoken(Language guessed, DocumentTable table)
    {
        if (guessed != Language.Unknown)
            return [guessed];
        // A short question tells no language: it is read in each that the mailbox has.
        var languages = Enum.GetValues<Language>().Where(language => table.ByLanguage[(int)language] * 50 > table.Count).ToList();
        return languages.Count == 0 ? [Language.Unknown] : languages;
    }

    private List<QueryTerm> Question(string text, DocumentTable table)
    {
        var tokens = Tokenizer.Tokens(text).Where(token => token.Word.Length > 0).ToList();
        var guessed = TextAnalyzer.Guess(tokens);
        var languages = Spoken(guessed, table);
        var telling = tokens.Where(token => !languages.All(language => Languages.IsFunctionWord(token.Word, language))).ToList();
        return
        [
            .. (telling.Count > 0 ? telling : tokens)
                .GroupBy(token => token.Word, StringComparer.Ordinal)
                .Select(group => new QueryTerm([.. languages.Select(language => _terms.OfTerm(_analyzer.Term(group.Key, language))).Distinct()], group.Count())),
        ];
    }

    private async Task<float[]> WordsAsync(List<QueryTerm> terms, DocumentTable table, int end, bool[]? allowed, CancellationToken cancellationToken)
    {
        var first = await ScoreAsync(terms, table, end, allowed, cancellationToken).ConfigureAwait(false);
        if (_options.FeedbackDocuments == 0)
            return first;
        var lent = await FeedbackAsync(first, cancellationToken).ConfigureAwait(false);
        if (lent.Count == 0)
            return first;
        var own = terms.Sum(term => term.Weight);
        var share = (float)_options.FeedbackShare;
        List<QueryTerm> expanded = [.. terms.Select(term => term with { Weight = (1 - share) * term.Weight / own })];
        expanded.AddRange(lent.Select(term => new QueryTerm([term.Term], share * term.Weight)));
        return await ScoreAsync(expanded, table, end, allowed, cancellationToken).ConfigureAwait(false);
    }

    private async Task<float[]> ScoreAsync(List<QueryTerm> terms, DocumentTable table, int end, bool[]? allowed, CancellationToken cancellationToken)
    {
        var rows = await _store.PostingsAsync([.. terms.SelectMany(term => term.Forms).Distinct()], cancellationToken).ConfigureAwait(false);
        var scores = new float[end];
        Bm25.Score(terms, rows.ToLookup(row => row.Term, row => row.Documents), table, allowed, scores);
        return scores;
    }

    /// <summary>The words that the first results have in common (RM3: Abdul-Jaleel et al. 2004).</summary>
    private async Task<List<(long Term, float Weight)>> FeedbackAsync(float[] scores, CancellationToken cancellationToken)
    {
        var best = Best.Of(scores, _options.FeedbackDocuments);
        var total = best.Sum(ordinal => scores[ordinal]);
        var model = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in await _store.TextsAsync(best, cancellationToken).ConfigureAwait(false))
        {
            var (card, body) = Open(text);
            var whole = $"{card.Title}\n{body}";
            var tokens = Tokenizer.Tokens(whole.Length > LongestText ? whole[..LongestText] : whole);
            var language = TextAnalyzer.Guess(tokens);
            foreach (var token in tokens)
            {
                if (token.Word.Length < 2 || Languages.IsFunctionWord(token.Word, language))
                    continue;
                CollectionsMarshal.GetValueRefOrAddDefault(model, _analyzer.Term(token.Word, language), out _) += scores[text.Ordinal] / total / tokens.Count;
            }
        }

        var lent = model.OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal).Take(_options.FeedbackTerms).ToList();
        var sum = lent.Sum(term => term.Value);
        return [.. lent.Select(term => (_terms.OfTerm(term.Key), (float)(term.Value / sum)))];
    }

    private async Task<bool> MeaningAsync(string text, DocumentTable table, bool[]? allowed, float[] cosines, CancellationToken cancellationToken)
    {
        if (_vectors is not var (model, rows))
            return false;
        using var embeddings = Embeddings(model, table);
        var vector = (await embeddings.GenerateAsync([text], cancellationToken: cancellationToken).ConfigureAwait(false))[0].Vector;
        rows.Scan(Quantized.From(vector.Span), ordinal => table.IsAlive(ordinal) && (allowed is null || allowed[ordinal]), cosines);
        return true;
    }

    private LsaEmbeddings Embeddings(StoredModel model, DocumentTable table) => new(_store, model, _analyzer, _terms, guessed => Spoken(guessed, table));

    private async Task<bool[]?> AllowedAsync(SearchQuestion question, DocumentTable table, int end, CancellationToken cancellationToken)
    {
        bool[]? allowed = null;
        if (question.Kinds is not null || question.After is not null || question.Before is not null || question.Label is not null || question.HasAttachment is not null)
        {
            allowed = new bool[end];
            var (after, before) = (question.After?.ToUnixTimeMilliseconds() ?? long.MinValue, question.Before?.ToUnixTimeMilliseconds() ?? long.MaxValue);
            for (var ordinal = 0; ordinal < end; ordinal++)
            {
                allowed[ordinal] = table.IsAlive(ordinal)
                    && (question.Kinds is null || question.Kinds.Contains(table.Kind(ordinal)))
                    && table.At(ordinal) >= after
                    && table.At(ordinal) < before
                    && (question.Label is null || table.Labels(ordinal).Contains(question.Label))
                    && (question.HasAttachment is null || table.HasAttachment(ordinal) == question.HasAttachment);
            }
        }

        foreach (var (field, value) in new[] { ("from", question.From), ("to", question.To) })
        {
            foreach (var word in Tokenizer.Tokens(value ?? "").Select(token => Tokenizer.Fold(token.Word)).Distinct())
            {
                var having = new bool[end];
                foreach (var (_, documents) in await _store.PostingsAsync([_terms.OfFilter(field, word)], cancellationToken).ConfigureAwait(false))
                    Mark(documents, having);
                for (var ordinal = 0; ordinal < having.Length && allowed is not null; ordinal++)
                    having[ordinal] &= allowed[ordinal];
                allowed = having;
            }
        }

        return allowed;
    }

    private static void Mark(byte[] documents, bool[] having)
    {
        var reader = PostingList.Read(documents);
        while (reader.Next())
        {
            if (reader.Ordinal < having.Length)
                having[reader.Ordinal] = true;
        }
    }

    /// <summary>Gives vectors to the documents that came after the model was learned.</summary>
    private async Task EmbedAsync(CancellationToken cancellationToken)
    {
        if (await _store.ActiveModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return;
        using var embeddings = Embeddings(model, _table);
        var upTo = model.UpTo;
        while (await _store.TextsAfterAsync(upTo, 200, cancellationToken).ConfigureAwait(false) is { Count: > 0 } texts)
        {
            var open = texts.Select(Open).Select(text => $"{text.Card.Title}\n{text.Body}");
            var vectors = await embeddings.GenerateAsync(open, cancellationToken: cancellationToken).ConfigureAwait(false);
            await _store.AddVectorsAsync(model.Id, texts.Zip(vectors, (text, vector) => (text.Ordinal, Quantized.From(vector.Vector.Span))), cancellationToken).ConfigureAwait(false);
            upTo = texts[^1].Ordinal;
            await _store.SetUpToAsync(model.Id, upTo, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var newest = await _store.GenerationAsync(cancellationToken).ConfigureAwait(false);
        if (newest == _table.Generation)
            return;
        await _refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (generation, rows) = await _store.ChangesAsync(_table.Generation, cancellationToken).ConfigureAwait(false);
            _table.Apply(rows, generation);
            var active = await _store.ActiveModelAsync(cancellationToken).ConfigureAwait(false);
            if (active is null)
                return;
            if (_vectors?.Model.Id != active.Id)
                _vectors = (active, new VectorRows(active.Dimensions));
            foreach (var (ordinal, vector) in await _store.VectorsAsync(active.Id, _vectors.Value.Rows.Last, cancellationToken).ConfigureAwait(false))
                _vectors.Value.Rows.Add(ordinal, vector);
        }
        finally
        {
            _refreshing.Release();
        }
    }
}
