using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Vectors;

/// <summary>The vectors of one account's model, which a search compares with its question: exactly, all that are allowed.</summary>
internal interface IVectors : IDisposable
{
    StoredModel Model { get; }

    /// <summary>Looks for vectors that were added since.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>What is worth doing once in a while, when there is time.</summary>
    /// <param name="documents">How many there are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task MaintainAsync(int documents, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The cosine of the question with every allowed document that can be among the best.</summary>
    /// <param name="question">As <see cref="Quantized.From"/> gives it.</param>
    /// <param name="allowed">Only these documents, by ordinal; null allows all.</param>
    /// <param name="best">How many documents are asked for; more may be given.</param>
    /// <param name="cosines">One for each ordinal; of several vectors of a document the best, what is not above zero is left out.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    Task ScanAsync(sbyte[] question, bool[]? allowed, int best, float[] cosines, CancellationToken cancellationToken);
}
