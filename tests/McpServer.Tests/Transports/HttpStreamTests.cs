using System.Net;
using Assistant.Server.Transports;

namespace Assistant.Server.Tests.Transports;

public sealed class HttpStreamTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_revoked_key_ends_the_open_stream_and_the_running_call_within_a_second()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();
        var session = await Exchange.OpenAsync(client);
        using var stream = await OpenStreamAsync(client, session);
        var call = Exchange.SendAsync(client, Exchange.Request(Messages.Call(2, "wait"), ("Mcp-Session-Id", session)));
        await server.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        server.Callers.RevokeKey("key-ann");

        await Task.WhenAll(DrainAsync(stream), call, server.Gate.Cancelled).WaitAsync(Second, TestContext.Current.CancellationToken);
        var next = await Exchange.SendAsync(client, Exchange.ModernCall(3, "who"));
        Assert.Equal(HttpStatusCode.Unauthorized, next.Status);
        while (server.Sessions.Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_revoked_key_ends_the_running_call_of_the_new_revision_too()
    {
        await using var server = await ProbeServer.StartAsync();
        var call = Exchange.SendAsync(server.Client(), Exchange.ModernCall(2, "wait"));
        await server.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        server.Callers.RevokeKey("key-ann");

        await Task.WhenAll(call, server.Gate.Cancelled).WaitAsync(Second, TestContext.Current.CancellationToken);
        Assert.Null((await call).Body);
    }

    [Fact]
    public async Task A_client_of_the_new_revision_that_hangs_up_cancels_its_call()
    {
        await using var server = await ProbeServer.StartAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var call = server.Client().SendAsync(Exchange.ModernCall(1, "wait"), leaving.Token);
        await server.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await server.Gate.Cancelled.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_lost_answer_is_replayed_to_the_client_that_comes_back()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();
        var session = await Exchange.OpenAsync(client);
        using var lost = await client.SendAsync(
            Exchange.Request(Messages.Call(9, "wait"), ("Mcp-Session-Id", session)),
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await lost.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var eventId = await FindAsync(reader, "id: ");
        lost.Dispose();

        server.Gate.Open();
        using var replay = await OpenStreamAsync(client, session, eventId);
        using var replayed = new StreamReader(await replay.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Contains("let go", await FindAsync(replayed, "data: "), StringComparison.Ordinal);
        var foreign = await server.Client("key-bob").SendAsync(StreamRequest(session, eventId), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task A_dropped_stream_opens_again()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();
        var session = await Exchange.OpenAsync(client);

        using (var first = await OpenStreamAsync(client, session))
            Assert.Equal("text/event-stream", first.Content.Headers.ContentType!.MediaType);
        using var second = await OpenStreamAsync(client, session);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task A_second_stream_ends_the_first_even_where_it_leaves_at_that_moment()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();
        var session = await Exchange.OpenAsync(client);
        var stream = await OpenStreamAsync(client, session);

        for (var round = 0; round < 50; round++)
        {
            var next = OpenStreamAsync(client, session);
            if (round % 2 == 0)
                await DrainAsync(stream).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            stream.Dispose();
            stream = await next;
            Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        }

        stream.Dispose();
    }

    [Fact]
    public async Task A_silent_stream_gets_comments()
    {
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions { KeepAlive = TimeSpan.FromMilliseconds(20) });
        var client = server.Client();
        using var stream = await OpenStreamAsync(client, await Exchange.OpenAsync(client));
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal("keep-alive", await FindAsync(reader, ": "));
    }

    [Fact]
    public async Task The_server_stops_in_three_seconds_with_streams_and_calls_open()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();
        var session = await Exchange.OpenAsync(client);
        using var stream = await OpenStreamAsync(client, session);
        var old = Exchange.SendAsync(client, Exchange.Request(Messages.Call(2, "wait"), ("Mcp-Session-Id", session)));
        var modern = Exchange.SendAsync(client, Exchange.ModernCall(2, "wait"));
        await server.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        Assert.Equal(0, server.Sessions.Count);
        await Task.WhenAll(old, modern, DrainAsync(stream)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private static HttpRequestMessage StreamRequest(string session, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/mcp");
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Mcp-Session-Id", session);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return request;
    }

    private static Task<HttpResponseMessage> OpenStreamAsync(HttpClient client, string session, string? lastEventId = null) =>
        client.SendAsync(StreamRequest(session, lastEventId), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    private static async Task DrainAsync(HttpResponseMessage response) => await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>The first line with this start, without it.</summary>
    private static async Task<string> FindAsync(StreamReader reader, string start)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal) && line.Length > start.Length)
                return line[start.Length..];
        }

        throw new InvalidOperationException($"The stream ended without '{start}'.");
    }
}
