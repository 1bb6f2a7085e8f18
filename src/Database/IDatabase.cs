namespace Assistant.Database;

/// <summary>A database with one schema: opened and migrated at first use, on SQLite or PostgreSQL. The statements are the same for both.</summary>
public interface IDatabase : IDisposable
{
    /// <summary>A path, or host and database, for messages. Never a password.</summary>
    string Place { get; }

    /// <summary>Opens, creates and migrates; does nothing when done already.</summary>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Runs one statement, or several that need not agree.</summary>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    Task<T> ReadAsync<T>(Func<DbSession, Task<T>> query, CancellationToken cancellationToken);

    /// <summary>Runs all of it in one transaction, or none of it. May run <paramref name="work"/> again where the database asks for that.</summary>
    /// <exception cref="ConstraintException">A duplicate, or a reference to nothing.</exception>
    /// <exception cref="StoreUnavailableException">The message says what to do; nothing was changed.</exception>
    Task<T> WriteAsync<T>(Durability durability, Func<DbSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// <see cref="ReadAsync"/> for callers whose interface knows no tasks, such as Data Protection's: everything happens on the calling thread, so that
    /// it comes to an end also where every other thread waits for it.
    /// </summary>
    T Read<T>(Func<DbSession, Task<T>> query);

    /// <summary><see cref="WriteAsync"/> for the same callers, with <see cref="Durability.Full"/>.</summary>
    T Write<T>(Func<DbSession, Task<T>> work);

    /// <summary>Makes sure that what was deleted is not left in the database's own files, where the database leaves that to us.</summary>
    Task ForgetDeletedAsync(CancellationToken cancellationToken);
}

/// <summary>What survives a power cut; both survive the end of the process.</summary>
public enum Durability
{
    /// <summary>On the disk before the call returns: grants, keys, tokens.</summary>
    Full,

    /// <summary>The last moments may be lost with the power: audit, sessions, leases.</summary>
    Normal,
}
