using System.Net;
using Assistant.Server.Transports;
using Assistant.Server.Transports.Http;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Tests.Transports;

public sealed class HttpHostOptionsTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8085", "without TLS")]
    [InlineData("http://*:8085", "without TLS")]
    [InlineData("http://192.168.1.5:8085", "without TLS")]
    [InlineData("https://127.0.0.1:8085", "needs a certificate")]
    [InlineData("127.0.0.1:8085", "no address to listen on")]
    [InlineData("ftp://127.0.0.1", "no address to listen on")]
    [InlineData("http://127.0.0.1:8085/mcp", "must end after the port")]
    public void An_address_that_would_expose_keys_is_refused_with_what_to_do(string url, string expected)
    {
        var options = new HttpHostOptions { Urls = [url], PublicHosts = ["mail.example.com"] };

        var refused = Assert.Throws<InvalidOperationException>(() => HttpHost.Build(options, _ => { }));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_declared_proxy_other_machines_may_reach_it_when_the_public_host_is_named()
    {
        var options = new HttpHostOptions { Urls = ["http://0.0.0.0:8085"], TrustedProxies = ["10.0.0.0/8"] };

        var refused = Assert.Throws<InvalidOperationException>(() => HttpHostOptionsValidator.Validate(options));
        options.PublicHosts = ["mail.example.com"];

        Assert.Contains("name the public host", refused.Message, StringComparison.Ordinal);
        Assert.False(Assert.Single(HttpHostOptionsValidator.Validate(options)).IsLoopback);
    }

    [Theory]
    [InlineData("10.1.2.3", true, "https://mail.example.com/mcp")]
    [InlineData("127.0.0.1", true, "http://10.0.0.5/mcp")]
    [InlineData("203.0.113.9", false, "http://10.0.0.5/mcp")]
    public void Only_the_proxys_forwarded_headers_count(string remote, bool isServed, string url)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("10.0.0.5");
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        context.Request.Headers["X-Forwarded-Host"] = "evil.example, mail.example.com";

        Assert.Equal(isServed, new TrustedProxies(["10.0.0.0/8"]).TryGetView(context, out var view));
        Assert.Equal(url, view.Url("/mcp"));
    }

    [Fact]
    public void Without_a_declared_proxy_forwarded_headers_are_ignored()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost", 8085);
        context.Request.Headers["X-Forwarded-Host"] = "mail.example.com";

        Assert.True(new TrustedProxies([]).TryGetView(context, out var view));
        Assert.Equal("http://localhost:8085/mcp", view.Url("/mcp"));
    }
}
