using System.Collections.Concurrent;
using Assistant.TokenStore;

namespace Assistant.Tests.Shared;

/// <summary>Callers in memory: keys and users that a test adds and revokes.</summary>
public sealed class MemoryCallers : ICallers
{
    private readonly ConcurrentDictionary<string, Entry> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entry> _users = new(StringComparer.OrdinalIgnoreCase);

    public MemoryCallers AddKey(string key, string userName, Grants? grants = null)
    {
        _keys[key] = new Entry(new Caller("id-of-" + userName, userName, grants ?? Grants.All, "id-of-" + key));
        return this;
    }

    public MemoryCallers AddUser(string userName)
    {
        _users[userName] = new Entry(new Caller("id-of-" + userName, userName, Grants.All, null));
        return this;
    }

    public void RevokeKey(string key) => Revoke(_keys, key);

    public void RemoveUser(string userName) => Revoke(_users, userName);

    public ValueTask<CallerLease?> FromKeyAsync(string presentedKey, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_keys.GetValueOrDefault(presentedKey)?.Lease);

    public ValueTask<CallerLease?> FromUserAsync(string userName, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_users.GetValueOrDefault(userName)?.Lease);

    private static void Revoke(ConcurrentDictionary<string, Entry> entries, string name)
    {
        if (entries.TryRemove(name, out var entry))
            entry.Source.Cancel();
    }

    private sealed class Entry
    {
        public Entry(Caller caller) => Lease = new CallerLease(caller, Source.Token);

        public CancellationTokenSource Source { get; } = new();

        public CallerLease Lease { get; }
    }
}
