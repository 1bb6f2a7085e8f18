using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.Tests.Shared;
using ModelContextProtocol.Client;

namespace Assistant.EndToEnd.Tests.CommandLine;

public sealed class CommandLineTests
{
    private const string Placeholder = "/FULL/PATH/TO/assistant";

    [Fact]
    public async Task The_example_configuration_starts_a_server_once_its_placeholder_is_filled()
    {
        await using var stage = await Stage.SetAsync();
        using var folder = new TemporaryFolder();
        var variables = new Dictionary<string, string?> { ["ASSISTANT_DATA"] = folder.File("data"), ["ASSISTANT_CONFIG"] = folder.File("configuration") };
        await using (var adding = AssistantProcess.Start(["users", "add", "ada"], variables.ToDictionary(pair => pair.Key, pair => pair.Value!)))
            Assert.Equal(0, (await adding.FinishAsync()).ExitCode);
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "mcp.json.example"), Stage.Stop);
        Assert.Single(text.Split(Placeholder).Skip(1));
        var server = JsonNode.Parse(text)!["mcpServers"]!["assistant"]!;
        foreach (var (name, value) in server["env"]?.AsObject() ?? new JsonObject())
            variables[name] = (string?)value;

        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = ((string)server["command"]!).Replace(Placeholder, AssistantProcess.Executable, StringComparison.Ordinal),
            Arguments = [.. server["args"]!.AsArray().Select(argument => (string)argument!)],
            EnvironmentVariables = variables,
        });
        await using var client = await McpClient.CreateAsync(transport, cancellationToken: Stage.Stop);

        Assert.Equal("assistant", client.ServerInfo?.Name);
        Assert.Contains("account_list", (await client.ListToolsAsync(cancellationToken: Stage.Stop)).Select(tool => tool.Name));
    }

    [Theory]
    [InlineData(JsonRpc.Stateless)]
    [InlineData(JsonRpc.Session)]
    public async Task The_official_client_reads_mail_over_HTTP(string version)
    {
        await using var stage = await Stage.SetAsync();
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = stage.Server.Endpoint,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {stage.Ada.Key}" },
        });
        await using var client = await McpClient.CreateAsync(transport, new McpClientOptions { ProtocolVersion = version }, cancellationToken: Stage.Stop);

        var found = await client.CallToolAsync("gmail_search", new Dictionary<string, object?> { ["account"] = "work" }, cancellationToken: Stage.Stop);

        Assert.NotEqual(true, found.IsError);
        Assert.Contains(stage.Ada.Marker, found.StructuredContent!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_shows_both_people_and_what_they_may_not_see()
    {
        await using var demo = AssistantProcess.Start(["demo", "--once"], new Dictionary<string, string>());

        var result = await demo.FinishAsync();

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Contains("ada > ", result.Output, StringComparison.Ordinal);
        Assert.Contains("bruno > ", result.Output, StringComparison.Ordinal);
        Assert.Contains("! 401", result.Output, StringComparison.Ordinal);
        Assert.Contains("! 404", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SURPRISE", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_codes_tell_success_failure_and_wrong_usage()
    {
        await using var stage = await Stage.SetAsync();

        var results = await Task.WhenAll(
            stage.RunAsync("users", "list"),
            stage.RunAsync("keys", "revoke", "nothing"),
            stage.RunAsync("serve"),
            stage.RunAsync("call", "gmail_search", """{"account":"nobody"}""", "--user", "ada"),
            stage.RunAsync("serve", "--stdio", "--user", "nobody"));

        Assert.Equal([0, 1, 2, 1, 1], results.Select(result => result.ExitCode));
        Assert.Contains("ada", results[0].Output, StringComparison.Ordinal);
        Assert.Contains("There is no key with the id 'nothing'", results[1].Errors, StringComparison.Ordinal);
        Assert.Contains("Give either --stdio or --http URL.", results[2].Errors, StringComparison.Ordinal);
        Assert.Contains("The user 'nobody' does not exist", results[4].Errors, StringComparison.Ordinal);
    }
}
