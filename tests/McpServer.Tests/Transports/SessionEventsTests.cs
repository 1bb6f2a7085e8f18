using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Assistant.Server.Transports.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Tests.Transports;

#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.

public sealed class SessionEventsTests
{
    private readonly SessionEvents _events = new();

    [Fact]
    public async Task Long_messages_are_forgotten_once_they_take_too_much_room()
    {
        var stream = await CreateAsync();
        var first = await WriteAsync(stream, 80_000);
        var second = await WriteAsync(stream, 80_000);
        await WriteAsync(stream, 80_000);
        Assert.NotNull(await FindAsync(Before(first)));

        await WriteAsync(stream, 80_000);

        Assert.Null(await FindAsync(Before(first)));
        Assert.NotNull(await FindAsync(Before(second)));
    }

    [Fact]
    public async Task The_newest_message_is_kept_however_long_it_is()
    {
        var stream = await CreateAsync();
        var older = await WriteAsync(stream, 10);

        var newest = await WriteAsync(stream, SessionEvents.MaxBytes + 1);

        Assert.NotNull(await FindAsync(Before(newest)));
        Assert.Null(await FindAsync(Before(older)));
    }

    [Fact]
    public async Task A_stream_that_ends_without_a_message_is_forgotten()
    {
        var cancelled = await CreateAsync();
        var answered = await CreateAsync();
        await WriteAsync(answered, 10);

        await cancelled.DisposeAsync();
        await answered.DisposeAsync();

        Assert.Equal(1, _events.Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Before(string eventId)
    {
        var parts = eventId.Split('-');
        return $"{parts[0]}-{int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1}";
    }

    private ValueTask<ISseEventStreamWriter> CreateAsync() =>
        _events.CreateStreamAsync(new SseEventStreamOptions { SessionId = "s", StreamId = "t", Mode = SseEventStreamMode.Streaming }, Stop);

    private ValueTask<ISseEventStreamReader?> FindAsync(string lastEventId) => _events.GetStreamReaderAsync(lastEventId, Stop);

    private static async Task<string> WriteAsync(ISseEventStreamWriter stream, int length)
    {
        var message = new JsonRpcNotification { Method = "notifications/message", Params = new JsonObject { ["data"] = new string('x', length) } };
        return (await stream.WriteEventAsync(new SseItem<JsonRpcMessage?>(message), Stop)).EventId!;
    }
}
