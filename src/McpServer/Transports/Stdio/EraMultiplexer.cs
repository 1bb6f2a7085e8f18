using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<RequestId, bool> _pending = new();
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
    }

    public async Task SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(message, cancellationToken);
        if (message is JsonRpcResponse or JsonRpcError)
            _pending.TryRemove(((JsonRpcMessageWithId)message).Id, out _);
    }

    /// <summary>Waits until every request is answered, at most for <paramref name="patience"/>.</summary>
    public async Task DrainAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!_pending.IsEmpty && time.GetElapsedTime(start) < patience)
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
