namespace Assistant.Tools;

/// <summary>Sizes of results, in tokens of four characters, text and structured content counted together.</summary>
public static class ResultBudget
{
    public const int DefaultTokens = 4_000;
    public const int MaxTokens = 20_000;
    public const int CharactersPerToken = 4;

    /// <summary>The characters that a result may have for the <c>max_tokens</c> that a caller asked for, or for the default.</summary>
    public static int Characters(int? maxTokens) => Math.Clamp(maxTokens ?? DefaultTokens, 200, MaxTokens) * CharactersPerToken;
}
