using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>What ties Google's answer to the login that asked for it.</summary>
/// <param name="RedirectUri">Where the browser brings the code.</param>
/// <param name="State">Comes back with the code (RFC 6749 §10.12).</param>
/// <param name="Nonce">Comes back in the ID token.</param>
/// <param name="Verifier">PKCE (RFC 7636): only its digest leaves this process before the code is traded.</param>
internal sealed record LoginAttempt(Uri RedirectUri, Secret State, Secret Nonce, Secret Verifier)
{
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier.Value)));

    public static LoginAttempt Start(Uri redirectUri) => new(redirectUri, Random(), Random(), Random());

    public bool HasState(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(State.Value));

    private static Secret Random() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
}

/// <summary>A login that succeeded at Google and is not stored yet.</summary>
internal sealed record GoogleGrant(GoogleIdentity Identity, GoogleTokens Tokens);
