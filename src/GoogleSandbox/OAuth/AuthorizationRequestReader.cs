using System.Net;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>Checks the parameters of the authorize page.</summary>
internal sealed class AuthorizationRequestReader(string clientId)
{
    private static readonly HashSet<string> Known =
    [
        "client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "access_type",
        "prompt", "include_granted_scopes", "enable_granular_consent", "login_hint", "hd", "display", "openid.realm",
    ];

    /// <exception cref="OAuthException">What Google shows on an error page: nothing of it goes to the redirect URI.</exception>
    public AuthorizationRequest Read(IReadOnlyDictionary<string, IReadOnlyList<string>> query)
    {
        foreach (var (name, values) in query)
        {
            if (!Known.Contains(name))
                throw Invalid($"Unknown parameter: {name}");
            if (values.Count != 1)
                throw Invalid($"Parameter given more than once: {name}");
        }
        if (Required("client_id") != clientId)
            throw new OAuthException("invalid_client", "The OAuth client was not found.", 401);
        var redirect = Required("redirect_uri");
        if (!IsLoopback(redirect))
        {
            throw new OAuthException(
                "redirect_uri_mismatch",
                $"The redirect URI {redirect} is not registered: this client may use http://127.0.0.1:PORT, http://localhost:PORT and http://[::1]:PORT.");
        }
        if (Required("response_type") != "code")
            throw new OAuthException("unsupported_response_type", "response_type must be code.");
        var scopes = ScopeNames.Parse(Required("scope"));
        if (scopes.FirstOrDefault(scope => !ScopeNames.IsKnown(scope)) is { } unknown)
            throw new OAuthException("invalid_scope", $"Unknown scope: {unknown}");
        var prompts = (One("prompt") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (prompts.FirstOrDefault(prompt => prompt is not ("none" or "consent" or "select_account")) is { } wrong)
            throw Invalid($"Invalid prompt: {wrong}");
        if (prompts.Contains("none"))
            throw new OAuthException("interaction_required", "Nobody is signed in, so that prompt=none cannot succeed.");
        return new AuthorizationRequest(
            redirect,
            scopes,
            One("state"),
            One("nonce"),
            Challenge(),
            Choice("access_type", "online", "offline") == "offline",
            prompts.Contains("consent"),
            Choice("include_granted_scopes", "false", "true") == "true",
            One("login_hint"));

        string? One(string name) => query.TryGetValue(name, out var values) && values[0].Length > 0 ? values[0] : null;

        string Required(string name) => One(name) ?? throw Invalid($"Required parameter is missing: {name}");

        string Choice(string name, string otherwise, string other)
            => (One(name) ?? otherwise) is var value && (value == otherwise || value == other) ? value : throw Invalid($"Invalid {name}: {value}");

        string? Challenge()
        {
            var challenge = One("code_challenge");
            var method = One("code_challenge_method");
            if (challenge is null)
                return method is null ? null : throw Invalid("code_challenge_method needs a code_challenge.");
            if (method != "S256")
                throw Invalid("code_challenge_method must be S256.");
            return Pkce.IsWellFormed(challenge) ? challenge : throw Invalid("code_challenge must be 43 to 128 characters of A-Z a-z 0-9 - . _ ~");
        }
    }

    private static OAuthException Invalid(string description) => new("invalid_request", description);

    private static bool IsLoopback(string redirect)
        => Uri.TryCreate(redirect, UriKind.Absolute, out var uri)
            && uri.Scheme == "http"
            && uri.Fragment.Length == 0
            && uri.UserInfo.Length == 0
            && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
