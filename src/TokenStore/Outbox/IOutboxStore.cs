namespace Assistant.TokenStore;

/// <summary>
/// The durable outbox. Every step that decides is on the disk before the method returns; every move is a compare-and-set, so that of several processes one
/// wins. What entries say is sealed under their user's key.
/// </summary>
public interface IOutboxStore
{
    /// <summary>
    /// Adds the entry, or finds the one that it repeats: with the same idempotency key; or, without one, with the same digest that is not final yet or was
    /// made within <paramref name="sameWithin"/>.
    /// </summary>
    /// <exception cref="IdempotencyConflictException">The key names an entry with another digest.</exception>
    Task<(OutboxEntry Entry, bool Added)> AddAsync(NewOutboxEntry entry, TimeSpan sameWithin, CancellationToken cancellationToken);

    /// <summary>The entry that a call repeats, as <see cref="AddAsync"/> would find it, or null.</summary>
    /// <exception cref="IdempotencyConflictException">The key names an entry with another digest.</exception>
    Task<OutboxEntry?> FindSameAsync(string userId, string digest, string? idempotencyKey, TimeSpan sameWithin, CancellationToken cancellationToken);

    /// <summary>Null where this user has no such entry.</summary>
    Task<OutboxEntry?> FindAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="open">Only those that are not final.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<OutboxEntry>> ListAsync(string userId, bool open, int limit, CancellationToken cancellationToken);

    /// <summary>Sets the nonce of the one question that may be answered; an older one is no longer good.</summary>
    Task<bool> AskAsync(string id, string nonce, CancellationToken cancellationToken);

    /// <summary>From waiting to held, due after its hold time or at its own time. False where it was not waiting, has expired, or the nonce is not the one asked.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="nonce">Of the question that was answered; null for the person at the machine.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    Task<bool> AgreeAsync(string id, string? nonce, CancellationToken cancellationToken);

    /// <summary>To a final state without having happened, from waiting or, where <paramref name="held"/>, from held as well.</summary>
    Task<bool> CloseAsync(string id, OutboxState state, bool held, string? nonce, CancellationToken cancellationToken);

    /// <summary>Ends the lease by putting it back to waiting: too late to happen without being asked for again.</summary>
    Task<bool> ReopenAsync(string id, string owner, CancellationToken cancellationToken);

    /// <summary>Takes the lease of this entry, if it is held and due, or somebody's lease of it has run out.</summary>
    Task<OutboxEntry?> ClaimAsync(string id, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Takes the lease of whichever entry of any user is due first, or null.</summary>
    Task<OutboxEntry?> ClaimNextAsync(string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>When the next entry is due, or a lease runs out; null where nothing waits for time.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Prolongs the lease. False where it is somebody else's by now.</summary>
    Task<bool> KeepAsync(string id, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Notes how far it is.</summary>
    /// <exception cref="LeaseLostException">The lease is somebody else's: do not go on.</exception>
    Task NoteAsync(OutboxEntry entry, string owner, string progress, CancellationToken cancellationToken);

    /// <summary>Ends the lease with a final state, and deletes the content.</summary>
    /// <exception cref="LeaseLostException">The lease is somebody else's.</exception>
    Task FinishAsync(OutboxEntry entry, string owner, OutboxState state, string result, CancellationToken cancellationToken);

    /// <summary>Ends the lease without a result: held again, and due at that time.</summary>
    Task ReleaseAsync(string id, string owner, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Reads the content once, in order.</summary>
    Stream OpenContent(OutboxEntry entry);

    /// <summary>Waiting entries that nobody agreed to in time become expired; final ones older than <paramref name="keep"/> are deleted.</summary>
    Task PurgeAsync(TimeSpan keep, CancellationToken cancellationToken);
}

/// <summary>The idempotency key names an earlier entry with other arguments.</summary>
public sealed class IdempotencyConflictException() : Exception("This idempotency_key was used for another call. Use a new one for a new mail.");

/// <summary>Another process took over the entry.</summary>
public sealed class LeaseLostException() : Exception("Another process is carrying this out.");
