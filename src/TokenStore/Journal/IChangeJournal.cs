namespace Assistant.TokenStore;

/// <summary>What was changed on a user's behalf and how it can be taken back. What it says is sealed under the user's key; every method takes the owner.</summary>
public interface IChangeJournal
{
    /// <summary>
    /// Notes a change, the newest being undone first. Written before the change is made, with what is known by then, so that nothing is lost where
    /// the process ends in between; <see cref="CompleteAsync"/> says the rest.
    /// </summary>
    /// <returns>The change's id.</returns>
    Task<string> RecordAsync(NewChange change, CancellationToken cancellationToken);

    /// <summary>Replaces summary and undo of a change by what is known after it was made. Nothing happens where there is no such change of this user.</summary>
    Task CompleteAsync(string userId, string changeId, string summary, string? undo, CancellationToken cancellationToken);

    /// <summary>One change, or null where this user has none of that id.</summary>
    Task<RecordedChange?> FindAsync(string userId, string changeId, CancellationToken cancellationToken);

    /// <summary>The user's changes, newest first.</summary>
    Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, int limit, CancellationToken cancellationToken);

    /// <summary>The user's changes of one kind, newest first.</summary>
    Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, string kind, CancellationToken cancellationToken);

    /// <summary>False where another call undid it first, or there is no such change of this user.</summary>
    Task<bool> MarkUndoneAsync(string userId, string changeId, CancellationToken cancellationToken);
}

/// <param name="UserId">Whose mailbox it is.</param>
/// <param name="AccountId">The Google account.</param>
/// <param name="Kind">Names what can undo it.</param>
/// <param name="Summary">What was done, in a sentence that a person understands.</param>
/// <param name="Undo">What the one who undoes it needs, as JSON; null where it cannot be undone.</param>
public sealed record NewChange(string UserId, string AccountId, string Kind, string Summary, string? Undo);

/// <param name="Id">Random id.</param>
/// <param name="AccountId">The Google account.</param>
/// <param name="Kind">Names what can undo it.</param>
/// <param name="Summary">What was done.</param>
/// <param name="Undo">What the one who undoes it needs, as JSON; null where it cannot be undone.</param>
/// <param name="At">When it was done.</param>
/// <param name="UndoneAt">When it was taken back, or null.</param>
public sealed record RecordedChange(
    string Id, string AccountId, string Kind, string Summary, string? Undo, DateTimeOffset At, DateTimeOffset? UndoneAt);
