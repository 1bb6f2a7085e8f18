using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Index;
using Microsoft.Extensions.AI;

namespace Assistant.Retrieval.Embedding;

/// <summary>The embedded model of one account: vectors of terms, learned from its own mail and stored with its index. Nothing is downloaded or sent.</summary>
internal sealed class LsaEmbeddings(IndexStore store, StoredModel model, TextAnalyzer analyzer, TermKey terms, Func<Language, IReadOnlyList<Language>> languages)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var counted = values.Select(Count).ToList();
        var known = (await store.ModelTermsAsync(model.Id, [.. counted.SelectMany(counts => counts.Keys).Distinct()], cancellationToken).ConfigureAwait(false))
            .ToDictionary(row => row.Term, row => (row.Weight, row.Vector));
        return new(counted.Select(counts => new Embedding<float>(Fold(counts, known))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private Dictionary<long, int> Count(string text)
    {
        var counts = new Dictionary<long, int>();
        var (_, _, guessed) = analyzer.Count(text);
        foreach (var language in languages(guessed))
        {
            foreach (var (term, count) in analyzer.Count(text, language).Counts)
                counts[terms.OfTerm(term)] = count;
        }

        return counts;
    }

    private float[] Fold(Dictionary<long, int> counts, Dictionary<long, (double Weight, byte[] Vector)> known)
    {
        var vector = new float[model.Dimensions];
        var term = new float[model.Dimensions];
        foreach (var (number, count) in counts)
        {
            if (!known.TryGetValue(number, out var row))
                continue;
            TensorPrimitives.ConvertTruncating<sbyte, float>(MemoryMarshal.Cast<byte, sbyte>(row.Vector), term);
            TensorPrimitives.MultiplyAdd(term, (1 + MathF.Log(count)) * (float)row.Weight, vector, vector);
        }

        return vector;
    }
}
