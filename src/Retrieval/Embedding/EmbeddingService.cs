using Microsoft.Extensions.AI;

namespace Assistant.Retrieval.Embedding;

/// <summary>A model outside this program that makes vectors of texts.</summary>
/// <param name="Name">Names the model; vectors of another name are made anew.</param>
/// <param name="Generator">Asks it; several texts at once.</param>
public sealed record EmbeddingService(string Name, IEmbeddingGenerator<string, Embedding<float>> Generator) : IDisposable
{
    /// <summary>Characters of a piece: a long mail becomes several vectors. About 500 tokens, which every service takes.</summary>
    public int PieceLength { get; init; } = 2_000;

    /// <summary>Pieces of a mail; what is beyond is found by its words only.</summary>
    public int MostPieces { get; init; } = 16;

    /// <summary>Texts of one request.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>US dollars for a million tokens, to show what the index cost; null where it is not known.</summary>
    public decimal? PricePerMillion { get; init; }

    public void Dispose() => Generator.Dispose();

    /// <summary>The same service with another of its models, by the name that vectors are kept under: searched until a new model has vectors of all.</summary>
    public Func<string, IEmbeddingGenerator<string, Embedding<float>>>? Another { get; init; }

    internal IEnumerable<string> Pieces(string title, string text)
    {
        var (offset, pieces) = ((int?)0, 0);
        while (offset is { } at && pieces++ < MostPieces)
        {
            var piece = Text.PassageText.Take(text, at, PieceLength);
            yield return $"{title}\n{piece.Text}";
            offset = piece.NextOffset;
        }
    }
}

/// <summary>The embedding service could not be reached, or refused.</summary>
/// <param name="message">What to do.</param>
public sealed class EmbeddingServiceException(string message) : Exception(message);
