using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Assistant.TokenStore;

/// <summary>
/// Answers from memory while a background loop sees, every 250 ms, that nothing changed in the store. When the loop has seen nothing for a second, every
/// request asks the store itself.
/// </summary>
internal sealed partial class CachedCallers(ICallerRows rows, TimeProvider time, ILogger<CachedCallers> log) : ICallers, IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Credential, CallerEntry> _entries = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private Task? _watching;
    private long _seen = long.MinValue;

    public ValueTask<CallerLease?> FromKeyAsync(string presentedKey, CancellationToken cancellationToken)
    {
        // The length alone bounds the work; the checksum is looked at only where the cache does not know the key.
        if (presentedKey.Length != KeyText.Length)
            return default;
        Span<byte> digest = stackalloc byte[KeyText.DigestBytes];
        KeyText.Digest(presentedKey, digest);
        var credential = Credential.Key(digest);
        if (Known(credential) is { } lease)
            return new(lease);
        return KeyText.IsWellFormed(presentedKey) ? new(LoadAsync(credential, cancellationToken)) : default;
    }

    public ValueTask<CallerLease?> FromUserAsync(string userName, CancellationToken cancellationToken)
    {
        var credential = Credential.User(userName);
        return Known(credential) is { } lease ? new(lease) : new(LoadAsync(credential, cancellationToken));
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _entries.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_watching is { } watching)
            await watching.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private CallerLease? Known(in Credential credential) =>
        _entries.TryGetValue(credential, out var entry) && IsTrusted() && !entry.IsExpired(time.GetUtcNow()) ? entry.Lease : null;

    private bool IsTrusted()
    {
        var seen = Volatile.Read(ref _seen);
        return seen != long.MinValue && time.GetElapsedTime(seen) < Trusted;
    }

    private async Task<CallerLease?> LoadAsync(Credential credential, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(credential, cancellationToken).ConfigureAwait(false);
        if (row is null || row.ExpiresAt <= time.GetUtcNow())
        {
            if (_entries.TryRemove(credential, out var dead))
                dead.Revoke();
            return null;
        }

        StartWatching();
        while (true)
        {
            var entry = _entries.GetOrAdd(credential, static (_, row) => new CallerEntry(row), row);
            if (entry.StillHolds(row))
                return entry.Lease;
            Remove(credential, entry);
        }
    }

    private Task<CallerRow?> ReadAsync(Credential credential, CancellationToken cancellationToken) =>
        credential.UserName is { } name ? rows.ByUserAsync(name, cancellationToken) : rows.ByKeyAsync(credential.Digest(), cancellationToken);

    private void StartWatching()
    {
        if (_watching is not null)
            return;
        lock (_starting)
            _watching ??= Task.Run(WatchAsync, CancellationToken.None);
    }

    private async Task WatchAsync()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                await LookAsync(_stopping.Token).ConfigureAwait(false);
                await Task.Delay(Period, time, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Taken before the question: what changes after it is not covered by the answer.
            var asked = time.GetTimestamp();
            var revision = await rows.RevisionAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (credential, entry) in _entries)
            {
                if (entry.IsExpired(time.GetUtcNow()))
                    Remove(credential, entry);
                else if (entry.Revision != revision)
                    await VerifyAsync(credential, entry, cancellationToken).ConfigureAwait(false);
            }

            Volatile.Write(ref _seen, asked);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogBlind(failure.Message);
        }
    }

    private async Task VerifyAsync(Credential credential, CallerEntry entry, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(credential, cancellationToken).ConfigureAwait(false);
        if (entry.StillHolds(row))
            entry.Revision = row!.Revision;
        else
            Remove(credential, entry);
    }

    private void Remove(Credential credential, CallerEntry entry)
    {
        if (_entries.TryRemove(new KeyValuePair<Credential, CallerEntry>(credential, entry)))
            entry.Revoke();
    }

    [LoggerMessage(LogLevel.Warning, "Revocations cannot be watched, so every request asks the store: {Reason}")]
    private partial void LogBlind(string reason);
}
