using System.Net;
using System.Text.Json.Nodes;

namespace Assistant.Server.Tests.Transports;

public sealed class ModernHeaderTests
{
    [Theory]
    [InlineData("tools/list", null, -32020)]
    [InlineData("tools/call", null, -32020)]
    [InlineData("tools/call", "other", -32020)]
    [InlineData("tools/call", "=?base64?!!?=", -32020)]
    public async Task Headers_that_differ_from_the_body_get_400(string method, string? name, int code)
    {
        await using var server = await ProbeServer.StartAsync();

        var refused = await Exchange.SendAsync(server.Client(), Exchange.Modern(method, Messages.Call(5, "who", isModern: true), name));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(code, refused.ErrorCode);
        Assert.Equal(5, (int?)refused.Body!["id"]);
    }

    [Theory]
    [InlineData("eu", null, false)]
    [InlineData("eu", "us", false)]
    [InlineData("eu", "eu", true)]
    [InlineData("Zürich", "=?base64?WsO8cmljaA==?=", true)]
    public async Task An_argument_that_travels_as_a_header_must_be_the_same(string argument, string? header, bool isSame)
    {
        await using var server = await ProbeServer.StartAsync();
        var request = Exchange.ModernCall(1, "region", new JsonObject { ["region"] = argument });
        if (header is not null)
            request.Headers.Add("Mcp-Param-Region", header);

        var answer = await Exchange.SendAsync(server.Client(), request);

        Assert.Equal(isSame ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(isSame ? null : -32020, answer.ErrorCode);
    }

    [Fact]
    public async Task An_unknown_version_gets_400_with_the_versions_that_are_known()
    {
        await using var server = await ProbeServer.StartAsync();

        var refused = await Exchange.SendAsync(
            server.Client(), Exchange.Request(Messages.Request(1, "tools/list"), ("MCP-Protocol-Version", "2030-01-01")));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(-32022, refused.ErrorCode);
        Assert.Equal("2026-07-28", (string?)refused.Body!["error"]!["data"]!["supported"]![0]);
    }

    [Theory]
    [InlineData("no/such/method")]
    [InlineData("initialize")]
    [InlineData("resources/subscribe")]
    public async Task A_method_that_the_revision_does_not_have_gets_404(string method)
    {
        await using var server = await ProbeServer.StartAsync();

        var refused = await Exchange.SendAsync(server.Client(), Exchange.Modern(method, Messages.Request(1, method, isModern: true)));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(-32601, refused.ErrorCode);
    }

    [Fact]
    public async Task A_get_or_delete_of_the_new_revision_gets_405()
    {
        await using var server = await ProbeServer.StartAsync();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Delete])
        {
            var request = new HttpRequestMessage(method, "/mcp");
            request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
            var refused = await Exchange.SendAsync(server.Client(), request);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.Status);
            Assert.Equal("POST", Assert.Single(refused.Response.Content.Headers.Allow));
        }
    }

    [Fact]
    public async Task A_session_id_of_the_new_revision_is_ignored_and_none_is_given()
    {
        await using var server = await ProbeServer.StartAsync();
        var request = Exchange.ModernCall(1, "who");
        request.Headers.Add("Mcp-Session-Id", "anything");

        var answer = await Exchange.SendAsync(server.Client(), request);

        Assert.Equal("ann:", answer.Text);
        Assert.False(answer.Response.Headers.Contains("Mcp-Session-Id"));
        Assert.Equal("no", Assert.Single(answer.Response.Headers.GetValues("X-Accel-Buffering")));
    }
}
