namespace Assistant.TokenStore;

/// <summary>A session of a client of revision 2025-11-25 or older, bound to its user.</summary>
public sealed record McpSession(string Id, string UserId, string? KeyId, string Client, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

public interface ISessionStore
{
    /// <summary>At the limit the user's longest unused session gives way, where it was last seen more than two minutes ago.</summary>
    /// <exception cref="TooManySessionsException">The user already has <paramref name="limit"/> sessions, all in use.</exception>
    Task OpenAsync(string sessionId, Caller caller, string client, int limit, CancellationToken cancellationToken);

    /// <summary>Notes, to within ten seconds, that it was used. False where it does not exist or belongs to somebody else: the same answer for both.</summary>
    Task<bool> TouchAsync(string sessionId, string userId, CancellationToken cancellationToken);

    Task CloseAsync(string sessionId, CancellationToken cancellationToken);

    Task<IReadOnlyList<McpSession>> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Deletes what was last seen before <paramref name="idleSince"/>; returns their ids.</summary>
    Task<IReadOnlyList<string>> EvictIdleAsync(DateTimeOffset idleSince, CancellationToken cancellationToken);
}

public sealed class TooManySessionsException(int limit)
    : Exception($"This user already has {limit} open sessions; close one (DELETE with its Mcp-Session-Id) or wait until idle ones are evicted.");
