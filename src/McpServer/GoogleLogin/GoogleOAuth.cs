using Assistant.GoogleClients;
using Assistant.TokenStore;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Server.GoogleLogin;

/// <summary>Google's OAuth 2.0 for installed apps: https://developers.google.com/identity/protocols/oauth2/native-app</summary>
internal sealed class GoogleOAuth(GoogleEndpoints endpoints, IOAuthClientSource clients, TokenEndpoint tokens, TimeProvider time)
{
    /// <summary>Where to send the browser.</summary>
    /// <param name="attempt">The login under way.</param>
    /// <param name="loginHint">Address of the account to preselect, or null.</param>
    /// <exception cref="OAuthClientMissingException">No OAuth client is configured.</exception>
    public Uri AuthorizationUrl(LoginAttempt attempt, string? loginHint)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = clients.Get().Id,
            ["redirect_uri"] = attempt.RedirectUri.AbsoluteUri,
            ["response_type"] = "code",
            ["scope"] = FeatureScopes.Requested,
            ["state"] = attempt.State.Value,
            ["nonce"] = attempt.Nonce.Value,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
            ["access_type"] = "offline",
            // Without it a second login of the same account brings no refresh token.
            ["prompt"] = "consent",
            ["include_granted_scopes"] = "true",
        };
        if (loginHint is not null)
            query["login_hint"] = loginHint;
        return new Uri(QueryHelpers.AddQueryString(endpoints.Authorization.AbsoluteUri, query));
    }

    /// <summary>Trades the code for tokens and learns whose they are.</summary>
    /// <exception cref="LoginFailedException">Google refused, could not be reached, or its answer does not fit the attempt.</exception>
    public async Task<GoogleGrant> ExchangeAsync(LoginAttempt attempt, Secret code, CancellationToken cancellationToken)
    {
        var client = clients.Get();
        var reply = await PostAsync(
            new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code.Value,
                ["code_verifier"] = attempt.Verifier.Value,
                ["redirect_uri"] = attempt.RedirectUri.AbsoluteUri,
                ["client_id"] = client.Id,
                ["client_secret"] = client.Secret.Value,
            },
            cancellationToken);
        if (!reply.HasAccessToken)
            throw new LoginFailedException("Google's answer held no access token. Nothing was stored; run the login again.");
        if (string.IsNullOrEmpty(reply.RefreshToken))
        {
            throw new LoginFailedException(
                "Google gave no refresh token, so the login would end within the hour. Remove the app at https://myaccount.google.com/connections and log in again.");
        }
        var identity = IdToken.Check(reply.IdToken, endpoints.Issuer, client.Id, attempt.Nonce, time.GetUtcNow());
        return new GoogleGrant(
            identity,
            new GoogleTokens(
                new Secret(reply.AccessToken!),
                new Secret(reply.RefreshToken),
                time.GetUtcNow().AddSeconds(reply.ExpiresIn!.Value),
                reply.Scopes));
    }

    /// <summary>Ends the grant at Google (RFC 7009). A token that Google no longer knows counts as ended.</summary>
    /// <exception cref="TokenEndpointException">Google could not be asked, or refused.</exception>
    public async Task RevokeAsync(Secret refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            await tokens.PostForStatusAsync(endpoints.Revocation, new Dictionary<string, string> { ["token"] = refreshToken.Value }, cancellationToken);
        }
        catch (TokenEndpointException problem) when (problem.Error is "invalid_token" or "invalid_grant")
        {
            // Revoked or expired before: what was asked for is so.
        }
    }

    private async Task<TokenReply> PostAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.PostAsync(endpoints.Token, form, cancellationToken);
        }
        catch (TokenEndpointException problem)
        {
            throw new LoginFailedException(problem.Message, problem);
        }
    }
}
