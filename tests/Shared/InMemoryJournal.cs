using Assistant.TokenStore;

namespace Assistant.Tests.Shared;

/// <summary>A journal that forgets at the end of the test.</summary>
public sealed class InMemoryJournal(TimeProvider? time = null) : IChangeJournal
{
    private readonly List<(string User, RecordedChange Change)> _changes = [];

    public Task<string> RecordAsync(NewChange change, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            var id = $"change{_changes.Count + 1}";
            _changes.Add((change.UserId, new(id, change.AccountId, change.Kind, change.Summary, change.Undo, time?.GetUtcNow() ?? DateTimeOffset.UnixEpoch.AddSeconds(_changes.Count), null)));
            return Task.FromResult(id);
        }
    }

    public Task CompleteAsync(string userId, string changeId, string summary, string? undo, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            var index = _changes.FindIndex(one => one.User == userId && one.Change.Id == changeId);
            if (index >= 0)
                _changes[index] = (userId, _changes[index].Change with { Summary = summary, Undo = undo });
            return Task.CompletedTask;
        }
    }

    public Task<RecordedChange?> FindAsync(string userId, string changeId, CancellationToken cancellationToken)
    {
        lock (_changes)
            return Task.FromResult(_changes.Where(one => one.User == userId && one.Change.Id == changeId).Select(one => one.Change).FirstOrDefault());
    }

    public Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, int limit, CancellationToken cancellationToken)
    {
        lock (_changes)
            return Task.FromResult<IReadOnlyList<RecordedChange>>([.. _changes.Where(one => one.User == userId).Select(one => one.Change).Reverse().Take(limit)]);
    }

    public Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, string kind, CancellationToken cancellationToken)
    {
        lock (_changes)
            return Task.FromResult<IReadOnlyList<RecordedChange>>([.. _changes.Where(one => one.User == userId && one.Change.Kind == kind).Select(one => one.Change).Reverse()]);
    }

    public Task<bool> MarkUndoneAsync(string userId, string changeId, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            var index = _changes.FindIndex(one => one.User == userId && one.Change.Id == changeId && one.Change.UndoneAt is null);
            if (index >= 0)
                _changes[index] = (userId, _changes[index].Change with { UndoneAt = DateTimeOffset.UnixEpoch });
            return Task.FromResult(index >= 0);
        }
    }
}
