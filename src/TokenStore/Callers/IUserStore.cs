namespace Assistant.TokenStore;

/// <param name="Id">Random, never reused.</param>
/// <param name="Name">Unique without case: letters, digits, <c>.</c>, <c>-</c>, <c>_</c>; at most 64 characters.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record User(string Id, string Name, DateTimeOffset CreatedAt);

public interface IUserStore
{
    Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken);

    Task<User?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Adds the user with a data key of their own.</summary>
    /// <exception cref="ArgumentException">The name is taken or not allowed; the message says which.</exception>
    Task<User> AddAsync(string name, CancellationToken cancellationToken);

    /// <summary>Deletes the user, their accounts, tokens, keys and sessions, and destroys their data key. The audit log keeps who did what, without
    /// content.</summary>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);
}
