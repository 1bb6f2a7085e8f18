namespace Assistant.TokenStore;

/// <summary>Hands out valid access tokens: refreshes before expiry, once for all callers of an account, in every thread and process.</summary>
public interface IAccessTokens
{
    /// <summary>A token good for at least two minutes; or what is left of the old one while Google cannot be asked.</summary>
    /// <exception cref="ReconnectNeededException">The grant ended, or the account is gone; only a new login helps.</exception>
    /// <exception cref="RefreshUnavailableException">Google could not be asked; the account is kept as it is.</exception>
    Task<Secret> GetAsync(GoogleAccount account, CancellationToken cancellationToken);

    /// <summary>As <see cref="GetAsync"/>, after Google refused <paramref name="rejected"/> with 401; refreshes unless somebody else already has.</summary>
    Task<Secret> RenewAsync(GoogleAccount account, Secret rejected, CancellationToken cancellationToken);
}
