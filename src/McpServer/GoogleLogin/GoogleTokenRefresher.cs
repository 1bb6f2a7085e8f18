using Assistant.GoogleClients;
using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>Refreshes at Google's token endpoint. Only <c>invalid_grant</c> ends a grant; everything else leaves it as it is.</summary>
internal sealed class GoogleTokenRefresher(GoogleEndpoints endpoints, IOAuthClientSource clients, TokenEndpoint tokens, TimeProvider time) : ITokenRefresher
{
    public async Task<RefreshOutcome> RefreshAsync(Secret refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            var client = clients.Get();
            var reply = await tokens.PostAsync(
                endpoints.Token,
                new Dictionary<string, string>
                {
                    ["grant_type"] = "refresh_token",
                    ["refresh_token"] = refreshToken.Value,
                    ["client_id"] = client.Id,
                    ["client_secret"] = client.Secret.Value,
                },
                cancellationToken);
            if (!reply.HasAccessToken)
                throw new RefreshUnavailableException("Google's answer to the refresh held no access token; the account is kept. Try again in a minute.");
            return new RefreshOutcome.Refreshed(
                new Secret(reply.AccessToken!),
                string.IsNullOrEmpty(reply.RefreshToken) ? null : new Secret(reply.RefreshToken),
                time.GetUtcNow().AddSeconds(reply.ExpiresIn!.Value),
                reply.Scope is null ? null : reply.Scopes);
        }
        catch (TokenEndpointException problem) when (problem.Error == "invalid_grant")
        {
            return new RefreshOutcome.GrantEnded();
        }
        catch (Exception problem) when (problem is TokenEndpointException or OAuthClientMissingException)
        {
            throw new RefreshUnavailableException(problem.Message, problem);
        }
    }
}
