namespace Assistant.Server.Transports.Http;

/// <summary>
/// An event stream whose reader may change (a client that lost its GET opens it again) and which sends a comment
/// when it was silent. What is written while nobody listens is dropped here; the event store keeps it for replay.
/// </summary>
internal sealed class SseStream(Stream? target) : Stream
{
    private static readonly ReadOnlyMemory<byte> Comment = ": keep-alive\n\n"u8.ToArray();

    private readonly SemaphoreSlim _writing = new(1, 1);
    private Stream? _target = target;
    private bool _insideEvent;
    private bool _wasUsed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task AttachAsync(Stream target)
    {
        await _writing.WaitAsync(CancellationToken.None);
        _target = target;
        _writing.Release();
    }

    /// <summary>After this nothing is written to <paramref name="target"/>, whose connection may serve another request by then.</summary>
    public async Task DetachAsync(Stream target)
    {
        await _writing.WaitAsync(CancellationToken.None);
        if (ReferenceEquals(_target, target))
            _target = null;
        _writing.Release();
    }

    /// <summary>Sends a comment where nothing was written since the last beat.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(TimeSpan.Zero, cancellationToken))
            return;
        try
        {
            if (_target is { } target && !_insideEvent && !_wasUsed)
            {
                await target.WriteAsync(Comment, cancellationToken);
                await target.FlushAsync(cancellationToken);
            }

            _wasUsed = false;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is ending; its own handler sees that.
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _insideEvent = true;
            if (_target is { } target)
                await target.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _insideEvent = false;
            _wasUsed = true;
            if (_target is { } target)
                await target.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
