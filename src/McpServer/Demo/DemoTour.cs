using Assistant.TokenStore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Demo;

/// <summary>Two people's assistants at work over both transports, and what each of them may not see.</summary>
internal sealed class DemoTour(DemoStage stage, Transcript transcript)
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"demo","version":"1"}}}""";

    private const string ListTools = """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    private readonly DemoClients _clients = new(stage);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (first, second) = (stage.People[0], stage.People[1]);
        await transcript.NoteAsync($"Google is played by a sandbox at {stage.Sandbox}; nothing here is real.");
        foreach (var person in stage.People)
            await transcript.NoteAsync($"{person.User} logged in as {person.Email} (OAuth with PKCE; the tokens are sealed in the store).");

        await transcript.HeadingAsync($"{first.User} over stdio, protocol {DemoClients.WithSession}");
        string message;
        await using (var client = await _clients.OverStdioAsync(first, DemoClients.WithSession, cancellationToken))
            message = await WorkAsync(first, client, cancellationToken);

        await transcript.HeadingAsync($"{second.User} over HTTP, protocol {DemoClients.Stateless}");
        await using (var client = await _clients.OverHttpAsync(second, DemoClients.Stateless, cancellationToken))
            await WorkAsync(second, client, cancellationToken);

        await transcript.HeadingAsync($"Both at once: {first.User} over HTTP with a session, {second.User} over stdio without");
        await using var http = await _clients.OverHttpAsync(first, DemoClients.WithSession, cancellationToken);
        await using var stdio = await _clients.OverStdioAsync(second, DemoClients.Stateless, cancellationToken);
        await Task.WhenAll(
            CallAsync(first, http, "calendar_list_events", new() { ["max_results"] = 4 }, cancellationToken),
            CallAsync(second, stdio, "calendar_list_events", new() { ["max_results"] = 4 }, cancellationToken));

        await transcript.HeadingAsync($"{first.User} writes to {second.User}: asked first, sent once, and a draft taken back");
        await WriteAsync(first, second, stdio, cancellationToken);

        await transcript.HeadingAsync($"{first.User} answers a thread in her own words, without any model");
        await AnswerAsync(first, http, cancellationToken);

        await transcript.HeadingAsync("What they may not see");
        await ForeignMailAsync(first, second, stdio, message, cancellationToken);
        await ForeignCredentialsAsync(first, second, http.SessionId, cancellationToken);
    }

    /// <summary>What an assistant does first: whose mailbox is it, what is new, what does it say.</summary>
    /// <returns>The id of a message that was read.</returns>
    private async Task<string> WorkAsync(DemoPerson person, McpClient client, CancellationToken cancellationToken)
    {
        var tools = await client.ListToolsAsync(cancellationToken: cancellationToken);
        await transcript.NoteAsync($"tools: {string.Join(", ", tools.Select(tool => tool.Name))}");
        await CallAsync(person, client, "account_list", [], cancellationToken);
        var found = await CallAsync(person, client, "gmail_search", new() { ["query"] = "in:inbox is:unread", ["max_results"] = 3 }, cancellationToken);
        var message = found.StructuredContent!.Value.GetProperty("messages")[0].GetProperty("id").GetString()!;
        await CallAsync(person, client, "gmail_read", new() { ["ids"] = new[] { message } }, cancellationToken);
        return message;
    }

    private async Task WriteAsync(DemoPerson first, DemoPerson second, McpClient reader, CancellationToken cancellationToken)
    {
        await using var client = await _clients.AskingAsync(
            first, DemoClients.Stateless, card => transcript.NoteAsync($"{first.User} is asked:\n{card}\n{first.User} says yes."), cancellationToken);
        var letter = new Dictionary<string, object?>
        {
            ["to"] = new[] { second.Email },
            ["subject"] = "Lunch on Friday?",
            ["body"] = "Hello,\n\nshall we have lunch on **Friday**?",
            ["idempotency_key"] = "lunch",
        };
        await CallAsync(first, client, "gmail_send", letter, cancellationToken);
        await transcript.NoteAsync("The same call again is answered from the outbox; nothing leaves a second time:");
        await CallAsync(first, client, "gmail_send", letter, cancellationToken);
        await CallAsync(second, reader, "gmail_search", new() { ["query"] = "subject:lunch from:" + first.Email }, cancellationToken);
        await CallAsync(first, client, "gmail_create_draft", new() { ["to"] = new[] { second.Email }, ["subject"] = "Not yet", ["body"] = "Later." }, cancellationToken);
        await CallAsync(first, client, "change_undo", [], cancellationToken);
    }

    /// <summary>What is asked, and an answer in the thread's language with her greeting and closing, the facts she gave and times when she is free.</summary>
    private async Task AnswerAsync(DemoPerson person, McpClient client, CancellationToken cancellationToken)
    {
        var found = await CallAsync(person, client, "gmail_search", new() { ["query"] = "subject:Hafenwerk", ["max_results"] = 1 }, cancellationToken);
        var thread = found.StructuredContent!.Value.GetProperty("messages")[0].GetProperty("thread_id").GetString()!;
        await CallAsync(person, client, "analyze_context", new() { ["id"] = thread }, cancellationToken);
        var answer = new Dictionary<string, object?>
        {
            ["wish"] = "frag sie, ob sie noch etwas braucht",
            ["thread"] = thread,
            ["facts"] = new[] { "Der Vertrag liegt bei Carla." },
            ["offer"] = new Dictionary<string, object?> { ["minutes"] = 30, ["time_min"] = "next week" },
        };
        await CallAsync(person, client, "generate_email", answer, cancellationToken);
    }

    private async Task ForeignMailAsync(DemoPerson first, DemoPerson second, McpClient client, string message, CancellationToken cancellationToken)
    {
        var invented = string.Concat(message.Reverse());
        await RefusedAsync($"{second.User} reads a message of {first.User}", client, message, null, cancellationToken);
        await RefusedAsync($"{second.User} reads a message that never was", client, invented, null, cancellationToken);
        await RefusedAsync($"{second.User} names the account of {first.User}", client, message, first.Email, cancellationToken);
        await RefusedAsync($"{second.User} names an account that never was", client, message, "nobody@northwind.example", cancellationToken);
    }

    private async Task RefusedAsync(string attempt, McpClient client, string message, string? account, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object?> { ["ids"] = new[] { message } };
        if (account is not null)
            arguments["account"] = account;
        var result = await client.CallToolAsync("gmail_read", arguments, cancellationToken: cancellationToken);
        await transcript.RefusalAsync(attempt, Transcript.TextOf(result), account is null ? "There is no message" : "There is no account");
    }

    private async Task ForeignCredentialsAsync(DemoPerson first, DemoPerson second, string? session, CancellationToken cancellationToken)
    {
        await RefusedAsync("Without a key", Initialize, null, null, "401", cancellationToken);
        await RefusedAsync("With a Google access token as the key", Initialize, new Secret("ya29.a0-not-a-key"), null, "401", cancellationToken);
        await RefusedAsync($"{second.User} with the session id of {first.User}", ListTools, second.Key, session, "404", cancellationToken);
        await RefusedAsync($"{second.User} with a session id that never was", ListTools, second.Key, "never-was", "404", cancellationToken);
    }

    private async Task RefusedAsync(string attempt, string body, Secret? key, string? sessionId, string expected, CancellationToken cancellationToken)
    {
        using var response = await _clients.PostAsync(body, key, sessionId, cancellationToken);
        await transcript.RefusalAsync(attempt, $"{(int)response.StatusCode} {response.ReasonPhrase} {response.Headers.WwwAuthenticate}".TrimEnd(), expected);
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
        return result;
    }
}
