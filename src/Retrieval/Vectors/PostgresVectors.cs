using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Vectors;

/// <summary>Vectors that the database scans itself (pgvector's halfvec): no instance keeps them in memory.</summary>
internal sealed class PostgresVectors(IndexStore store, StoredModel model) : IVectors
{
    public StoredModel Model => model;

    public Task RefreshAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task ScanAsync(sbyte[] question, bool[]? allowed, int best, float[] cosines, CancellationToken cancellationToken)
    {
        int[]? ordinals = allowed is null ? null : [.. Enumerable.Range(0, allowed.Length).Where(ordinal => allowed[ordinal])];
        foreach (var (ordinal, cosine) in await store.NearestAsync(model.Id, question, ordinals, best, cancellationToken).ConfigureAwait(false))
        {
            if (ordinal < cosines.Length && cosine > cosines[ordinal])
                cosines[ordinal] = (float)cosine;
        }
    }

    public void Dispose()
    {
    }
}
