using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore;

/// <summary>The sealed tokens of an account with what opens them, read in one statement.</summary>
/// <param name="Key">The data key that the row names.</param>
/// <param name="Generation">Grows with every write; a write on an older one does nothing.</param>
/// <param name="Sealed">Opens only as this user's, this account's and this generation's.</param>
/// <param name="Status">Of the account.</param>
/// <param name="Nickname">For messages.</param>
/// <param name="UserName">For messages.</param>
internal sealed record TokenRow(WrappedKey Key, long Generation, byte[] Sealed, AccountStatus Status, string Nickname, string UserName);

/// <summary>What the refresh needs from a backend. Each method is one transaction.</summary>
internal interface ITokenRows
{
    Task<TokenRow?> ReadAsync(string userId, string accountId, CancellationToken cancellationToken);

    /// <summary>Takes or prolongs the right to ask Google, from the moment of the write. False while somebody else has it, or where the row has
    /// changed.</summary>
    Task<bool> TryLeaseAsync(string accountId, long generation, string owner, TimeSpan duration, CancellationToken cancellationToken);

    Task ReleaseAsync(string accountId, string owner, CancellationToken cancellationToken);

    /// <summary>Replaces the tokens and ends the lease. False where the row is no longer of <paramref name="generation"/> or sealed under another
    /// key.</summary>
    Task<bool> ReplaceAsync(string accountId, long generation, string keyId, byte[] box, IReadOnlyList<string>? scopes, CancellationToken cancellationToken);

    /// <summary>Marks the account as <see cref="AccountStatus.ReconnectNeeded"/>. False where the row is no longer of <paramref name="generation"/>.</summary>
    Task<bool> EndAsync(string accountId, long generation, CancellationToken cancellationToken);
}
