using System.Collections.Concurrent;
using System.Security.Cryptography;
using Assistant.TokenStore;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Assistant.Server.Transports.Http;

/// <summary>The open sessions of this process; each is noted in the store, bound to its user.</summary>
internal sealed partial class SessionTable(
    HttpHostOptions options,
    ServerOptions serverOptions,
    ISessionStore store,
    Heartbeat heartbeat,
    IServiceProvider services,
    ILoggerFactory loggers,
    TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Resting = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, HttpSession> _sessions = new(StringComparer.Ordinal);
    private readonly ILogger _logger = loggers.CreateLogger<SessionTable>();
    private int _count;

    public ICollection<HttpSession> All => _sessions.Values;

    /// <returns>Null where the server is full.</returns>
    /// <exception cref="TooManySessionsException">The user has too many.</exception>
    public async Task<HttpSession?> OpenAsync(Caller caller, string client, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _count) > options.MaxSessions)
        {
            Interlocked.Decrement(ref _count);
            return null;
        }

        try
        {
            var id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
            await RegisterAsync(id, caller, client, cancellationToken);
            var session = new HttpSession(id, caller.UserId, Now, serverOptions.Sessions, loggers, services);
            _sessions[id] = session;
            return session;
        }
        catch
        {
            Interlocked.Decrement(ref _count);
            throw;
        }
    }

    /// <summary>Many clients end without closing their session, so one that rests makes room for a new one; what a dead process left is the store's to clear.</summary>
    private async Task RegisterAsync(string id, Caller caller, string client, CancellationToken cancellationToken)
    {
        if (All.Count(session => session.UserId == caller.UserId) >= options.MaxSessionsPerUser && LongestUnused(caller) is { } resting)
            await CloseAsync(resting);
        await store.OpenAsync(id, caller, client, options.MaxSessionsPerUser, cancellationToken);
    }

    private HttpSession? LongestUnused(Caller caller) => All
        .Where(session => session.UserId == caller.UserId && !session.IsBusy && time.GetElapsedTime(session.LastUsed) >= Resting)
        .MinBy(session => session.LastUsed);

    /// <summary>Null for an unknown session and for somebody else's alike.</summary>
    public HttpSession? Find(string id, Caller caller) =>
        _sessions.TryGetValue(id, out var session) && session.UserId == caller.UserId ? session : null;

    public async Task CloseAsync(HttpSession session)
    {
        if (!_sessions.TryRemove(session.Id, out _))
            return;
        Interlocked.Decrement(ref _count);
        heartbeat.Forget(session.Stream);
        await session.DisposeAsync();
        await store.CloseAsync(session.Id, CancellationToken.None);
    }

    /// <summary>For a revoked key, whose token waits for nobody. The row goes with the sweep where the store is busy.</summary>
    public void BeginClose(HttpSession session) =>
        _ = Task.Run(() => CloseAsync(session)).ContinueWith(
            closing => LogCloseFailed(_logger, closing.Exception!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    public long Now => time.GetTimestamp();

    public async ValueTask DisposeAsync() => await Task.WhenAll(All.Select(CloseAsync));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A session was not closed cleanly")]
    private static partial void LogCloseFailed(ILogger logger, Exception exception);
}
