namespace Assistant.Retrieval.Embedding;

/// <summary>A service with OpenAI's embeddings interface: OpenAI, Gemini, OpenRouter, Ollama, llama.cpp.</summary>
/// <param name="Url">Up to and without <c>/embeddings</c>, such as <c>https://api.openai.com/v1</c>.</param>
/// <param name="Model">Its name there.</param>
public sealed record EmbeddingEndpoint(Uri Url, string Model)
{
    /// <summary>Null for a service that wants none.</summary>
    public string? Key { get; init; }

    /// <summary>Numbers of a vector, for models that let the caller choose; null for the model's own.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Tokens that may be sent in a minute; null for as many as the service takes.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>US dollars for a million tokens.</summary>
    public decimal? PricePerMillion { get; init; }

    // A record would write its key.
    public override string ToString() => $"{Model} at {Url.Host}";
}
