using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Stdio;

/// <summary>Writes one message per line, whole, whoever sends it.</summary>
internal sealed class LineWriter(Stream output) : IAsyncDisposable
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly CancellationTokenSource _broken = new();

    /// <summary>Cancelled when the client no longer reads.</summary>
    public CancellationToken Broken => _broken.Token;

    public async Task WriteAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_line))
                JsonSerializer.Serialize(json, message, MessageType);
            _line.Write("\n"u8);

            // Half a line would spoil the next one, so a started line is always finished.
            await output.WriteAsync(_line.WrittenMemory, CancellationToken.None);
            await output.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            await _broken.CancelAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _broken.Dispose();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }
}
