using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Stdio;

/// <summary>
/// Two servers behind one pair of streams, one per era of the protocol: a client may ask <c>server/discover</c> first and
/// <c>initialize</c> afterwards, which one SDK server refuses. A server is made when its era is first spoken.
/// </summary>
internal sealed class EraMultiplexer(LineWriter writer, Func<ITransport, McpServer> createServer, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Requests without an answer.</summary>
    private readonly ConcurrentDictionary<RequestId, bool> _pending = new();
    private int _writing;
    private Era? _legacy;
    private Era? _modern;

    public void Receive(JsonRpcMessage message)
    {
        if (message is JsonRpcRequest request)
        {
            _pending[request.Id] = true;
            if (request.Method == RequestMethods.Initialize)
                ProtocolEra.NegotiateDown(request);
        }

        EraOf(message).Transport.Receive(message);
        if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: JsonObject cancelled })
            Forget(cancelled["requestId"]);
    }

    /// <summary>A request is answered once at most, and not at all where its client has cancelled it.</summary>
    public async Task SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        if (message is not (JsonRpcResponse or JsonRpcError))
        {
            await writer.WriteAsync(message, cancellationToken);
            return;
        }

        var id = ((JsonRpcMessageWithId)message).Id;
        Interlocked.Increment(ref _writing);
        try
        {
            // Before the answer is out: who has read it may use its id again at once.
            if (_pending.TryRemove(id, out _))
                await writer.WriteAsync(message, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _pending.TryAdd(id, true);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _writing);
        }
    }

    /// <summary>Waits until every request is answered, at most for <paramref name="patience"/>.</summary>
    public async Task DrainAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while ((!_pending.IsEmpty || Volatile.Read(ref _writing) > 0) && time.GetElapsedTime(start) < patience)
            await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancellationToken);
    }

    /// <summary>Stops all calls and answers those that still wait with <paramref name="error"/>.</summary>
    public async Task AbortAsync(JsonRpcErrorDetail error)
    {
        await _closing.CancelAsync();
        foreach (var id in _pending.Keys)
            await SendAsync(new JsonRpcError { Id = id, Error = error }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(_legacy);
        await StopAsync(_modern);
        _closing.Dispose();
    }

    private void Forget(JsonNode? requestId)
    {
        if (requestId is not JsonValue value)
            return;
        if (value.TryGetValue(out string? text))
            _pending.TryRemove(new RequestId(text), out _);
        else if (value.TryGetValue(out long number))
            _pending.TryRemove(new RequestId(number), out _);
    }

    private Era EraOf(JsonRpcMessage message)
    {
        var isModern = message switch
        {
            JsonRpcRequest { Method: RequestMethods.Initialize } => false,
            JsonRpcRequest { Method: RequestMethods.ServerDiscover } => true,
            JsonRpcRequest request => ProtocolEra.DeclaredVersion(request) is not null,
            JsonRpcNotification notification => ProtocolEra.DeclaredVersion(notification) is not null || _legacy is null,

            // Only servers of the older era ask their client.
            _ => false,
        };
        return isModern ? _modern ??= Start() : _legacy ??= Start();
    }

    private Era Start()
    {
        var transport = new EraTransport(this);
        var server = createServer(transport);
        return new Era(transport, server, server.RunAsync(_closing.Token));
    }

    private async Task StopAsync(Era? era)
    {
        if (era is null)
            return;
        await era.Transport.DisposeAsync();
        await _closing.CancelAsync();
        try
        {
            await era.Running;
        }
        catch (OperationCanceledException)
        {
            // That is how it is ended.
        }

        await era.Server.DisposeAsync();
    }

    private sealed record Era(EraTransport Transport, McpServer Server, Task Running);
}
