namespace Assistant.GoogleSandbox.OAuth;

/// <summary>What a person granted to the client; every token belongs to one and dies with it.</summary>
internal sealed class Grant(string person)
{
    public string Person { get; } = person;

    /// <summary>All scopes granted so far.</summary>
    public HashSet<string> Scopes { get; } = [];

    public bool Revoked { get; set; }
}

internal sealed record AuthorizationCode(
    Grant Grant,
    AuthorizationRequest Request,
    IReadOnlyList<string> Scopes,
    bool GivesRefreshToken,
    DateTimeOffset Expires)
{
    public bool Used { get; set; }
}

internal sealed record RefreshToken(Grant Grant, string Value, IReadOnlyList<string> Scopes)
{
    // A record's own ToString would print the token.
    public override string ToString() => "refresh token";
}

internal sealed record AccessToken(Grant Grant, IReadOnlyList<string> Scopes, DateTimeOffset Expires);
