using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.

internal static class Replay
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    /// <summary>Bytes of the message as JSON.</summary>
    public static int SizeOf(SseItem<JsonRpcMessage?> item) => JsonSerializer.SerializeToUtf8Bytes(item.Data!, MessageType).Length;

    public static async Task CopyAsync(ISseEventStreamReader reader, Stream body, CancellationToken cancellationToken)
    {
        await body.FlushAsync(cancellationToken);
        await foreach (var item in reader.ReadEventsAsync(cancellationToken))
        {
            await body.WriteAsync(Format(item), cancellationToken);
            await body.FlushAsync(cancellationToken);
        }
    }

    /// <summary>The SDK's JSON has no line breaks, so one data line holds it.</summary>
    private static byte[] Format(SseItem<JsonRpcMessage?> item) =>
        Encoding.UTF8.GetBytes($"event: message\nid: {item.EventId}\ndata: {JsonSerializer.Serialize(item.Data!, MessageType)}\n\n");
}
