using System.Runtime.InteropServices;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Index;
using Assistant.Retrieval.Ranking;
using Assistant.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace Assistant.Retrieval.Embedding;

/// <summary>
/// The models of one account: the embedded one, learned from its own mail, or a service's. The vectors of a new model are made beside those that are
/// searched, which stay until it has them all.
/// </summary>
internal sealed class ModelKeeper(
    IndexStore store, TextAnalyzer analyzer, TermKey terms, Func<StoredText, (Card Card, string Body)> open, RankingOptions options, EmbeddingService? service)
{
    private const string Embedded = "lsa";
    private const int Page = 200;

    /// <summary>A row of PostgreSQL fits a page of 8 KB.</summary>
    private const int MostDimensions = 4_000;

    public EmbeddingService? Service => service;

    /// <summary>What makes vectors with a model, or null where no service is configured any more that might.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Generator(StoredModel model, DocumentTable table) => model.Name switch
    {
        Embedded => new LsaEmbeddings(store, model, analyzer, terms, guessed => Ranker.Spoken(guessed, table)),
        _ when model.Name == service?.Name => service.Generator,
        _ => service?.Another?.Invoke(model.Name),
    };

    /// <summary>Gives vectors to the documents that came after the model that is searched.</summary>
    /// <exception cref="EmbeddingServiceException">The service failed; the next call goes on.</exception>
    public async Task EmbedAsync(DocumentTable table, CancellationToken cancellationToken)
    {
        if (await store.ActiveModelAsync(cancellationToken).ConfigureAwait(false) is { } model && Generator(model, table) is { } generator)
            await EmbedAsync(model, generator, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Where no service is configured: learns the embedded model anew when the mailbox has doubled since, or grown by a fifth and <paramref name="complete"/>
    /// says that it has all mail now. Where one is: goes on giving its vectors to all documents.
    /// </summary>
    /// <param name="table">The documents.</param>
    /// <param name="complete">Whether all mail is there.</param>
    /// <param name="step">Called between steps of a long work.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether another model is searched now.</returns>
    /// <exception cref="EmbeddingServiceException">The service failed; the next call goes on.</exception>
    public async Task<bool> LearnAsync(DocumentTable table, bool complete, Func<Task>? step, CancellationToken cancellationToken)
    {
        var active = await store.ActiveModelAsync(cancellationToken).ConfigureAwait(false);
        // While the first filling goes on, the embedded model serves: newest mail first is worth more than the service's vectors of some of it.
        if (service is not null && complete && table.Count > 0)
            return active?.Name != service.Name && await AdoptServiceAsync(service, step, cancellationToken).ConfigureAwait(false);
        if (service is not null && active?.Name == service.Name)
            return false;
        return await LearnEmbeddedAsync(table, active?.Name == Embedded ? active.Documents : 0, complete, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> LearnEmbeddedAsync(DocumentTable table, int learnedFrom, bool complete, CancellationToken cancellationToken)
    {
        if (table.Count < options.FewestForVectors || (learnedFrom > 0 && table.Count < learnedFrom * (complete ? 1.2 : 2.0)))
            return false;
        var matrix = await TermMatrix.ReadAsync(store.AllPostingsAsync(cancellationToken), table, options.Vocabulary, cancellationToken).ConfigureAwait(false);
        var dimensions = Math.Min(options.Dimensions, Math.Min(matrix.Ordinals.Length / 4, matrix.Terms.Length / 4));
        if (dimensions < 2)
            return false;
        var vectors = LatentSemantics.Train(matrix, dimensions, cancellationToken);
        var id = await store.AddModelAsync(Embedded, dimensions, matrix.Ordinals.Length, cancellationToken).ConfigureAwait(false);
        await store.AddModelTermsAsync(id, Terms(matrix, vectors, dimensions), cancellationToken).ConfigureAwait(false);
        await store.AddVectorsAsync(id, Documents(matrix, vectors, dimensions), cancellationToken).ConfigureAwait(false);
        await store.SetUpToAsync(id, matrix.Ordinals.Length == 0 ? 0 : matrix.Ordinals[^1], 0, cancellationToken).ConfigureAwait(false);
        await store.ActivateAsync(id, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> AdoptServiceAsync(EmbeddingService wanted, Func<Task>? step, CancellationToken cancellationToken)
    {
        if (await store.PendingModelAsync(wanted.Name, cancellationToken).ConfigureAwait(false) is not { } model)
        {
            var probe = await wanted.Generator.GenerateAsync(["dimensions"], cancellationToken: cancellationToken).ConfigureAwait(false);
            var dimensions = probe[0].Vector.Length;
            if (dimensions > MostDimensions)
                throw new EmbeddingServiceException($"The model {wanted.Name} gives vectors of {dimensions} numbers: set ASSISTANT_EMBEDDINGS_DIMENSIONS to at most {MostDimensions}, or take another model.");
            var id = await store.AddModelAsync(wanted.Name, dimensions, 0, cancellationToken).ConfigureAwait(false);
            model = new(id, wanted.Name, dimensions, 0, 0, 0);
        }

        await EmbedAsync(model, wanted.Generator, step, cancellationToken).ConfigureAwait(false);
        await store.ActivateAsync(model.Id, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task EmbedAsync(StoredModel model, IEmbeddingGenerator<string, Embedding<float>> generator, Func<Task>? step, CancellationToken cancellationToken)
    {
        var upTo = model.UpTo;
        while (await store.TextsAfterAsync(upTo, Page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } texts)
        {
            var pieces = texts.SelectMany(text => Pieces(model, text).Select((piece, part) => (text.Ordinal, Part: part, Text: piece))).ToList();
            var tokens = 0L;
            var vectors = new List<(int, int, sbyte[])>();
            foreach (var batch in pieces.Chunk(model.Name == Embedded ? Page : service!.Batch))
            {
                var answers = await generator.GenerateAsync(batch.Select(piece => piece.Text), cancellationToken: cancellationToken).ConfigureAwait(false);
                if (answers.Count != batch.Length || answers.Any(answer => answer.Vector.Length != model.Dimensions))
                    throw new EmbeddingServiceException($"The embedding service gave other vectors than before. If the model behind {model.Name} changed, give it another name.");
                tokens += answers.Usage?.TotalTokenCount ?? 0;
                vectors.AddRange(batch.Zip(answers, (piece, answer) => (piece.Ordinal, piece.Part, Quantized.From(answer.Vector.Span))));
            }

            await store.AddVectorsAsync(model.Id, vectors, cancellationToken).ConfigureAwait(false);
            upTo = texts[^1].Ordinal;
            await store.SetUpToAsync(model.Id, upTo, tokens, cancellationToken).ConfigureAwait(false);
            if (step is not null)
                await step().ConfigureAwait(false);
        }
    }

    private IEnumerable<string> Pieces(StoredModel model, StoredText text)
    {
        var (card, body) = open(text);
        return model.Name == Embedded ? [$"{card.Title}\n{body}"] : service!.Pieces(card.Title, body);
    }

    private static IEnumerable<(long Term, double Weight, byte[] Vector)> Terms(TermMatrix matrix, float[] vectors, int dimensions)
    {
        for (var i = 0; i < matrix.Terms.Length; i++)
        {
            var vector = vectors.AsSpan(i * dimensions, dimensions);
            var largest = Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude<float>(vector));
            yield return (matrix.Terms[i], matrix.Idf[i] * largest / 127, MemoryMarshal.AsBytes(Quantized.From(vector).AsSpan()).ToArray());
        }
    }

    private static IEnumerable<(int Ordinal, int Part, sbyte[] Vector)> Documents(TermMatrix matrix, float[] vectors, int dimensions)
    {
        var document = new float[dimensions];
        for (var row = 0; row < matrix.Ordinals.Length; row++)
        {
            LatentSemantics.Fold(matrix.Columns(row), matrix.Weights(row), vectors, document);
            yield return (matrix.Ordinals[row], 0, Quantized.From(document));
        }
    }
}
