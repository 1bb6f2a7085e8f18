using System.Buffers.Text;
using System.Security.Cryptography;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>Grants, codes and tokens of the one client, with Google's rules for them.</summary>
internal sealed class Authority(GoogleSandboxOptions options, IdTokens idTokens)
{
    // As Google's begin, and long enough that nothing else in a file begins like them by chance.
    private const string CodeStart = "4/0AeanS0";
    private const string RefreshTokenStart = "1//0gCgYIARAAGBASNwF";
    private const int LiveRefreshTokens = 100;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Grant> _grants = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AuthorizationCode> _codes = [];
    private readonly Dictionary<string, AccessToken> _access = [];
    private readonly List<RefreshToken> _refresh = [];
    private int _refreshes;

    /// <summary>How many times an access token was refreshed with success.</summary>
    public int Refreshes => Volatile.Read(ref _refreshes);

    private DateTimeOffset Now => options.Time.GetUtcNow();

    public SeedPerson? Person(string? email)
        => options.World.People.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>A code for what the person allowed of a request.</summary>
    public string Allow(AuthorizationRequest request, SeedPerson person, IReadOnlyCollection<string> granted)
    {
        lock (_gate)
        {
            var grant = GrantOf(person.Email);
            var isNew = granted.Any(scope => !grant.Scopes.Contains(scope));
            grant.Scopes.UnionWith(granted);
            var scopes = request.IncludeGranted ? grant.Scopes.Order(StringComparer.Ordinal) : granted.AsEnumerable();
            var code = CodeStart + Random();
            _codes[code] = new AuthorizationCode(grant, request, [.. scopes], request.Offline && (isNew || request.ForceConsent), Now + CodeLifetime);
            return code;
        }
    }

    /// <exception cref="OAuthException">The code, its redirect URI or its verifier is not good.</exception>
    public TokenAnswer Exchange(string code, string redirectUri, string? verifier)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(code, out var found) || found.Grant.Revoked)
                throw BadGrant("Malformed auth code.");
            if (found.Used)
            {
                // RFC 6749 §4.1.2: a code that comes twice was stolen.
                Revoke(found.Grant);
                throw BadGrant("Bad Request");
            }
            if (found.Expires <= Now)
                throw BadGrant("Bad Request");
            if (found.Request.RedirectUri != redirectUri)
                throw new OAuthException("redirect_uri_mismatch", "Bad Request");
            CheckVerifier(found.Request.CodeChallenge, verifier);
            found.Used = true;
            var refresh = found.GivesRefreshToken ? NewRefreshToken(found.Grant, found.Scopes) : null;
            return Issue(found.Grant, found.Scopes, refresh, found.Request.Nonce);
        }
    }

    /// <exception cref="OAuthException">The refresh token is unknown, revoked or does not carry the scopes.</exception>
    public TokenAnswer Refresh(string refreshToken, IReadOnlyList<string> narrowed)
    {
        lock (_gate)
        {
            var found = _refresh.Find(token => token.Value == refreshToken) ?? throw BadGrant("Token has been expired or revoked.");
            if (narrowed.Any(scope => !found.Scopes.Contains(scope)))
                throw new OAuthException("invalid_scope", "Some requested scopes were not granted.");
            Interlocked.Increment(ref _refreshes);
            string? rotated = null;
            if (options.RotateRefreshTokens)
            {
                _refresh.Remove(found);
                rotated = NewRefreshToken(found.Grant, found.Scopes);
            }
            return Issue(found.Grant, narrowed.Count > 0 ? narrowed : found.Scopes, rotated, nonce: null);
        }
    }

    /// <summary>Ends the grant that an access or refresh token belongs to, with all of its tokens.</summary>
    public bool RevokeByToken(string token)
    {
        lock (_gate)
        {
            var grant = _refresh.Find(refresh => refresh.Value == token)?.Grant ?? _access.GetValueOrDefault(token)?.Grant;
            if (grant is null)
                return false;
            Revoke(grant);
            return true;
        }
    }

    public void RevokePerson(string email)
    {
        lock (_gate)
        {
            if (_grants.TryGetValue(email, out var grant))
                Revoke(grant);
        }
    }

    /// <summary>The token's meaning while it is good, else null.</summary>
    public AccessToken? Open(string accessToken)
    {
        lock (_gate)
            return _access.TryGetValue(accessToken, out var found) && found.Expires > Now ? found : null;
    }

    public void ExpireAccessTokens()
    {
        lock (_gate)
            _access.Clear();
    }

    /// <summary>Tokens without the authorize page.</summary>
    public TokenAnswer GrantDirectly(SeedPerson person, IReadOnlyList<string> scopes)
    {
        lock (_gate)
        {
            var grant = GrantOf(person.Email);
            grant.Scopes.UnionWith(scopes);
            return Issue(grant, scopes, NewRefreshToken(grant, scopes), nonce: null);
        }
    }

    private static OAuthException BadGrant(string description) => new("invalid_grant", description);

    private static void CheckVerifier(string? challenge, string? verifier)
    {
        if (challenge is null && verifier is not null)
            throw new OAuthException("invalid_request", "code_verifier was not expected: the authorization request had no code_challenge.");
        if (challenge is not null && verifier is null)
            throw BadGrant("Missing code verifier.");
        if (challenge is not null && !Pkce.Fits(challenge, verifier!))
            throw BadGrant("Invalid code verifier.");
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private Grant GrantOf(string email)
    {
        if (!_grants.TryGetValue(email, out var grant))
            _grants[email] = grant = new Grant(email);
        return grant;
    }

    private TokenAnswer Issue(Grant grant, IReadOnlyList<string> scopes, string? refreshToken, string? nonce)
    {
        var value = "ya29." + Random();
        _access[value] = new AccessToken(grant, scopes, Now + options.AccessTokenLifetime);
        var idToken = scopes.Contains(ScopeNames.OpenId) ? idTokens.Issue(Person(grant.Person)!, nonce, scopes) : null;
        return new TokenAnswer(value, options.AccessTokenLifetime, scopes, refreshToken, idToken);
    }

    private string NewRefreshToken(Grant grant, IReadOnlyList<string> scopes)
    {
        var token = new RefreshToken(grant, RefreshTokenStart + Random(), scopes);
        // The oldest dies without a word when a person has too many.
        if (_refresh.Count(other => other.Grant == grant) >= LiveRefreshTokens)
            _refresh.Remove(_refresh.First(other => other.Grant == grant));
        _refresh.Add(token);
        return token.Value;
    }

    private void Revoke(Grant grant)
    {
        grant.Revoked = true;
        _grants.Remove(grant.Person);
        _refresh.RemoveAll(token => token.Grant == grant);
        foreach (var access in _access.Where(pair => pair.Value.Grant == grant).Select(pair => pair.Key).ToList())
            _access.Remove(access);
    }
}
