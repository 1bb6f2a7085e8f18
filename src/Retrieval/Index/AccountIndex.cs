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

    /// <summary>Of a thread that others are to resemble: the newest mails.</summary>
    private const int LikeThreads = 10;

    private readonly IndexStore _store;
    private readonly IndexSettings _settings;
    private readonly TermKey _terms;
    private readonly ContentSeal _seal;
    private readonly Ranker _ranker;
    private readonly ModelKeeper _models;
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly DocumentTable _table = new();
    private IVectors? _vectors;

    private AccountIndex(string accountId, IndexStore store, TermKey terms, ContentSeal seal, IndexSettings settings)
    {
        (AccountId, _store, _terms, _seal, _settings) = (accountId, store, terms, seal, settings);
        _ranker = new(store, settings.Analyzer, terms, Open, settings.Ranking);
        _models = new(store, settings.Analyzer, terms, Open, settings.Ranking, settings.Service);
    }

    /// <param name="database">Where the index lives.</param>
    /// <param name="accountId">Whose it is.</param>
    /// <param name="key">32 bytes that only this account's index uses: without them it cannot be read.</param>
    /// <param name="settings">How it is kept and searched.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    internal static async Task<AccountIndex> OpenAsync(IDatabase database, string accountId, byte[] key, IndexSettings settings, CancellationToken cancellationToken)
    {
        var account = await IndexStore.OpenAsync(database, accountId, cancellationToken).ConfigureAwait(false);
        var seal = new ContentSeal(Subkey(key, "content"));
        var store = new IndexStore(database, account, (ordinal, text) => seal.Seal(text, Place(accountId, ordinal)));
        return new(accountId, store, new TermKey(Subkey(key, "terms")), seal, settings);
    }

    public string AccountId { get; }

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

    /// <summary>What the next document's ordinal will be at least.</summary>
    public Task<int> NextOrdinalAsync(CancellationToken cancellationToken) => _store.NextOrdinalAsync(cancellationToken);

    /// <summary>Removes what was added before a document, by its ordinal.</summary>
    public Task RemoveBeforeAsync(DocumentKind kind, int ordinal, CancellationToken cancellationToken) => _store.RemoveBeforeAsync(kind, ordinal, cancellationToken);

    /// <returns>Those that are not in the index.</returns>
    public Task<IReadOnlyList<DocumentKey>> RelabelAsync(IReadOnlyCollection<(DocumentKey Key, IReadOnlyList<string> Labels)> changes, CancellationToken cancellationToken) =>
        _store.RelabelAsync(changes, cancellationToken);

    /// <summary>How many documents there are, and what is known of their meaning.</summary>
    public async Task<IndexState> StateAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var pending = _models.Service is { } service ? await _store.PendingModelAsync(service.Name, cancellationToken).ConfigureAwait(false) : null;
        var model = pending ?? await _store.ActiveModelAsync(cancellationToken).ConfigureAwait(false);
        return new(
            _table.Count,
            model?.Name,
            model?.Documents ?? 0,
            pending is null ? 1 : Math.Min(1, (double)pending.UpTo / Math.Max(1, _table.End - 1)),
            model?.Tokens ?? 0,
            model?.Name == _models.Service?.Name ? _models.Service?.PricePerMillion * model?.Tokens / 1_000_000 : null);
    }

    /// <summary>The best documents with the passages that answer.</summary>
    /// <exception cref="IndexDamagedException">It was altered.</exception>
    public async Task<IReadOnlyList<IndexHit>> FindAsync(SearchQuestion question, PassageOptions show, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var terms = await _ranker.TermsAsync(question, _table, cancellationToken).ConfigureAwait(false);
        var ranked = await RankAsync(question with { Limit = Math.Max(200, question.Limit * 4) }, terms, RankBy.Hybrid, cancellationToken).ConfigureAwait(false);
        // Far behind the best is only what shares a word that the feedback lent to the question.
        var worth = ranked.Count == 0 ? 0 : ranked[0].Score * LeastShare;
        var chosen = ranked.Where(document => document.Score >= worth)
            .GroupBy(document => _table.Thread(document.Ordinal))
            .SelectMany(thread => thread.Take(show.PerThread).Select((document, place) => (Document: document, Others: place == 0 ? thread.Count() - 1 : 0)))
            .OrderByDescending(hit => hit.Document.Score).ThenByDescending(hit => hit.Document.Ordinal)
            .Take(question.Limit)
            .ToList();
        var texts = (await _store.TextsAsync([.. chosen.Select(hit => hit.Document.Ordinal)], cancellationToken).ConfigureAwait(false)).ToDictionary(text => text.Ordinal);
        return [.. chosen.Where(hit => texts.ContainsKey(hit.Document.Ordinal)).Select(hit => Hit(hit.Document, texts[hit.Document.Ordinal], hit.Others, terms, show))];
    }

    /// <summary>A question that looks for what resembles a mail or a thread, which is left out itself.</summary>
    /// <returns>Null where it is not in the index.</returns>
    /// <exception cref="IndexDamagedException">It was altered.</exception>
    public async Task<SearchQuestion?> LikeAsync(SearchQuestion question, string? sourceId, string? threadId, CancellationToken cancellationToken)
    {
        var kind = sourceId?.Contains('/', StringComparison.Ordinal) is true ? DocumentKind.Event : DocumentKind.Mail;
        var ordinals = await _store.OrdinalsAsync(kind, sourceId, threadId, LikeThreads, cancellationToken).ConfigureAwait(false);
        var texts = await _store.TextsAsync(ordinals, cancellationToken).ConfigureAwait(false);
        if (texts.Count == 0)
            return null;
        var text = string.Join('\n', texts.Select(Open).Select(open => $"{open.Card.Title}\n{open.Body}"));
        return question with { Text = text.Length > LongestText ? text[..LongestText] : text, IsText = true, ExceptThread = texts[0].ThreadId };
    }

    /// <summary>Adds documents, in place of those with the same key, and notes the progress with them.</summary>
    public async Task AddAsync(IReadOnlyList<IndexDocument> documents, string? progress, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            if (progress is not null)
                await SaveProgressAsync(progress, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _store.AddAsync([.. documents.Select(Prepare)], _settings.KeepBodies, progress, cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        while (await _store.MergeAsync(_table.IsAlive, cancellationToken).ConfigureAwait(false))
        {
        }

        try
        {
            await _models.EmbedAsync(_table, cancellationToken).ConfigureAwait(false);
        }
        catch (EmbeddingServiceException)
        {
            // The documents are there and found by their words; their vectors come with the next ones, or when it is learned.
        }
    }

    /// <summary>Learns the meaning of the mail where that is due.</summary>
    /// <param name="complete">Whether all mail is there.</param>
    /// <param name="step">Called between the steps of a long work.</param>
    /// <param name="cancellationToken">Ends it; the next call goes on.</param>
    /// <returns>Whether another model is searched now.</returns>
    /// <exception cref="EmbeddingServiceException">The service failed; the next call goes on.</exception>
    public async Task<bool> LearnAsync(bool complete, Func<Task>? step, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var learned = await _models.LearnAsync(_table, complete, step, cancellationToken).ConfigureAwait(false);
        if (!complete)
            return learned;
        await _models.EmbedAsync(_table, cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        if (_vectors is { } vectors)
            await vectors.MaintainAsync(_table.Count, cancellationToken).ConfigureAwait(false);
        return learned;
    }

    /// <summary>The documents that answer, best first.</summary>
    public async Task<IReadOnlyList<RankedDocument>> SearchAsync(SearchQuestion question, RankBy by, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        var terms = await _ranker.TermsAsync(question, _table, cancellationToken).ConfigureAwait(false);
        return await RankAsync(question, terms, by, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="IndexDamagedException">It was altered.</exception>
    internal string Open(byte[] box, int ordinal) => _seal.Open(box, Place(AccountId, ordinal));

    internal byte[] Seal(string text, int ordinal) => _seal.Seal(text, Place(AccountId, ordinal));

    public void Dispose()
    {
        _vectors?.Dispose();
        _refreshing.Dispose();
    }

    /// <summary>The text, or its beginning where bodies are not kept.</summary>
    private (Card Card, string Body) Open(StoredText text)
    {
        var card = Card.Read(Open(text.Card, text.Ordinal));
        return (card, text.Body is { Length: > 0 } body ? Open(body, text.Ordinal) : card.Beginning);
    }

    private async Task<IReadOnlyList<RankedDocument>> RankAsync(SearchQuestion question, IReadOnlyList<QueryTerm> terms, RankBy by, CancellationToken cancellationToken)
    {
        if (_table.Count == 0)
            return [];
        var vectors = _vectors;
        var meaning = vectors is not null && _models.Generator(vectors.Model, _table) is { } embeddings ? new Meaning(vectors, embeddings) : null;
        try
        {
            return await _ranker.RankAsync(question, terms, by, _table, meaning, cancellationToken).ConfigureAwait(false);
        }
        catch (EmbeddingServiceException)
        {
            // Words are better than no answer.
            return await _ranker.RankAsync(question, terms, by, _table, null, cancellationToken).ConfigureAwait(false);
        }
    }

    private IndexHit Hit(RankedDocument ranked, StoredText text, int others, IReadOnlyList<QueryTerm> question, PassageOptions show)
    {
        var (card, whole) = Open(text);
        var language = TextAnalyzer.Guess(Tokenizer.Tokens($"{card.Title}\n{whole}"));
        var terms = question.Select((term, i) => (Term: _settings.Analyzer.Term(term.Word, language), i)).DistinctBy(pair => pair.Term).ToDictionary(pair => pair.Term, pair => pair.i, StringComparer.Ordinal);
        var passage = Passages.Find(whole, word => terms.GetValueOrDefault(_settings.Analyzer.Term(word, language), -1), show.Length, show.Marks);
        return new(
            text.Kind, text.SourceId, text.ThreadId, DateTimeOffset.FromUnixTimeMilliseconds(text.At), text.Labels.Split(' ', StringSplitOptions.RemoveEmptyEntries), card, passage, ranked.Score,
            ranked.Words, ranked.Meaning, others);
    }

    private static byte[] Subkey(byte[] key, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes($"assistant index {purpose}"));

    private static string Place(string accountId, int ordinal) => $"index {accountId} {ordinal}";

    private PreparedDocument Prepare(IndexDocument document)
    {
        var text = $"{document.Title}\n{document.Text}";
        var (counts, length, language) = _settings.Analyzer.Count(text.Length > LongestText ? text[..LongestText] : text);
        var terms = new Dictionary<long, int>(counts.Count);
        foreach (var (term, count) in counts)
            terms[_terms.OfTerm(term)] = count;
        var filters = document.From.SelectMany(party => Words(party)).Select(word => _terms.OfFilter("from", word))
            .Concat(document.To.SelectMany(party => Words(party)).Select(word => _terms.OfFilter("to", word)));
        return new(document, language, length, terms, [.. filters.Distinct()]);
    }

    private static IEnumerable<string> Words(Party party) =>
        Tokenizer.Tokens($"{party.Name} {party.Address}").Select(token => Tokenizer.Fold(token.Word)).Append(party.Address.ToLowerInvariant());

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
            // The one before is not closed: searches may still read it.
            var vectors = _vectors?.Model.Id == active.Id
                ? _vectors
                : _settings.VectorFolder is { } folder ? new MappedVectors(_store, active, folder) : new PostgresVectors(_store, active, _settings.GraphAbove);
            await vectors.RefreshAsync(cancellationToken).ConfigureAwait(false);
            _vectors = vectors;
        }
        finally
        {
            _refreshing.Release();
        }
    }
}
