using System.Collections.Concurrent;
using Assistant.TokenStore;

namespace Assistant.Tests.Shared;

/// <summary>Documents of users that are in no store.</summary>
public sealed class MemoryDocuments(TimeProvider time) : IUserDocuments
{
    private readonly ConcurrentDictionary<string, (string User, string Kind, UserDocument Document)> _all = [];

    public Task<string?> AddAsync(string userId, string kind, string content, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        _all[id] = (userId, kind, new(id, time.GetUtcNow(), content));
        return Task.FromResult<string?>(id);
    }

    public Task<bool> ReplaceAsync(string userId, string kind, string id, string content, CancellationToken cancellationToken)
    {
        var isThere = IsOf(userId, kind, id);
        if (isThere)
            _all[id] = (userId, kind, new(id, time.GetUtcNow(), content));
        return Task.FromResult(isThere);
    }

    public Task<IReadOnlyList<UserDocument>> ListAsync(string userId, string kind, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UserDocument>>([.. _all.Values.Where(one => one.User == userId && one.Kind == kind).Select(one => one.Document).OrderBy(one => one.ChangedAt)]);

    public Task<bool> DeleteAsync(string userId, string kind, string id, CancellationToken cancellationToken) =>
        Task.FromResult(IsOf(userId, kind, id) && _all.TryRemove(id, out _));

    public Task PurgeAsync(string kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var (id, one) in _all)
        {
            if (one.Kind == kind && one.Document.ChangedAt < before)
                _all.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }

    private bool IsOf(string userId, string kind, string id) => _all.TryGetValue(id, out var one) && one.User == userId && one.Kind == kind;
}
