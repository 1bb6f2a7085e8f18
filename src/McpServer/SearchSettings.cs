using Assistant.Retrieval.Embedding;
using Assistant.Server.Commands;
using Assistant.Tools.Search;

namespace Assistant.Server;

/// <summary>How the search indexes are kept, from the environment.</summary>
internal sealed record SearchSettings
{
    /// <summary>Whether a process that serves fills the indexes; else only <c>assistant index run</c> does.</summary>
    public bool InBackground { get; init; } = true;

    public bool KeepBodies { get; init; } = true;

    /// <summary>On PostgreSQL: documents of an account above which its vectors are kept apart with an approximate index.</summary>
    public int? GraphAbove { get; init; }

    public IndexExclusions Exclusions { get; init; } = IndexExclusions.None;

    public EmbeddingEndpoint? Embeddings { get; init; }

    /// <exception cref="CliException">A variable has no value that it may have; the message names it.</exception>
    public static SearchSettings Read(Variables variables) => new()
    {
        InBackground = !variables.IsOff("ASSISTANT_INDEX"),
        KeepBodies = !variables.IsOff("ASSISTANT_INDEX_BODIES"),
        Exclusions = ReadExclusions(variables.Text("ASSISTANT_INDEX_EXCLUDE")),
        GraphAbove = variables.Number("ASSISTANT_INDEX_HNSW_ABOVE"),
        Embeddings = variables.Service("ASSISTANT_EMBEDDINGS_URL", "ASSISTANT_EMBEDDINGS_MODEL") is not var (url, model) ? null : new(url, model)
        {
            Key = variables.Secret("ASSISTANT_EMBEDDINGS_KEY"),
            Dimensions = variables.Number("ASSISTANT_EMBEDDINGS_DIMENSIONS"),
            TokensPerMinute = variables.Number("ASSISTANT_EMBEDDINGS_TOKENS_PER_MINUTE"),
            PricePerMillion = variables.Dollars("ASSISTANT_EMBEDDINGS_PRICE"),
        },
    };

    private static IndexExclusions ReadExclusions(string? text)
    {
        try
        {
            return IndexExclusions.Parse(text);
        }
        catch (ArgumentException wrong)
        {
            throw Variables.Wrong(wrong.Message);
        }
    }
}
