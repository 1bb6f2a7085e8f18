using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.

/// <summary>Replays a stream after an event and goes on until the stream is complete.</summary>
internal sealed class EventReader(EventStream stream, long after) : ISseEventStreamReader
{
    public string SessionId => stream.SessionId;

    public string StreamId => stream.StreamId;

    public async IAsyncEnumerable<SseItem<JsonRpcMessage?>> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sequence = after;
        while (true)
        {
            var (item, next, wait) = stream.Next(sequence);
            if (item is { } found)
            {
                sequence = next;
                yield return found;
            }
            else if (wait is not null)
            {
                await wait.WaitAsync(cancellationToken);
            }
            else
            {
                yield break;
            }
        }
    }
}
