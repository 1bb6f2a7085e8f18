namespace Assistant.TokenStore;

/// <summary>Random keys of accounts, for what other rooms keep of them (the search index). Removing the account or its user destroys them.</summary>
public interface IAccountKeys
{
    /// <summary>The 32 bytes of a purpose, made at first use, the same for ever after. The caller erases its copy.</summary>
    /// <exception cref="ArgumentException">There is no such account of this user.</exception>
    /// <exception cref="SealBrokenException">Altered or moved.</exception>
    Task<byte[]> GetAsync(string userId, string accountId, string purpose, CancellationToken cancellationToken);
}

/// <summary>The same of users, for what is of no single account. Removing the user destroys them.</summary>
public interface IUserKeys
{
    /// <inheritdoc cref="IAccountKeys.GetAsync"/>
    Task<byte[]> GetAsync(string userId, string purpose, CancellationToken cancellationToken);
}
