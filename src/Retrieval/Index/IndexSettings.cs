using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Embedding;
using Assistant.Retrieval.Ranking;

namespace Assistant.Retrieval.Index;

/// <summary>How the indexes are kept and searched.</summary>
/// <param name="Analyzer">Shared by all.</param>
/// <param name="Ranking">How to rank.</param>
/// <param name="VectorFolder">Where vectors are mapped from, beside a SQLite index; null where the database scans them.</param>
internal sealed record IndexSettings(TextAnalyzer Analyzer, RankingOptions Ranking, string? VectorFolder)
{
    /// <summary>Whether texts are kept (sealed): passages and feedback come from them; without, only the beginning of each is there.</summary>
    public bool KeepBodies { get; init; } = true;

    /// <summary>Documents of an account above which PostgreSQL keeps its vectors apart and asks a graph where no filter is given.</summary>
    public int GraphAbove { get; init; } = 200_000;

    /// <summary>Makes vectors in place of the embedded model.</summary>
    public EmbeddingService? Service { get; init; }
}
