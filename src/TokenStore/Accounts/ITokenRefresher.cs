namespace Assistant.TokenStore;

/// <summary>Port to the authorization server (RFC 6749 §6); implemented by the front door.</summary>
public interface ITokenRefresher
{
    /// <summary>Trades the refresh token for a new access token.</summary>
    /// <exception cref="RefreshUnavailableException">Network, 429, 5xx or an answer that makes no sense: the grant may still be good, try later.</exception>
    Task<RefreshOutcome> RefreshAsync(Secret refreshToken, CancellationToken cancellationToken);
}

/// <summary>Either new tokens or the end of the grant.</summary>
public abstract record RefreshOutcome
{
    /// <param name="AccessToken">The new access token.</param>
    /// <param name="RotatedRefreshToken">Null where Google kept the old one, as it normally does.</param>
    /// <param name="ExpiresAt">UTC.</param>
    /// <param name="Scopes">Null where the answer named none: unchanged.</param>
    public sealed record Refreshed(Secret AccessToken, Secret? RotatedRefreshToken, DateTimeOffset ExpiresAt, IReadOnlyList<string>? Scopes) : RefreshOutcome;

    /// <summary>The answer was <c>invalid_grant</c>: the person has to log in again.</summary>
    public sealed record GrantEnded : RefreshOutcome;
}

public sealed class RefreshUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
