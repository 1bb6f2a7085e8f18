using System.Collections.Concurrent;
using System.Diagnostics;

namespace Assistant.TokenStore;

internal sealed class AccessTokens(TokenRefresh refresh, TokenSeal seal, IAuditLog audit, TimeProvider time)
    : IAccessTokens, IDisposable, IAsyncDisposable
{
    /// <summary>After Google could not be asked, callers get the same answer this long without asking again.</summary>
    internal static readonly TimeSpan Cooldown = TimeSpan.FromSeconds(5);

    /// <summary>How long the end of the program waits for answers of Google that are on their way.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<GoogleTokens>>> _flights = [];
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Message)> _failures = [];
    private readonly CancellationTokenSource _stopping = new();

    public Task<Secret> GetAsync(GoogleAccount account, CancellationToken cancellationToken) => UseAsync(account, rejected: null, cancellationToken);

    public Task<Secret> RenewAsync(GoogleAccount account, Secret rejected, CancellationToken cancellationToken) =>
        UseAsync(account, rejected, cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>What has not reached Google is given up; what has is stored.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        Task ended = Task.WhenAll(_flights.Values.Select(flight => flight.Value));
        await ended.WaitAsync(Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<Secret> UseAsync(GoogleAccount account, Secret? rejected, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            var token = await FindAsync(account, rejected, cancellationToken).ConfigureAwait(false);
            Record(account, "token.use", "ok", null, started);
            return token;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Record(account, "token.use", "failed", Word(failure), started);
            throw;
        }
    }

    private async Task<Secret> FindAsync(GoogleAccount account, Secret? rejected, CancellationToken cancellationToken)
    {
        var row = await refresh.ReadAsync(account, cancellationToken).ConfigureAwait(false);
        var tokens = seal.Open(row, account.Id);
        if (refresh.IsGood(tokens, rejected))
            return tokens.AccessToken;
        try
        {
            var fresh = await JoinAsync(account, rejected, cancellationToken).ConfigureAwait(false);
            // A flight that was under way for somebody else may have ended with the very token that Google refused.
            if (fresh.AccessToken == rejected)
                fresh = await JoinAsync(account, rejected, cancellationToken).ConfigureAwait(false);
            return fresh.AccessToken;
        }
        catch (RefreshUnavailableException) when (tokens.AccessTokenExpiresAt > time.GetUtcNow() && tokens.AccessToken != rejected)
        {
            return tokens.AccessToken;
        }
    }

    /// <summary>The flight belongs to nobody: a caller who leaves stops waiting, no more.</summary>
    private Task<GoogleTokens> JoinAsync(GoogleAccount account, Secret? rejected, CancellationToken cancellationToken)
    {
        if (_failures.TryGetValue(account.Id, out var failure) && time.GetUtcNow() < failure.Until)
            throw new RefreshUnavailableException(failure.Message);
        Lazy<Task<GoogleTokens>>? mine = null;
        mine = new(() => Task.Run(() => FlyAsync(account, rejected, mine!), CancellationToken.None));
        return _flights.GetOrAdd(account.Id, mine).Value.WaitAsync(cancellationToken);
    }

    private async Task<GoogleTokens> FlyAsync(GoogleAccount account, Secret? rejected, Lazy<Task<GoogleTokens>> flight)
    {
        var started = time.GetTimestamp();
        try
        {
            var tokens = await refresh.RunAsync(account, rejected, _stopping.Token).ConfigureAwait(false);
            _failures.TryRemove(account.Id, out _);
            Record(account, "token.refresh", "ok", null, started);
            return tokens;
        }
        catch (Exception failure)
        {
            if (failure is RefreshUnavailableException)
                _failures[account.Id] = (time.GetUtcNow() + Cooldown, failure.Message);
            Record(account, "token.refresh", "failed", Word(failure), started);
            throw;
        }
        finally
        {
            _flights.TryRemove(new KeyValuePair<string, Lazy<Task<GoogleTokens>>>(account.Id, flight));
        }
    }

    private static string Word(Exception failure) => failure switch
    {
        ReconnectNeededException => "reconnect_needed",
        RefreshUnavailableException => "refresh_unavailable",
        SealBrokenException => "seal_broken",
        StoreUnavailableException => "store_unavailable",
        OperationCanceledException => "stopped",
        _ => "error",
    };

    private void Record(GoogleAccount account, string action, string outcome, string? word, long started) => audit.Record(new AuditEntry(
        time.GetUtcNow(),
        account.UserId,
        KeyId: null,
        action,
        account.Id,
        outcome,
        word,
        time.GetElapsedTime(started),
        Activity.Current?.TraceId.ToHexString() ?? ""));
}
