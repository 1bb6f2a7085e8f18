using System.Collections.Concurrent;

namespace Assistant.TokenStore;

/// <summary>
/// One refresh across processes: whoever holds the lease asks Google, everybody else waits and looks again. New tokens are on the disk before anybody
/// gets them.
/// </summary>
internal sealed class TokenRefresh(ITokenRows rows, TokenSeal seal, ITokenRefresher refresher, TimeProvider time)
{
    /// <summary>How long before its end a token is replaced.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <summary>After this long without a sign of life the lease of a process that died is free.</summary>
    internal static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AskTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    // Answers of Google that could not be stored yet: a rotated refresh token exists nowhere else.
    private readonly ConcurrentDictionary<string, Answer> _unsaved = [];

    /// <summary>Tokens that are good and not <paramref name="rejected"/>. Once Google is asked, cancellation waits for the answer to be stored.</summary>
    public async Task<GoogleTokens> RunAsync(GoogleAccount account, Secret? rejected, CancellationToken cancellationToken)
    {
        var owner = Ids.New();
        while (true)
        {
            var row = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
            var tokens = seal.Open(row, account.Id);
            if (IsGood(tokens, rejected))
                return tokens;
            if (await rows.TryLeaseAsync(account.Id, row.Generation, owner, LeaseTime, cancellationToken).ConfigureAwait(false))
            {
                if (await RefreshAsync(account, row, tokens, owner, cancellationToken).ConfigureAwait(false) is { } refreshed)
                    return refreshed;
            }
            else
            {
                await Task.Delay(Wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public bool IsGood(GoogleTokens tokens, Secret? rejected) =>
        tokens.AccessTokenExpiresAt - time.GetUtcNow() > Ahead && tokens.AccessToken != rejected;

    /// <exception cref="ReconnectNeededException">The account is gone or its grant has ended.</exception>
    public async Task<TokenRow> ReadAsync(GoogleAccount account, CancellationToken cancellationToken)
    {
        var row = await rows.ReadAsync(account.UserId, account.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new ReconnectNeededException(account.Nickname, userName: null);
        return row.Status == AccountStatus.Connected ? row : throw new ReconnectNeededException(row.Nickname, row.UserName);
    }

    /// <summary>
    /// The new tokens, or null where the account was changed meanwhile and has to be looked at again. Nothing is cancelled after the question has left:
    /// Google may have replaced the refresh token already.
    /// </summary>
    private async Task<GoogleTokens?> RefreshAsync(GoogleAccount account, TokenRow row, GoogleTokens tokens, string owner, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isLate = _unsaved.TryGetValue(account.Id, out var earlier) && earlier.To == tokens.RefreshToken;
            var outcome = isLate ? earlier!.Outcome : await AskAsync(account, row, tokens.RefreshToken, owner).ConfigureAwait(false);
            _unsaved[account.Id] = new Answer(tokens.RefreshToken, outcome);
            var result = outcome is RefreshOutcome.Refreshed refreshed
                ? await SaveAsync(account, tokens, refreshed).ConfigureAwait(false)
                : await EndAsync(account, tokens.RefreshToken).ConfigureAwait(false);
            _unsaved.TryRemove(account.Id, out _);
            // A late answer is stored for its refresh token; its access token may have expired since.
            return isLate ? null : result;
        }
        catch (ReconnectNeededException)
        {
            _unsaved.TryRemove(account.Id, out _);
            throw;
        }
        catch (Exception)
        {
            await TryReleaseAsync(account.Id, owner).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<RefreshOutcome> AskAsync(GoogleAccount account, TokenRow row, Secret refreshToken, string owner)
    {
        using var late = new CancellationTokenSource(AskTime, time);
        using var answered = new CancellationTokenSource();
        var beating = BeatAsync(account.Id, row.Generation, owner, answered.Token);
        try
        {
            return await refresher.RefreshAsync(refreshToken, late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException failure)
        {
            throw new RefreshUnavailableException("Google did not answer in time; try again later.", failure);
        }
        finally
        {
            await answered.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(false);
        }
    }

    private async Task BeatAsync(string accountId, long generation, string owner, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Heartbeat, time, cancellationToken).ConfigureAwait(false);
                await rows.TryLeaseAsync(accountId, generation, owner, LeaseTime, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or StoreUnavailableException or ObjectDisposedException)
        {
            // Answered; or the lease runs out, at worst Google is asked twice.
        }
    }

    private async Task<GoogleTokens?> SaveAsync(GoogleAccount account, GoogleTokens old, RefreshOutcome.Refreshed refreshed)
    {
        var refreshToken = refreshed.RotatedRefreshToken ?? old.RefreshToken;
        var tokens = new GoogleTokens(refreshed.AccessToken, refreshToken, refreshed.ExpiresAt, refreshed.Scopes ?? old.Scopes);
        while (true)
        {
            var row = await ReadAsync(account, CancellationToken.None).ConfigureAwait(false);
            if (seal.Open(row, account.Id).RefreshToken != old.RefreshToken)
                return null;
            var box = seal.Seal(row.Key, account.Id, row.Generation + 1, tokens);
            if (await rows.ReplaceAsync(account.Id, row.Generation, row.Key.Id, box, refreshed.Scopes, CancellationToken.None).ConfigureAwait(false))
                return tokens;
        }
    }

    private async Task<GoogleTokens?> EndAsync(GoogleAccount account, Secret refreshToken)
    {
        while (true)
        {
            var row = await ReadAsync(account, CancellationToken.None).ConfigureAwait(false);
            if (seal.Open(row, account.Id).RefreshToken != refreshToken)
                return null;
            if (await rows.EndAsync(account.Id, row.Generation, CancellationToken.None).ConfigureAwait(false))
                throw new ReconnectNeededException(row.Nickname, row.UserName);
        }
    }

    private async Task TryReleaseAsync(string accountId, string owner)
    {
        try
        {
            await rows.ReleaseAsync(accountId, owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or ObjectDisposedException)
        {
            // It runs out by itself; the first failure is the one to report.
        }
    }

    private sealed record Answer(Secret To, RefreshOutcome Outcome);
}
