using System.Text.Json;
using Assistant.TokenStore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Demo;

/// <summary>Two people's assistants at work over both transports, and what each of them may not see.</summary>
internal sealed class DemoTour(DemoStage stage, Transcript transcript)
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"demo","version":"1"}}}""";

    private readonly DemoClients _clients = new(stage);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (first, second) = (stage.People[0], stage.People[1]);
        await transcript.NoteAsync($"Google is played by a sandbox at {stage.Sandbox}; nothing here is real.");
        foreach (var person in stage.People)
            await transcript.NoteAsync($"{person.User} logged in as {person.Email} (OAuth with PKCE; the tokens are sealed in the store).");

        await transcript.HeadingAsync($"{first.User} over stdio, protocol {DemoClients.WithSession}");
        await using (var client = await _clients.OverStdioAsync(first, DemoClients.WithSession, cancellationToken))
            await WorkAsync(first, client, cancellationToken);

        await transcript.HeadingAsync($"{second.User} over HTTP, protocol {DemoClients.Stateless}");
        await using (var client = await _clients.OverHttpAsync(second, DemoClients.Stateless, cancellationToken))
            await WorkAsync(second, client, cancellationToken);

        await transcript.HeadingAsync($"Both at once: {first.User} over HTTP with a session, {second.User} over stdio without");
        await using var http = await _clients.OverHttpAsync(first, DemoClients.WithSession, cancellationToken);
        await using var stdio = await _clients.OverStdioAsync(second, DemoClients.Stateless, cancellationToken);
        await Task.WhenAll(AccountsAsync(first, http, cancellationToken), AccountsAsync(second, stdio, cancellationToken));

        await transcript.HeadingAsync("What they may not see");
        await RefusalsAsync(first, second, http, stdio, cancellationToken);
    }

    private async Task WorkAsync(DemoPerson person, McpClient client, CancellationToken cancellationToken)
    {
        var tools = await client.ListToolsAsync(cancellationToken: cancellationToken);
        await transcript.NoteAsync($"tools: {string.Join(", ", tools.Select(tool => tool.Name))}");
        await AccountsAsync(person, client, cancellationToken);
        await CallAsync(person, client, "current_time", [], cancellationToken);
    }

    private async Task AccountsAsync(DemoPerson person, McpClient client, CancellationToken cancellationToken)
    {
        var result = await CallAsync(person, client, "account_list", [], cancellationToken);
        foreach (var other in stage.People.Where(other => other != person && result.StructuredContent?.GetRawText().Contains(other.Email, StringComparison.Ordinal) is true))
            transcript.Surprises.Add($"{person.User} was shown the account of {other.User}");
    }

    private async Task RefusalsAsync(DemoPerson first, DemoPerson second, McpClient firstClient, McpClient secondClient, CancellationToken cancellationToken)
    {
        await RefusedAsync("Without a key", Initialize, null, null, "401", cancellationToken);
        await RefusedAsync("With a Google access token as the key", Initialize, new Secret("ya29.a0-not-a-key"), null, "401", cancellationToken);
        var session = firstClient.SessionId;
        await RefusedAsync($"{second.User} with the session id of {first.User}", """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""", second.Key, session, "404", cancellationToken);
        await RefusedAsync($"{second.User} with a session id that never was", """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""", second.Key, "never-was", "404", cancellationToken);
    }

    private async Task RefusedAsync(string attempt, string body, Secret? key, string? sessionId, string expected, CancellationToken cancellationToken)
    {
        using var response = await _clients.PostAsync(body, key, sessionId, cancellationToken);
        var answer = $"{(int)response.StatusCode} {response.ReasonPhrase} {response.Headers.WwwAuthenticate}".TrimEnd();
        await transcript.RefusalAsync(attempt, answer, expected);
    }

    private async Task<CallToolResult> CallAsync(
        DemoPerson person,
        McpClient client,
        string tool,
        Dictionary<string, object?> arguments,
        CancellationToken cancellationToken)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: cancellationToken);
        await transcript.CallAsync(person.User, tool, arguments, result);
        if (result.IsError is true)
            transcript.Surprises.Add($"{person.User}: {tool} failed");
        return result;
    }

    private static string Text(JsonElement element, params string[] path) =>
        path.Aggregate(element, (node, name) => int.TryParse(name, out var index) ? node[index] : node.GetProperty(name)).GetString()!;
}
