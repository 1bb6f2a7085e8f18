using System.Net;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;

namespace Assistant.Server.Tests.Transports;

public sealed class HttpSessionTests
{
    [Fact]
    public async Task One_session_more_than_the_user_may_have_gets_a_clear_error_and_others_are_not_touched()
    {
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions { MaxSessionsPerUser = 2 });
        var ann = server.Client();
        await Exchange.OpenAsync(ann);
        var second = await Exchange.OpenAsync(ann);

        var refused = await Exchange.SendAsync(ann, Exchange.Request(Messages.Initialize(1, "2025-11-25")));
        await Exchange.OpenAsync(server.Client("key-bob"));
        var closing = new HttpRequestMessage(HttpMethod.Delete, "/mcp");
        closing.Headers.Add("Mcp-Session-Id", second);
        var closed = await Exchange.SendAsync(ann, closing);
        await Exchange.OpenAsync(ann);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("already has 2 open sessions", (string?)refused.Body!["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, closed.Status);
    }

    [Fact]
    public async Task A_full_server_says_so()
    {
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions { MaxSessions = 1 });
        await Exchange.OpenAsync(server.Client());

        var refused = await Exchange.SendAsync(server.Client("key-bob"), Exchange.Request(Messages.Initialize(1, "2025-11-25")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
    }

    [Fact]
    public async Task A_session_that_rests_makes_room_for_a_new_one()
    {
        var time = new ManualTime();
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions { MaxSessionsPerUser = 1 }, time);
        var ann = server.Client();
        var resting = await Exchange.OpenAsync(ann);
        time.Advance(TimeSpan.FromMinutes(2));

        await Exchange.OpenAsync(ann);

        var gone = await Exchange.SendAsync(ann, Exchange.Request(Messages.Call(1, "who"), ("Mcp-Session-Id", resting)));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Fact]
    public async Task Requests_of_a_session_write_nothing_to_the_store()
    {
        await using var server = await ProbeServer.StartAsync();
        var ann = server.Client();
        var session = await Exchange.OpenAsync(ann);
        var before = server.Sessions.Writes;

        for (var id = 0; id < 20; id++)
            await Exchange.SendAsync(ann, Exchange.Request(Messages.Call(id, "who"), ("Mcp-Session-Id", session)));

        Assert.Equal(before, server.Sessions.Writes);
    }

    [Fact]
    public async Task An_idle_session_ends_and_its_row_goes()
    {
        var time = new ManualTime();
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions { SessionIdleTimeout = TimeSpan.FromMinutes(10) }, time);
        var ann = server.Client();
        var session = await Exchange.OpenAsync(ann);

        while (server.Sessions.Count > 0)
        {
            time.Advance(TimeSpan.FromMinutes(2));
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        var gone = await Exchange.SendAsync(ann, Exchange.Request(Messages.Call(1, "who"), ("Mcp-Session-Id", session)));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2031-01-01")]
    public async Task A_handshake_with_a_newer_version_is_negotiated_down(string version)
    {
        await using var server = await ProbeServer.StartAsync();

        var opened = await Exchange.SendAsync(server.Client(), Exchange.Request(Messages.Initialize(1, version)));

        Assert.Equal("2025-11-25", (string?)opened.Body!["result"]!["protocolVersion"]);
    }
}
