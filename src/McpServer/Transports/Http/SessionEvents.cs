using System.Globalization;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.

/// <summary>The last messages of one session, for a client that lost a stream and comes back with Last-Event-ID. Older ones are forgotten.</summary>
internal sealed class SessionEvents : ISseEventStreamStore
{
    public const int MaxBytes = 256 * 1024;
    private const int MaxEvents = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, EventStream> _streams = [];
    private readonly Queue<(EventStream Stream, int Bytes)> _order = new();
    private int _bytes;
    private long _lastNumber;

    /// <summary>How many streams could be asked for.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _streams.Count;
        }
    }

    public ValueTask<ISseEventStreamWriter> CreateStreamAsync(SseEventStreamOptions options, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var stream = new EventStream(this, ++_lastNumber, options.SessionId, options.StreamId);
            _streams.Add(stream.Number, stream);
            return ValueTask.FromResult<ISseEventStreamWriter>(stream);
        }
    }

    /// <returns>Null where the event is unknown, or what followed it is forgotten.</returns>
    public ValueTask<ISseEventStreamReader?> GetStreamReaderAsync(string lastEventId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<ISseEventStreamReader?>(Find(lastEventId));

    /// <summary>Makes room: the oldest events of the session go. The newest stays, however long it is.</summary>
    public void Kept(EventStream stream, int bytes)
    {
        lock (_gate)
        {
            _order.Enqueue((stream, bytes));
            _bytes += bytes;
            while (_order.Count > 1 && (_order.Count > MaxEvents || _bytes > MaxBytes))
            {
                var oldest = _order.Dequeue();
                _bytes -= oldest.Bytes;
                if (oldest.Stream.Forget())
                    _streams.Remove(oldest.Stream.Number);
            }
        }
    }

    /// <summary>Nothing of the stream is left to replay, and nothing will come.</summary>
    public void Ended(EventStream stream)
    {
        lock (_gate)
            _streams.Remove(stream.Number);
    }

    private EventReader? Find(string lastEventId)
    {
        var separator = lastEventId.IndexOf('-', StringComparison.Ordinal);
        if (separator < 0
            || !long.TryParse(lastEventId.AsSpan(0, separator), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !long.TryParse(lastEventId.AsSpan(separator + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            return null;
        lock (_gate)
            return _streams.TryGetValue(number, out var stream) && stream.Remembers(after) ? new EventReader(stream, after) : null;
    }
}
