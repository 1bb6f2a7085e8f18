using System.Net.ServerSentEvents;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.

/// <summary>What was sent on one stream of a session: the answer to one POST, or the messages of the GET.</summary>
internal sealed class EventStream(SessionEvents session, long number, string sessionId, string streamId) : ISseEventStreamWriter
{
    private readonly Lock _gate = new();
    private readonly Queue<(long Sequence, SseItem<JsonRpcMessage?> Item)> _events = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastSequence;
    private long _forgotten;
    private bool _isComplete;

    public long Number { get; } = number;

    public string SessionId { get; } = sessionId;

    public string StreamId { get; } = streamId;

    public ValueTask SetModeAsync(SseEventStreamMode mode, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask<SseItem<JsonRpcMessage?>> WriteEventAsync(SseItem<JsonRpcMessage?> sseItem, CancellationToken cancellationToken = default)
    {
        SseItem<JsonRpcMessage?> item;
        lock (_gate)
        {
            var sequence = ++_lastSequence;
            item = sseItem with { EventId = $"{Number}-{sequence}" };
            if (item.Data is null)
                return ValueTask.FromResult(item);
            _events.Enqueue((sequence, item));
            Signal();
        }

        session.Kept(this, Replay.SizeOf(item));
        return ValueTask.FromResult(item);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        bool isEmpty;
        lock (_gate)
        {
            _isComplete = true;
            isEmpty = _events.Count == 0;
            Signal();
        }

        if (isEmpty)
            session.Ended(this);
    }

    /// <summary>Drops the oldest event. True where nothing is left and nothing will come.</summary>
    public bool Forget()
    {
        lock (_gate)
        {
            if (_events.TryDequeue(out var oldest))
                _forgotten = oldest.Sequence;
            return _isComplete && _events.Count == 0;
        }
    }

    public bool Remembers(long after)
    {
        lock (_gate)
            return after >= _forgotten && after <= _lastSequence;
    }

    /// <summary>The event after <paramref name="sequence"/>; or a task that ends when there may be one; or neither at the end.</summary>
    public (SseItem<JsonRpcMessage?>? Item, long Sequence, Task? Wait) Next(long sequence)
    {
        lock (_gate)
        {
            foreach (var (next, item) in _events)
            {
                if (next > sequence)
                    return (item, next, null);
            }

            return (null, sequence, _isComplete ? null : _changed.Task);
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
