namespace Assistant.Retrieval.Text;

/// <summary>The project's measure of a text's cost for a model: four characters (UTF-16 units) are one token.</summary>
public static class TokenBudget
{
    public const int CharactersPerToken = 4;

    /// <summary>Tokens of a text of that many characters, rounded up.</summary>
    public static int TokensOf(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    public static int TokensOf(string text) => TokensOf(text.Length);
}
