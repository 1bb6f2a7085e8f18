namespace Assistant.TokenStore;

/// <summary>
/// Small texts of a user's own, sealed under the user's key: templates and the like. Every method takes the owner. What a kind that <see cref="OfAccount"/> made
/// holds goes when that account is removed.
/// </summary>
public interface IUserDocuments
{
    /// <summary>Of one kind and user at most.</summary>
    const int Most = 500;

    /// <returns>Its id; null where the user has <see cref="Most"/> of the kind already.</returns>
    Task<string?> AddAsync(string userId, string kind, string content, CancellationToken cancellationToken);

    /// <summary>False where this user has none of that id and kind.</summary>
    Task<bool> ReplaceAsync(string userId, string kind, string id, string content, CancellationToken cancellationToken);

    /// <summary>All of a kind, oldest first.</summary>
    Task<IReadOnlyList<UserDocument>> ListAsync(string userId, string kind, CancellationToken cancellationToken);

    Task<bool> DeleteAsync(string userId, string kind, string id, CancellationToken cancellationToken);

    /// <summary>Deletes what of a kind was last written before a time, whosever it is.</summary>
    Task PurgeAsync(string kind, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>The kind of what was made of one account's content.</summary>
    static string OfAccount(string kind, string accountId) => $"{kind}:{accountId}";
}

/// <param name="Id">Random id.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="Content">What it says.</param>
public sealed record UserDocument(string Id, DateTimeOffset ChangedAt, string Content);
