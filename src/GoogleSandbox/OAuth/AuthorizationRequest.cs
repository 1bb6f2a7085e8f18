namespace Assistant.GoogleSandbox.OAuth;

/// <summary>An authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1) that was found good.</summary>
/// <remarks>
/// The challenge is one of method S256. Offline asks for a refresh token, and forced consent (<c>prompt=consent</c>) for a new one even where one was
/// given before. Tokens that include what is granted carry the scopes of earlier consents too.
/// </remarks>
internal sealed record AuthorizationRequest(
    string RedirectUri,
    IReadOnlyList<string> Scopes,
    string? State,
    string? Nonce,
    string? CodeChallenge,
    bool Offline,
    bool ForceConsent,
    bool IncludeGranted,
    string? LoginHint);
