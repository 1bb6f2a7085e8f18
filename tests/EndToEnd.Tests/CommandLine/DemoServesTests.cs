using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.Server;
using Assistant.Server.Demo;
using ModelContextProtocol.Client;

namespace Assistant.EndToEnd.Tests.CommandLine;

public sealed class DemoServesTests
{
    [Fact]
    public async Task The_demo_goes_on_serving_with_what_it_printed_and_leaves_nothing_behind()
    {
        var pipe = new Pipe();
        using var output = new StreamReader(pipe.Reader.AsStream());
        await using var writer = new StreamWriter(pipe.Writer.AsStream()) { AutoFlush = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stage.Stop);
        var demo = DemoRun.RunAsync(once: false, "http://127.0.0.1:0", new SelfCommand(AssistantProcess.Executable, []), writer, stop.Token);

        var printed = new List<JsonNode>();
        while (printed.Count < 4)
            printed.Add(await NextConfigurationAsync(output, demo));

        Assert.Equal(["assistant-ada", "assistant-ada", "assistant-bruno", "assistant-bruno"], printed.Select(server => server.GetPropertyName()));
        foreach (var server in printed)
        {
            await using var client = await McpClient.CreateAsync(Transport(server), cancellationToken: Stage.Stop);
            Assert.Contains("gmail_search", (await client.ListToolsAsync(cancellationToken: Stage.Stop)).Select(tool => tool.Name));
            var accounts = await client.CallToolAsync("account_list", cancellationToken: Stage.Stop);
            Assert.Contains(server.GetPropertyName()["assistant-".Length..] + "@", accounts.StructuredContent!.Value.GetRawText(), StringComparison.Ordinal);
        }

        var folder = Path.GetDirectoryName(DataFolder(printed[0]))!;
        Assert.True(Directory.Exists(folder));
        await stop.CancelAsync();
        Assert.True(await demo);
        Assert.False(Directory.Exists(folder));
    }

    /// <summary>The one server of the next block of JSON.</summary>
    private static async Task<JsonNode> NextConfigurationAsync(StreamReader output, Task demo)
    {
        var block = new StringBuilder();
        while (true)
        {
            var reading = output.ReadLineAsync(Stage.Stop).AsTask();
            await Task.WhenAny(reading, demo);
            Assert.False(demo.IsCompleted, "The demo ended before it was told to.");
            var line = await reading;
            if (block.Length > 0 || line == "{")
                block.AppendLine(line);
            if (block.Length > 0 && line == "}")
                return JsonNode.Parse(block.ToString())!["mcpServers"]!.AsObject().Single().Value!;
        }
    }

    private static IClientTransport Transport(JsonNode server) => server["command"] is { } command
        ? new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = (string)command!,
            Arguments = [.. Arguments(server)],
            EnvironmentVariables = server["env"]!.AsObject().ToDictionary(variable => variable.Key, variable => (string?)variable.Value),
        })
        : new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri((string)server["url"]!),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = server["headers"]!.AsObject().ToDictionary(header => header.Key, header => (string)header.Value!),
        });

    private static string DataFolder(JsonNode server) => Arguments(server).SkipWhile(argument => argument != "--data").ElementAt(1);

    private static IEnumerable<string> Arguments(JsonNode server) => server["args"]!.AsArray().Select(argument => (string)argument!);
}
