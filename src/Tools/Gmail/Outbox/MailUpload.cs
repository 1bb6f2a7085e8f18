using Google.Apis.Upload;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>Media uploads of whole messages.</summary>
internal static class MailUpload
{
    public const string Type = "message/rfc822";

    /// <summary>What Google answered, or the exception that the upload keeps to itself.</summary>
    public static async Task<TResponse> RunAsync<TRequest, TResponse>(ResumableUpload<TRequest, TResponse> upload, CancellationToken cancellationToken)
    {
        var progress = await upload.UploadAsync(cancellationToken);
        return progress.Exception is { } failure ? throw failure : upload.ResponseBody;
    }
}

/// <summary>Bytes that were read already, and what follows them.</summary>
internal sealed class JoinedStream(byte[] start, Stream rest) : Stream
{
    private int _position;

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
        if (_position == start.Length)
            return rest.Read(buffer);
        var take = Math.Min(buffer.Length, start.Length - _position);
        start.AsSpan(_position, take).CopyTo(buffer);
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
}
