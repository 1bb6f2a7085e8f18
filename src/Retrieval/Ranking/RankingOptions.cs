namespace Assistant.Retrieval.Ranking;

/// <summary>How a search ranks. The defaults are what the product uses.</summary>
public sealed record RankingOptions
{
    /// <summary>The share of the words' rank in the whole; the rest is the vectors'.</summary>
    public double LexicalShare { get; init; } = 0.5;

    /// <summary>How many of the first results lend their words to the question (pseudo-relevance feedback, RM3); 0 for none.</summary>
    public int FeedbackDocuments { get; init; } = 10;

    /// <summary>How many words they lend.</summary>
    public int FeedbackTerms { get; init; } = 20;

    /// <summary>The share of the lent words in the question.</summary>
    public double FeedbackShare { get; init; } = 0.5;

    /// <summary>Vectors learned from fewer documents than this are not used.</summary>
    public int FewestForVectors { get; init; } = 300;

    /// <summary>Directions of the embedded model, at most a quarter of the documents.</summary>
    public int Dimensions { get; init; } = 300;

    /// <summary>Words the embedded model knows at most.</summary>
    public int Vocabulary { get; init; } = 40_000;
}
