namespace Assistant.TokenStore;

/// <summary>Google accounts and their sealed tokens. Every method takes the owner; an account of somebody else is the same as none.</summary>
public interface IAccountStore
{
    Task<IReadOnlyList<GoogleAccount>> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The user's account of that nickname or e-mail address (without case), or null.</summary>
    Task<GoogleAccount?> FindAsync(string userId, string nicknameOrEmail, CancellationToken cancellationToken);

    /// <summary>Adds the account, or reconnects the one with the same <see cref="GoogleIdentity.Subject"/>.</summary>
    /// <exception cref="NicknameTakenException">The nickname names another Google account of this user.</exception>
    Task<GoogleAccount> ConnectAsync(string userId, string nickname, GoogleIdentity identity, GoogleTokens tokens, CancellationToken cancellationToken);

    /// <summary>The tokens of the account, opened, or null where the account is gone.</summary>
    /// <exception cref="SealBrokenException">The row was altered or moved, or its key is gone.</exception>
    Task<GoogleTokens?> ReadTokensAsync(GoogleAccount account, CancellationToken cancellationToken);

    /// <summary>Deletes the account and its tokens. False where the user has no such account.</summary>
    Task<bool> RemoveAsync(string userId, string accountId, CancellationToken cancellationToken);
}
