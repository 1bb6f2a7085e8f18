namespace Assistant.GoogleSandbox;

/// <summary>Tokens granted without the authorize page.</summary>
public sealed record SandboxTokens(string AccessToken, string RefreshToken, string? IdToken, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the tokens.</summary>
    public override string ToString() => $"tokens for {string.Join(' ', Scopes)}";
}
