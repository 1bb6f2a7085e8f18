using System.Collections.Concurrent;
using Assistant.TokenStore;

namespace Assistant.Tests.Shared;

/// <summary>The session store in memory, with a count of writes.</summary>
public sealed class MemorySessions(TimeProvider? time = null) : ISessionStore
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, McpSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _writes;

    public int Writes => Volatile.Read(ref _writes);

    public int Count => _sessions.Count;

    public Task OpenAsync(string sessionId, Caller caller, string client, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_sessions.Values.Count(session => session.UserId == caller.UserId) >= limit)
                throw new TooManySessionsException(limit);
            var now = _time.GetUtcNow();
            _sessions[sessionId] = new McpSession(sessionId, caller.UserId, caller.KeyId, client, now, now);
            _writes++;
        }

        return Task.CompletedTask;
    }

    public Task<bool> TouchAsync(string sessionId, string userId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _writes++;
            if (!_sessions.TryGetValue(sessionId, out var session) || session.UserId != userId)
                return Task.FromResult(false);
            _sessions[sessionId] = session with { LastSeenAt = _time.GetUtcNow() };
            return Task.FromResult(true);
        }
    }

    public Task CloseAsync(string sessionId, CancellationToken cancellationToken)
    {
        _sessions.TryRemove(sessionId, out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<McpSession>> ListAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<McpSession>>([.. _sessions.Values.Where(session => session.UserId == userId)]);

    public Task<IReadOnlyList<string>> EvictIdleAsync(DateTimeOffset idleSince, CancellationToken cancellationToken)
    {
        var idle = _sessions.Values.Where(session => session.LastSeenAt < idleSince).Select(session => session.Id).ToArray();
        foreach (var id in idle)
            _sessions.TryRemove(id, out _);
        return Task.FromResult<IReadOnlyList<string>>(idle);
    }
}
