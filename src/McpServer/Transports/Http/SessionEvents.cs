using System.Globalization;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.

/// <summary>The last messages of one session, for a client that lost a stream and comes back with Last-Event-ID. Older ones are forgotten.</summary>
internal sealed class SessionEvents : ISseEventStreamStore
{
    private const int MaxEvents = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, EventStream> _streams = [];
    private readonly Queue<EventStream> _order = new();
    private long _lastNumber;

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

    /// <summary>Makes room: the oldest event of the session goes.</summary>
    public void Kept(EventStream stream)
    {
        lock (_gate)
        {
            _order.Enqueue(stream);
            if (_order.Count > MaxEvents && _order.Dequeue() is var oldest && oldest.Forget() && _streams.Remove(oldest.Number))
                oldest.Dispose();
        }
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
