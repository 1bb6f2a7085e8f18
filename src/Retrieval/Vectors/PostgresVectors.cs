using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Vectors;

/// <summary>
/// Vectors that the database scans itself: no instance keeps them in memory. Exactly, as long as an account has not more of them than
/// <paramref name="graphAbove"/>; above that a question without filter asks a graph, which finds most of the nearest.
/// </summary>
internal sealed class PostgresVectors(IndexStore store, StoredModel model, int graphAbove) : IVectors
{
    private bool _hasGraph;

    public StoredModel Model => model;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (!_hasGraph)
            _hasGraph = await VectorScan.HasGraphAsync(store, model, cancellationToken).ConfigureAwait(false);
    }

    public async Task MaintainAsync(int documents, CancellationToken cancellationToken)
    {
        if (documents <= graphAbove || _hasGraph)
            return;
        await VectorScan.MakeGraphAsync(store, model, cancellationToken).ConfigureAwait(false);
        _hasGraph = true;
    }

    public async Task ScanAsync(sbyte[] question, bool[]? allowed, int best, float[] cosines, CancellationToken cancellationToken)
    {
        int[]? ordinals = allowed is null ? null : [.. Enumerable.Range(0, allowed.Length).Where(ordinal => allowed[ordinal])];
        var found = _hasGraph && ordinals is null
            ? await VectorScan.GraphAsync(store, model, question, cancellationToken).ConfigureAwait(false)
            : await VectorScan.ExactAsync(store, model.Id, question, ordinals, best, cancellationToken).ConfigureAwait(false);
        foreach (var (ordinal, cosine) in found)
        {
            if (ordinal < cosines.Length && cosine > cosines[ordinal])
                cosines[ordinal] = (float)cosine;
        }
    }

    public void Dispose()
    {
    }
}
