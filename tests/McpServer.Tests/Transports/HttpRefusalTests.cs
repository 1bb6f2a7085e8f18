using System.Net;
using System.Text.Json.Nodes;
using Assistant.Server.Transports;

namespace Assistant.Server.Tests.Transports;

public sealed class HttpRefusalTests
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task A_foreign_origin_gets_403_on_every_path(string origin)
    {
        await using var server = await ProbeServer.StartAsync();
        foreach (var path in (string[])["/mcp", "/alive", "/health", "/.well-known/oauth-protected-resource", "/nothing"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", origin);
            using var response = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8085")]
    [InlineData("localhost.evil.example")]
    public async Task A_foreign_host_gets_403_on_every_path(string host)
    {
        await using var server = await ProbeServer.StartAsync();
        foreach (var path in (string[])["/mcp", "/alive", "/.well-known/oauth-protected-resource"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using var response = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_configured_public_host_and_origin_are_served()
    {
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions
        {
            PublicHosts = ["mail.example.com"],
            AllowedOrigins = ["https://app.example.com"],
        });
        var request = Exchange.ModernCall(1, "who");
        request.Headers.Host = "mail.example.com";
        request.Headers.Add("Origin", "https://app.example.com");

        var answer = await Exchange.SendAsync(server.Client(), request);

        Assert.Equal("ann:", answer.Text);
        Assert.Equal("https://app.example.com", Assert.Single(answer.Response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Mcp-Session-Id", Assert.Single(answer.Response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preflight_is_answered_without_a_key_and_allows_the_headers_of_mcp()
    {
        await using var server = await ProbeServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        request.Headers.Add("Origin", "http://localhost:6274");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,mcp-protocol-version,mcp-param-region,x-other");

        using var response = await server.Client(key: null).SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("authorization, mcp-protocol-version, mcp-param-region", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Contains("DELETE", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list" """, -32700)]
    [InlineData("not json", -32700)]
    [InlineData("", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1}{"jsonrpc":"2.0","id":2}""", -32700)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""", -32600)]
    [InlineData("""{"hello":"world"}""", -32600)]
    [InlineData("42", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"ping"}""", -32600)]
    public async Task A_body_that_is_no_message_gets_400_and_says_why(string body, int code)
    {
        await using var server = await ProbeServer.StartAsync();

        var refused = await Exchange.SendAsync(server.Client(), Exchange.Request(body));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(code, refused.ErrorCode);
    }

    [Fact]
    public async Task Deep_nesting_is_refused_and_the_server_goes_on()
    {
        await using var server = await ProbeServer.StartAsync();
        var nested = new string('[', 100_000) + new string(']', 100_000);

        var refused = await Exchange.SendAsync(
            server.Client(), Exchange.Request("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"x\":" + nested + "}}"));
        var next = await Exchange.SendAsync(server.Client(), Exchange.ModernCall(2, "who"));

        Assert.Equal(-32700, refused.ErrorCode);
        Assert.Equal("ann:", next.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_huge_body_gets_413(bool isChunked)
    {
        await using var server = await ProbeServer.StartAsync(new HttpHostOptions { MaxBodyBytes = 4096 });
        var request = Exchange.ModernCall(1, "who", new JsonObject { ["text"] = new string('x', 10_000) });
        request.Headers.TransferEncodingChunked = isChunked;

        var refused = await Exchange.SendAsync(server.Client(), request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("4096 bytes", (string?)refused.Body!["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_media_type_gets_415_and_an_answer_that_cannot_be_read_406()
    {
        await using var server = await ProbeServer.StartAsync();
        var form = Exchange.Request("a=b");
        form.Content = new StringContent("a=b", null, "application/x-www-form-urlencoded");
        var html = Exchange.ModernCall(1, "who");
        html.Headers.Remove("Accept");
        html.Headers.Add("Accept", "text/html");
        var anything = Exchange.ModernCall(1, "who");
        anything.Headers.Remove("Accept");
        anything.Headers.Add("Accept", "*/*");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Exchange.SendAsync(server.Client(), form)).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Exchange.SendAsync(server.Client(), html)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Exchange.SendAsync(server.Client(), anything)).Status);
    }

    [Fact]
    public async Task Health_and_liveness_need_no_key_and_tell_nothing()
    {
        await using var server = await ProbeServer.StartAsync();

        Assert.Equal("Healthy", await server.Client(key: null).GetStringAsync("/alive", TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", await server.Client(key: null).GetStringAsync("/health", TestContext.Current.CancellationToken));
    }
}
