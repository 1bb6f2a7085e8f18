using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

/// <summary>Content in sealed pieces of 1 MiB: only one is open at a time. The number and whether it is the last are bound into each.</summary>
internal sealed class ChunkWriter(byte[] key, string id, Action<int, byte[]> write) : MemoryStream
{
    public const int ChunkBytes = 1024 * 1024;

    private readonly byte[] _buffer = new byte[ChunkBytes];
    private int _filled;
    private int _number;

    public static string Place(int number, bool isLast) => $"content {number}{(isLast ? " last" : "")}";

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == ChunkBytes)
                Flush(isLast: false);
            var take = Math.Min(buffer.Length, ChunkBytes - _filled);
            buffer[..take].CopyTo(_buffer.AsSpan(_filled));
            _filled += take;
            buffer = buffer[take..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    /// <summary>Writes the last piece.</summary>
    public void Complete() => Flush(isLast: true);

    private void Flush(bool isLast)
    {
        write(_number, SealedBox.Seal(key, _buffer.AsSpan(0, _filled), $"{id} {Place(_number, isLast)}"));
        _number++;
        _filled = 0;
    }
}

/// <summary>Reads what <see cref="ChunkWriter"/> wrote; a missing, altered or moved piece is an error, never a shorter content.</summary>
internal sealed class ChunkReader(byte[] key, string id, Func<int, byte[]?> read) : Stream
{
    private byte[] _chunk = [];
    private int _position;
    private int _number;
    private bool _last;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_position == _chunk.Length)
        {
            if (_last)
                return 0;
            Next();
        }

        var take = Math.Min(buffer.Length, _chunk.Length - _position);
        _chunk.AsSpan(_position, take).CopyTo(buffer);
        _position += take;
        return take;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Next()
    {
        var box = read(_number) ?? throw new SealBrokenException("The content of an outbox entry is not complete. Nothing was sent; write the mail again.", new EndOfStreamException());
        _last = read(_number + 1) is null;
        _chunk = EntrySeal.OpenBytes(key, box, id, ChunkWriter.Place(_number, _last));
        _position = 0;
        _number++;
    }
}
