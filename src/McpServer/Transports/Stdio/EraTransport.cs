using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Stdio;

/// <summary>One server's end of the shared standard streams.</summary>
internal sealed class EraTransport(EraMultiplexer multiplexer) : ITransport
{
    private readonly Channel<JsonRpcMessage> _incoming = Channel.CreateUnbounded<JsonRpcMessage>(new UnboundedChannelOptions { SingleReader = true });

    public string? SessionId => null;

    public ChannelReader<JsonRpcMessage> MessageReader => _incoming.Reader;

    public void Receive(JsonRpcMessage message) => _incoming.Writer.TryWrite(message);

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) => multiplexer.SendAsync(message, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _incoming.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
