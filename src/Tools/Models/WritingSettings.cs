namespace Assistant.Tools.Models;

/// <summary>How the words of a mail are found.</summary>
public enum WritingWay
{
    /// <summary>The client's own model: sampling where it is offered, else a prompt for the client to write from.</summary>
    Client,

    /// <summary>The client's own model, only where it offers sampling.</summary>
    Sampling,

    /// <summary>The chat service that is configured.</summary>
    Service,

    /// <summary>Rules, templates and the person's own phrases.</summary>
    Rules,
}

/// <summary>How mail is written and analysed.</summary>
public sealed record WritingSettings
{
    /// <summary>Tried one after the other; rules always remain.</summary>
    public IReadOnlyList<WritingWay> Order { get; init; } = [WritingWay.Sampling, WritingWay.Service, WritingWay.Rules];

    public ChatEndpoint? Chat { get; init; }

    /// <summary>How long a client may take to answer for its model, its person's consent included; then the next way is tried.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the same question gets the same answer, and an unfinished draft is kept.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Tokens, sent and received, that one key may use of the chat service in a day (UTC); null for no limit.</summary>
    public long? TokensPerDay { get; init; }
}

/// <summary>A service with OpenAI's chat interface: OpenAI, Gemini, OpenRouter, Ollama, llama.cpp.</summary>
/// <param name="Url">Up to and without <c>/chat/completions</c>, such as <c>https://api.openai.com/v1</c>.</param>
/// <param name="Model">Its name there.</param>
public sealed record ChatEndpoint(Uri Url, string Model)
{
    /// <summary>Null for a service that wants none.</summary>
    public string? Key { get; init; }

    /// <summary>Without a word for so long it is given up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    // A record would write its key.
    public override string ToString() => $"{Model} at {Url.Host}";
}
