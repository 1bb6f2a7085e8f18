namespace Assistant.TokenStore;

/// <summary>Turns a presented credential into a caller, and takes it back when it is revoked.</summary>
public interface ICallers
{
    /// <summary>The caller of a bearer key, or null where it is unknown, expired or revoked.</summary>
    ValueTask<CallerLease?> FromKeyAsync(string presentedKey, CancellationToken cancellationToken);

    /// <summary>The caller of a local profile (stdio, command line), or null where there is no such user.</summary>
    ValueTask<CallerLease?> FromUserAsync(string userName, CancellationToken cancellationToken);
}

/// <summary>A caller for as long as it stays valid.</summary>
/// <param name="Caller">Who it is.</param>
/// <param name="Revoked">Cancelled within one second of the key or user being revoked, removed or expired, also by another process: open streams end
/// with it.</param>
public sealed record CallerLease(Caller Caller, CancellationToken Revoked);
