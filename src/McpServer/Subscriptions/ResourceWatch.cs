using System.Diagnostics;
using Assistant.TokenStore;
using Assistant.Tools;
using Assistant.Tools.Google.Feed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Server.Subscriptions;

/// <summary>
/// Looks at Google for what somebody watches, once for all watchers of the same key and resource, as long as there is one and the key is good. Nothing is
/// asked for while nobody watches.
/// </summary>
internal sealed partial class ResourceWatch(IServiceScopeFactory scopes, IAuditLog audit, ServerPolicy policy, WatchTiming timing, TimeProvider time, ILogger<ResourceWatch> log)
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "google_limit", "google_unreachable", "google_failed" };

    private readonly Lock _gate = new();
    private readonly Dictionary<(string User, string? Key, string Uri), Watched> _watched = [];

    /// <summary>Begins to watch. The first look is over when it returns, so nothing that changes from now on is missed.</summary>
    /// <exception cref="ToolFailure">It cannot be watched: the message says why.</exception>
    public async Task<IDisposable> WatchAsync(CallerLease lease, string uri, Func<string, Task> changed, CancellationToken cancellationToken)
    {
        var feed = FeedUri.TryParse(uri) ?? throw new ToolFailure("not_watched", $"This resource cannot be subscribed to; these can: {FeedUri.Known}.");
        var key = (lease.Caller.UserId, lease.Caller.KeyId, uri);
        var (state, _) = await LookAsync(lease, feed, null, cancellationToken);
        var watcher = new Watcher(changed);
        lock (_gate)
        {
            if (!_watched.TryGetValue(key, out var watched))
            {
                _watched[key] = watched = new Watched(CancellationTokenSource.CreateLinkedTokenSource(lease.Revoked));
                _ = Task.Run(() => RunAsync(key, watched, lease, feed, state), CancellationToken.None);
            }

            watched.Watchers.Add(watcher);
        }

        return new Ending(() => Leave(key, watcher));
    }

    private void Leave((string, string?, string) key, Watcher watcher)
    {
        lock (_gate)
        {
            if (!_watched.TryGetValue(key, out var watched) || !watched.Watchers.Remove(watcher) || watched.Watchers.Count > 0)
                return;
            _watched.Remove(key);
            watched.Ending.Cancel();
        }
    }

    private async Task RunAsync((string User, string? Key, string Uri) key, Watched watched, CallerLease lease, FeedUri feed, FeedState state)
    {
        var wait = timing.Interval;
        var ending = watched.Ending.Token;
        try
        {
            while (true)
            {
                await Task.Delay(wait, time, ending);
                try
                {
                    (state, var hasChanged) = await LookAsync(lease, feed, state, ending);
                    wait = timing.Interval;
                    if (hasChanged)
                        await TellAsync(key, watched);
                }
                catch (ToolFailure failure) when (Passing.Contains(failure.Code))
                {
                    wait = wait * 2 < timing.Longest ? wait * 2 : timing.Longest;
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Nobody watches any more, or the key was revoked.
        }
        catch (ToolFailure)
        {
            // The account is gone or has to be connected again: there is nothing to look at. It is in the audit log.
        }
        catch (Exception failure)
        {
            LogFailed(log, failure.GetType().Name);
        }
        finally
        {
            lock (_gate)
            {
                if (_watched.GetValueOrDefault(key) == watched)
                    _watched.Remove(key);
            }

            watched.Ending.Dispose();
        }
    }

    private async Task TellAsync((string, string?, string Uri) key, Watched watched)
    {
        List<Watcher> watchers;
        lock (_gate)
            watchers = [.. watched.Watchers];
        foreach (var watcher in watchers)
        {
            try
            {
                await watcher.Changed(key.Uri);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or InvalidOperationException or ObjectDisposedException)
            {
                Leave(key, watcher);
            }
        }
    }

    private async Task<(FeedState State, bool HasChanged)> LookAsync(CallerLease lease, FeedUri feed, FeedState? before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var correlation = ActivityTraceId.CreateRandom().ToHexString();
        var started = time.GetTimestamp();
        var caller = policy.Bound(lease.Caller);
        var call = scope.ServiceProvider.GetRequiredService<CurrentCall>();
        call.Begin(caller, "resources/subscribe", correlation);
        try
        {
            var (state, hasChanged, account) = await scope.ServiceProvider.GetRequiredService<ChangeFeed>().LookAsync(feed, before, cancellationToken);
            Record(account.Id, "ok", hasChanged ? "changed" : null);
            return (state, hasChanged);
        }
        catch (ToolFailure failure)
        {
            Record(call.Accounts.FirstOrDefault(), "failed", failure.Code);
            throw;
        }

        void Record(string? account, string outcome, string? detail) =>
            audit.Record(new(time.GetUtcNow(), caller.UserId, caller.KeyId, "resources/subscribe", account, outcome, detail, time.GetElapsedTime(started), correlation));
    }

    [LoggerMessage(1, LogLevel.Error, "Watching a resource ended: {Exception}")]
    private static partial void LogFailed(ILogger logger, string exception);

    private sealed record Watcher(Func<string, Task> Changed);

    private sealed record Watched(CancellationTokenSource Ending)
    {
        public List<Watcher> Watchers { get; } = [];
    }

    private sealed class Ending(Action end) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
                end();
        }
    }
}
