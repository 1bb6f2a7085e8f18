namespace Assistant.TokenStore;

/// <summary>What a credential is worth now.</summary>
/// <param name="Caller">Who it is.</param>
/// <param name="GrantsText">As stored, to see whether it changed.</param>
/// <param name="ExpiresAt">Null where it does not expire.</param>
/// <param name="Revision">Of the store when this was read, in the same statement.</param>
internal sealed record CallerRow(Caller Caller, string GrantsText, DateTimeOffset? ExpiresAt, long Revision);

/// <summary>What the look-up of callers needs from a backend.</summary>
internal interface ICallerRows
{
    /// <summary>The key of that SHA-256 digest, or null where it is unknown or revoked.</summary>
    Task<CallerRow?> ByKeyAsync(byte[] digest, CancellationToken cancellationToken);

    Task<CallerRow?> ByUserAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Grows with every change of users, keys and accounts.</summary>
    Task<long> RevisionAsync(CancellationToken cancellationToken);
}
