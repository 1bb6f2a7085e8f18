using System.Runtime.InteropServices;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Ranking;
using Assistant.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace Assistant.Retrieval.Index;

/// <summary>What is searched with: the vectors, and what makes one of a question. Null where there are none.</summary>
internal sealed record Meaning(IVectors Vectors, IEmbeddingGenerator<string, Embedding<float>> Embeddings);

/// <summary>Ranks the documents of an account: filters, words with feedback, meaning, and both together.</summary>
internal sealed class Ranker(IndexStore store, TextAnalyzer analyzer, TermKey key, Func<StoredText, (Card Card, string Body)> open, RankingOptions options)
{
    /// <summary>Of each ranker, for the fusion.</summary>
    private const int Depth = 1000;

    /// <summary>Words of a whole text that a search by it uses.</summary>
    private const int TellingWords = 40;

    /// <summary>What stands for the languages that a question may be in: the one it tells, else all that the mailbox has.</summary>
    public static List<Language> Spoken(Language guessed, DocumentTable table)
    {
        if (guessed != Language.Unknown)
            return [guessed];
        var languages = Enum.GetValues<Language>().Where(language => table.ByLanguage[(int)language] * 50 > table.Count).ToList();
        return languages.Count == 0 ? [Language.Unknown] : languages;
    }

    /// <summary>The words of a question that tell something; of a whole text those that tell most.</summary>
    public async Task<IReadOnlyList<QueryTerm>> TermsAsync(SearchQuestion question, DocumentTable table, CancellationToken cancellationToken)
    {
        var tokens = Tokenizer.Tokens(question.Text).Where(token => token.Word.Length > 0).ToList();
        var languages = Spoken(TextAnalyzer.Guess(tokens), table);
        var telling = tokens.Where(token => !languages.All(language => Languages.IsFunctionWord(token.Word, language))).ToList();
        List<QueryTerm> terms =
        [
            .. (telling.Count > 0 ? telling : tokens)
                .GroupBy(token => token.Word, StringComparer.Ordinal)
                .Select(group => new QueryTerm(group.Key, [.. languages.Select(language => key.OfTerm(analyzer.Term(group.Key, language))).Distinct()], group.Count())),
        ];
        if (!question.IsText || terms.Count <= TellingWords)
            return terms;
        var sizes = (await store.SizesAsync([.. terms.SelectMany(term => term.Forms).Distinct()], cancellationToken).ConfigureAwait(false)).ToDictionary(size => size.Term, size => size.Bytes);
        return
        [
            .. terms.Select(term => (Term: term, Documents: term.Forms.Sum(form => sizes.GetValueOrDefault(form))))
                .Where(term => term.Documents > 0)
                .OrderByDescending(term => (1 + MathF.Log(term.Term.Weight)) * MathF.Log(1 + ((float)table.Count / term.Documents)))
                .Take(TellingWords)
                .Select(term => term.Term with { Weight = 1 + MathF.Log(term.Term.Weight) }),
        ];
    }

    /// <summary>The documents that answer, best first.</summary>
    public async Task<IReadOnlyList<RankedDocument>> RankAsync(
        SearchQuestion question, IReadOnlyList<QueryTerm> terms, RankBy by, DocumentTable table, Meaning? meaning, CancellationToken cancellationToken)
    {
        // The table may grow while this search waits for the database: what comes after its end is left to the next search.
        var end = table.End;
        var allowed = await AllowedAsync(question, table, end, cancellationToken).ConfigureAwait(false);
        var cosines = new float[end];
        // Both at once: a database on another machine works on the one while this one scores the other.
        var scanning = by == RankBy.Words || meaning is null ? Task.FromResult(false) : MeaningAsync(question, table, allowed, meaning, cosines, cancellationToken);
        var scoring = by == RankBy.Meaning ? Task.FromResult(new float[end]) : WordsAsync(question, terms, table, end, allowed, cancellationToken);
        await Task.WhenAll(scanning, scoring).ConfigureAwait(false);
        var hasCosines = await scanning.ConfigureAwait(false);
        return Fuse(await scoring.ConfigureAwait(false), cosines, hasCosines ? by == RankBy.Meaning ? 0 : options.LexicalShare : 1, question.Limit);
    }

    private async Task<float[]> WordsAsync(SearchQuestion question, IReadOnlyList<QueryTerm> terms, DocumentTable table, int end, bool[]? allowed, CancellationToken cancellationToken)
    {
        var first = await ScoreAsync(terms, table, end, allowed, cancellationToken).ConfigureAwait(false);
        if (options.FeedbackDocuments == 0 || question.IsText)
            return first;
        var lent = await FeedbackAsync(first, cancellationToken).ConfigureAwait(false);
        if (lent.Count == 0)
            return first;
        var own = terms.Sum(term => term.Weight);
        var share = (float)options.FeedbackShare;
        List<QueryTerm> expanded = [.. terms.Select(term => term with { Weight = (1 - share) * term.Weight / own })];
        expanded.AddRange(lent.Select(term => term with { Weight = share * term.Weight }));
        return await ScoreAsync(expanded, table, end, allowed, cancellationToken).ConfigureAwait(false);
    }

    private async Task<float[]> ScoreAsync(IReadOnlyList<QueryTerm> terms, DocumentTable table, int end, bool[]? allowed, CancellationToken cancellationToken)
    {
        var rows = await store.PostingsAsync([.. terms.SelectMany(term => term.Forms).Distinct()], cancellationToken).ConfigureAwait(false);
        var scores = new float[end];
        Bm25.Score(terms, rows.ToLookup(row => row.Term, row => row.Documents), table, allowed, scores);
        return scores;
    }

    /// <summary>The words that the first results have in common (RM3: Abdul-Jaleel et al. 2004).</summary>
    private async Task<IReadOnlyList<QueryTerm>> FeedbackAsync(float[] scores, CancellationToken cancellationToken)
    {
        var best = Best.Of(scores, options.FeedbackDocuments);
        var total = best.Sum(ordinal => scores[ordinal]);
        var model = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in await store.TextsAsync(best, cancellationToken).ConfigureAwait(false))
        {
            var (card, body) = open(text);
            var whole = $"{card.Title}\n{body}";
            var tokens = Tokenizer.Tokens(whole.Length > AccountIndex.LongestText ? whole[..AccountIndex.LongestText] : whole);
            var language = TextAnalyzer.Guess(tokens);
            foreach (var token in tokens)
            {
                if (token.Word.Length < 2 || Languages.IsFunctionWord(token.Word, language))
                    continue;
                CollectionsMarshal.GetValueRefOrAddDefault(model, analyzer.Term(token.Word, language), out _) += scores[text.Ordinal] / total / tokens.Count;
            }
        }

        var lent = model.OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal).Take(options.FeedbackTerms).ToList();
        var sum = lent.Sum(term => term.Value);
        return [.. lent.Select(term => new QueryTerm(term.Key, [key.OfTerm(term.Key)], (float)(term.Value / sum)))];
    }

    /// <returns>False where nothing is known of the question.</returns>
    private static async Task<bool> MeaningAsync(SearchQuestion question, DocumentTable table, bool[]? allowed, Meaning meaning, float[] cosines, CancellationToken cancellationToken)
    {
        var vector = (await meaning.Embeddings.GenerateAsync([question.Text], cancellationToken: cancellationToken).ConfigureAwait(false))[0].Vector;
        if (vector.Length != meaning.Vectors.Model.Dimensions)
            return false;
        await meaning.Vectors.ScanAsync(Quantized.From(vector.Span), allowed, Math.Max(question.Limit, Depth), cosines, cancellationToken).ConfigureAwait(false);
        for (var ordinal = 0; ordinal < cosines.Length; ordinal++)
        {
            if (!table.IsAlive(ordinal))
                cosines[ordinal] = 0;
        }

        return true;
    }

    private async Task<bool[]?> AllowedAsync(SearchQuestion question, DocumentTable table, int end, CancellationToken cancellationToken)
    {
        bool[]? allowed = null;
        if (question.FiltersByRow)
        {
            allowed = new bool[end];
            var (after, before) = (question.After?.ToUnixTimeMilliseconds() ?? long.MinValue, question.Before?.ToUnixTimeMilliseconds() ?? long.MaxValue);
            var except = question.ExceptThread is { } thread ? DocumentTable.Hash(thread) : (ulong?)null;
            for (var ordinal = 0; ordinal < end; ordinal++)
            {
                allowed[ordinal] = table.IsAlive(ordinal)
                    && (question.Kinds is null || question.Kinds.Contains(table.Kind(ordinal)))
                    && table.At(ordinal) >= after
                    && table.At(ordinal) < before
                    && (except is null || table.Thread(ordinal) != except)
                    && (question.Label is null || table.Labels(ordinal).Contains(question.Label))
                    && (question.HasAttachment is null || table.HasAttachment(ordinal) == question.HasAttachment);
            }
        }

        foreach (var (field, value) in new[] { ("from", question.From), ("to", question.To) })
        {
            foreach (var word in Tokenizer.Tokens(value ?? "").Select(token => Tokenizer.Fold(token.Word)).Distinct())
            {
                var having = new bool[end];
                foreach (var (_, documents) in await store.PostingsAsync([key.OfFilter(field, word)], cancellationToken).ConfigureAwait(false))
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

    private static IReadOnlyList<RankedDocument> Fuse(float[] words, float[] meaning, double share, int limit)
    {
        var deep = Math.Max(limit, Depth);
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
}
