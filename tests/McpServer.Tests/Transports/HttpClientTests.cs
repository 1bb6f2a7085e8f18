using ModelContextProtocol.Protocol;

namespace Assistant.Server.Tests.Transports;

public sealed class HttpClientTests
{
    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_client_of_each_revision_lists_and_calls(string version)
    {
        await using var server = await ProbeServer.StartAsync();
        await using var client = await server.ConnectAsync("key-bob", version);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var result = await client.CallToolAsync(
            "who", new Dictionary<string, object?> { ["text"] = "hello" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(version, client.NegotiatedProtocolVersion);
        Assert.Equal(["region", "wait", "who"], tools.Select(tool => tool.Name).Order());
        Assert.Equal("bob:hello", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }
}
