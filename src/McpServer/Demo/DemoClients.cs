using System.Net.Http.Headers;
using Assistant.TokenStore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Demo;

/// <summary>Real MCP clients of the people of the demo: over stdio to a process of its own, over HTTP to the one server.</summary>
internal sealed class DemoClients(DemoStage stage)
{
    public const string Stateless = "2026-07-28";
    public const string WithSession = "2025-11-25";

    public Task<McpClient> OverHttpAsync(DemoPerson person, string protocolVersion, CancellationToken cancellationToken)
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = stage.Endpoint,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {person.Key.Value}" },
        });
        return McpClient.CreateAsync(transport, new McpClientOptions { ProtocolVersion = protocolVersion }, cancellationToken: cancellationToken);
    }

    /// <summary>A client that shows its person what is asked, and whose person says yes.</summary>
    public Task<McpClient> AskingAsync(DemoPerson person, string protocolVersion, Func<string, Task> show, CancellationToken cancellationToken) =>
        McpClient.CreateAsync(
            Stdio(person),
            new McpClientOptions
            {
                ProtocolVersion = protocolVersion,
                Capabilities = new ClientCapabilities { Elicitation = new ElicitationCapability { Form = new() } },
                Handlers = new McpClientHandlers
                {
                    ElicitationHandler = async (question, _) =>
                    {
                        await show(question!.Message);
                        return new ElicitResult { Action = "accept" };
                    },
                },
            },
            cancellationToken: cancellationToken);

    public Task<McpClient> OverStdioAsync(DemoPerson person, string protocolVersion, CancellationToken cancellationToken) =>
        McpClient.CreateAsync(Stdio(person), new McpClientOptions { ProtocolVersion = protocolVersion }, cancellationToken: cancellationToken);

    private StdioClientTransport Stdio(DemoPerson person)
    {
        return new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = stage.Self.Command,
            Arguments = [.. stage.Self.Arguments, .. stage.StdioArguments(person)],
            EnvironmentVariables = stage.Environment.ToDictionary(pair => pair.Key, string? (pair) => pair.Value),
        });
    }

    /// <summary>A bare POST, to show what the server answers when something about it is not right.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, Secret? key, string? sessionId, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, stage.Endpoint) { Content = new StringContent(body, mediaType: new("application/json")) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        if (key is { } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer.Value);
        if (sessionId is not null)
            request.Headers.Add("Mcp-Session-Id", sessionId);
        return await http.SendAsync(request, cancellationToken);
    }
}
