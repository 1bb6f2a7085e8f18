using System.Globalization;
using Assistant.Retrieval.Embedding;
using Assistant.Server.Commands;
using Assistant.Tools.Conversations;
using Assistant.Tools.Search;

namespace Assistant.Server;

/// <summary>How the search indexes are kept, from the environment.</summary>
internal sealed record SearchSettings
{
    private const string Url = "ASSISTANT_EMBEDDINGS_URL";
    private const string Model = "ASSISTANT_EMBEDDINGS_MODEL";
    private const string Key = "ASSISTANT_EMBEDDINGS_KEY";
    private const string KeyFile = "ASSISTANT_EMBEDDINGS_KEY_FILE";

    /// <summary>Whether a process that serves fills the indexes; else only <c>assistant index run</c> does.</summary>
    public bool InBackground { get; init; } = true;

    public bool KeepBodies { get; init; } = true;

    /// <summary>On PostgreSQL: documents of an account above which its vectors are kept apart with an approximate index.</summary>
    public int? GraphAbove { get; init; }

    public IndexExclusions Exclusions { get; init; } = IndexExclusions.None;

    public EmbeddingEndpoint? Embeddings { get; init; }

    /// <exception cref="CliException">A variable has no value that it may have; the message names it.</exception>
    public static SearchSettings Read(Func<string, string?> variable)
    {
        try
        {
            return new()
            {
                InBackground = !IsOff(variable("ASSISTANT_INDEX")),
                KeepBodies = !IsOff(variable("ASSISTANT_INDEX_BODIES")),
                Exclusions = IndexExclusions.Parse(variable("ASSISTANT_INDEX_EXCLUDE")),
                GraphAbove = Number(variable, "ASSISTANT_INDEX_HNSW_ABOVE"),
                Embeddings = ReadEmbeddings(variable),
            };
        }
        catch (ArgumentException wrong)
        {
            throw new CliException(wrong.Message, ExitCode.Usage);
        }
    }

    /// <exception cref="CliException">The days are no number.</exception>
    public static ConversationSettings ReadConversations(Func<string, string?> variable)
    {
        try
        {
            return new(Number(variable, "ASSISTANT_CONVERSATION_DAYS") is { } days ? TimeSpan.FromDays(Math.Min(days, 36_500)) : null);
        }
        catch (ArgumentException wrong)
        {
            throw new CliException(wrong.Message, ExitCode.Usage);
        }
    }

    private static bool IsOff(string? value) => value?.Trim().ToLowerInvariant() is "off" or "false" or "0" or "no";

    private static EmbeddingEndpoint? ReadEmbeddings(Func<string, string?> variable)
    {
        if (Given(variable, Url) is not { } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new ArgumentException($"{Url} is '{url}': give an https address such as https://api.openai.com/v1, or an http one of this computer.");
        return new(address, Given(variable, Model) ?? throw new ArgumentException($"{Url} is set, but {Model} is not: name the model to use."))
        {
            Key = Given(variable, Key) ?? (Given(variable, KeyFile) is { } file ? ReadFile(file) : null),
            Dimensions = Number(variable, "ASSISTANT_EMBEDDINGS_DIMENSIONS"),
            TokensPerMinute = Number(variable, "ASSISTANT_EMBEDDINGS_TOKENS_PER_MINUTE"),
            PricePerMillion = Given(variable, "ASSISTANT_EMBEDDINGS_PRICE") is not { } price ? null
                : decimal.TryParse(price, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) ? dollars
                : throw new ArgumentException($"ASSISTANT_EMBEDDINGS_PRICE is '{price}': give US dollars for a million tokens, such as 0.02."),
        };
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"{KeyFile} cannot be read: {failure.Message}");
        }
    }

    private static string? Given(Func<string, string?> variable, string name) => string.IsNullOrWhiteSpace(variable(name)) ? null : variable(name)!.Trim();

    private static int? Number(Func<string, string?> variable, string name) => Given(variable, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new ArgumentException($"{name} is '{text}': give a whole number above zero.");
}
