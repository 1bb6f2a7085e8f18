using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Assistant.TokenStore;

/// <summary>Entries wait in memory for half a second at most and are written together; while the disk fails they are kept.</summary>
internal sealed partial class QueuedAuditLog : IAuditLog, IDisposable, IAsyncDisposable
{
    internal const int Capacity = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // FullMode.Wait makes TryWrite answer false when the queue is full.
    private readonly Channel<AuditEntry> _queue = Channel.CreateBounded<AuditEntry>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });
    private readonly List<AuditEntry> _unwritten = [];
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private readonly IAuditRows _rows;
    private readonly TimeProvider _time;
    private readonly ILogger<QueuedAuditLog> _log;
    private Task? _loop;

    public QueuedAuditLog(IAuditRows rows, TimeProvider time, ILogger<QueuedAuditLog> log) => (_rows, _time, _log) = (rows, time, log);

    public void Record(AuditEntry entry)
    {
        if (!_queue.Writer.TryWrite(entry))
        {
            throw new StoreUnavailableException(
                "The audit log cannot be written, so nothing more is done that would go unrecorded. "
                + "Check the disk of the data folder with 'assistant doctor'.");
        }

        if (_loop is null)
        {
            lock (_starting)
                _loop ??= Task.Run(WriteAsync, CancellationToken.None);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // First what failed before: while the disk fails no more is taken out, so that the queue fills up and says so.
            await WriteKeptAsync(cancellationToken).ConfigureAwait(false);
            while (_queue.Reader.TryRead(out var entry))
                _unwritten.Add(entry);
            await WriteKeptAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken) =>
        _rows.ReadAsync(userId, limit, cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            if (_loop is { } loop)
                await loop.ConfigureAwait(false);
            await TryFlushAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteKeptAsync(CancellationToken cancellationToken)
    {
        if (_unwritten.Count == 0)
            return;
        await _rows.AppendAsync(_unwritten, cancellationToken).ConfigureAwait(false);
        _unwritten.Clear();
    }

    private async Task WriteAsync()
    {
        try
        {
            while (_unwritten.Count > 0 || await _queue.Reader.WaitToReadAsync(_stopping.Token).ConfigureAwait(false))
            {
                await Task.Delay(Pause, _time, _stopping.Token).ConfigureAwait(false);
                await TryFlushAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed, which flushes.
        }
    }

    private async Task TryFlushAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LogKept(_unwritten.Count, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} audit entries could not be written and are kept: {Reason}")]
    private partial void LogKept(int count, string reason);
}
