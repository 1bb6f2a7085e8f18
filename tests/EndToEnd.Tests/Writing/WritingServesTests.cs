using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.Server;
using Assistant.Tests.Shared;
using Assistant.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

// Clients of today lend their model in this way only.
#pragma warning disable MCP9005

namespace Assistant.EndToEnd.Tests.Writing;

/// <summary>Mail written over the wire: by the client's own model, by a prompt, by a service that is killed under it.</summary>
public sealed class WritingServesTests
{
    private static readonly IReadOnlyList<string> Toolsets = [.. ToolCatalogue.DefaultToolsets, "writing"];

    [Theory]
    [InlineData(DemoEra.Stateless, false)]
    [InlineData(DemoEra.WithSession, false)]
    [InlineData(DemoEra.Stateless, true)]
    [InlineData(DemoEra.WithSession, true)]
    public async Task A_client_that_lends_its_model_is_asked_and_its_words_are_used(string era, bool overStdio)
    {
        await using var stage = await Stage.SetAsync();
        var asked = new List<CreateMessageRequestParams>();
        await using var client = await ClientAsync(stage, era, overStdio, question =>
        {
            asked.Add(question);
            return $"Subject: ignored\n\nDear friend,\n\nwording {asked.Count}. See http://evil.example/x.\n\nAda\n\nSOURCES: 1";
        });
        var thread = await ThreadAsync(client);

        var result = await client.CallToolAsync("generate_email", new Dictionary<string, object?> { ["wish"] = "say thanks", ["thread"] = thread, ["account"] = "work", ["variants"] = 2 }, cancellationToken: Stage.Stop);

        Assert.True(result.IsError is not true, Text(result));
        var email = JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!;
        Assert.Equal(2, asked.Count);
        Assert.Contains("the client's test-model", (string)email["by"]!, StringComparison.Ordinal);
        Assert.Contains("wording", (string)email["body"]!, StringComparison.Ordinal);
        Assert.Single(email["variants"]!.AsArray());
        Assert.StartsWith("Re: ", (string)email["subject"]!, StringComparison.Ordinal);
        Assert.Contains("http://evil.example/x", Assert.Single(email["flags"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        var prompt = string.Concat(asked[0].Messages.SelectMany(message => message.Content).OfType<TextContentBlock>().Select(block => block.Text));
        Assert.Contains(SmallWorld.Canary(SmallWorld.Ada), prompt, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallWorld.Canary(SmallWorld.AdaAtHome), prompt, StringComparison.Ordinal);
        Assert.Empty(stage.Sandbox.Deliveries);
    }

    [Theory]
    [InlineData(DemoEra.Stateless)]
    [InlineData(DemoEra.WithSession)]
    public async Task A_client_whose_model_declines_gets_rules_and_one_without_gets_rules_or_the_prompt(string era)
    {
        await using var stage = await Stage.SetAsync();
        await using (var declines = await ClientAsync(stage, era, overStdio: false, _ => ""))
        {
            var thread = await ThreadAsync(declines);
            var email = JsonNode.Parse((await declines.CallToolAsync("generate_email", Wish(thread), cancellationToken: Stage.Stop)).StructuredContent!.Value.GetRawText())!;
            Assert.Equal("rules", (string)email["by"]!);
            Assert.Contains("did not write it", email["notes"]!.ToJsonString(), StringComparison.Ordinal);
        }

        await using var without = await ClientAsync(stage, era, overStdio: false, null);
        var own = await ThreadAsync(without);
        Assert.Contains("Written by rules", Text(await without.CallToolAsync("generate_email", Wish(own), cancellationToken: Stage.Stop)), StringComparison.Ordinal);
        foreach (var by in (string[])["client", "prompt"])
        {
            var prompt = Text(await without.CallToolAsync("generate_email", new Dictionary<string, object?>(Wish(own)) { ["by"] = by }, cancellationToken: Stage.Stop));
            Assert.Contains("Write the mail from this", prompt, StringComparison.Ordinal);
            Assert.Contains("say thanks", prompt, StringComparison.Ordinal);
            Assert.Contains(SmallWorld.Canary(SmallWorld.Ada), prompt, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_refuses_with_an_error_gets_the_next_way_of_every_tool_that_asks_it(bool overStdio)
    {
        await using var stage = await Stage.SetAsync();
        var refusals = new Queue<Exception>();
        await using var client = await LendingAsync(stage, DemoEra.WithSession, overStdio, (_, _) => Task.FromException<string>(refusals.Dequeue()));
        var thread = await ThreadAsync(client);
        foreach (var (tool, arguments) in (IEnumerable<(string, Dictionary<string, object?>)>)[
            ("generate_email", Wish(thread)),
            ("rewrite_email", new() { ["text"] = "Hello friend, could you send me the papers?", ["how"] = "formal" }),
            ("analyze_context", new() { ["id"] = thread, ["account"] = "work" })])
        {
            foreach (var refusal in (Exception[])[new McpProtocolException("User rejected sampling request", (McpErrorCode)(-1)), new InvalidOperationException("no model")])
            {
                refusals.Enqueue(refusal);

                var result = await client.CallToolAsync(tool, arguments, cancellationToken: Stage.Stop);

                Assert.True(result.IsError is not true, Text(result));
                var answer = JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!;
                Assert.Equal("rules", (string)answer["by"]!);
                Assert.Contains("did not write it", answer["notes"]!.ToJsonString(), StringComparison.Ordinal);
                Assert.Empty(refusals);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"text-1":null}""")]
    [InlineData("""{"text-1":"no"}""")]
    [InlineData("""{"text-1":{"code":-1,"message":"User rejected sampling request"}}""")]
    [InlineData("""{"text-1":{"error":{"code":-1,"message":"User rejected sampling request"}}}""")]
    [InlineData("""{"text-1":{"role":"assistant","model":"m","content":null}}""")]
    public async Task A_stateless_client_that_comes_back_without_words_gets_the_next_way(string? answers)
    {
        await using var stage = await Stage.SetAsync();
        var ada = stage.Asking(stage.Ada, await stage.ServeAsync(change: options => options with { Toolsets = Toolsets }), "sampling");
        var thread = (string)(await ada.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!["thread_id"]!;
        var question = JsonNode.Parse(await ada.CallAsync(1, "generate_email", Arguments(thread)))!["result"]!;
        var again = new JsonObject { ["name"] = "generate_email", ["arguments"] = Arguments(thread), ["requestState"] = (string)question["requestState"]! };
        if (answers is not null)
            again["inputResponses"] = JsonNode.Parse(answers);

        var email = (await ada.AnswerAsync("tools/call", again))["structuredContent"]!;

        Assert.Equal("rules", (string)email["by"]!);
        Assert.Contains("did not write it", email["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_never_answers_is_waited_for_so_long_and_then_the_service_writes()
    {
        await using var stage = await Stage.SetAsync();
        await using var chat = await ChatServer.StartAsync(Stage.Stop);
        await using var client = await LendingAsync(stage, DemoEra.WithSession, overStdio: false, SilentAsync, chat, patience: TimeSpan.FromMilliseconds(200));

        var result = await client.CallToolAsync("generate_email", Wish(await ThreadAsync(client)), cancellationToken: Stage.Stop);

        Assert.Contains("small", (string)JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!["by"]!, StringComparison.Ordinal);
        Assert.Contains("did not write it", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_its_client_is_asked_goes_no_other_way()
    {
        await using var stage = await Stage.SetAsync();
        await using var chat = await ChatServer.StartAsync(Stage.Stop);
        var asked = new TaskCompletionSource();
        var patience = TimeSpan.FromSeconds(1);
        await using var client = await LendingAsync(
            stage,
            DemoEra.WithSession,
            overStdio: false,
            (question, cancellationToken) =>
            {
                asked.TrySetResult();
                return SilentAsync(question, cancellationToken);
            },
            chat,
            patience);
        var thread = await ThreadAsync(client);
        var id = new RequestId("to be cancelled");
        var call = client.SendRequestAsync(
            new JsonRpcRequest { Id = id, Method = RequestMethods.ToolsCall, Params = new JsonObject { ["name"] = "generate_email", ["arguments"] = Arguments(thread) } }, Stage.Stop);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), Stage.Stop);

        await client.SendNotificationAsync(NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = id }, cancellationToken: Stage.Stop);

        // Once its patience ends it would ask the service.
        await Task.Delay(2 * patience, TimeProvider.System, Stage.Stop);
        Assert.False(call.IsCompletedSuccessfully);
        Assert.Empty(chat.Requests);
    }

    [Fact]
    public async Task Words_for_another_question_or_another_person_are_not_taken()
    {
        await using var stage = await Stage.SetAsync();
        var server = await stage.ServeAsync(change: options => options with { Toolsets = Toolsets });
        var (ada, bruno) = (stage.Asking(stage.Ada, server, "sampling"), stage.Asking(stage.Bruno, server, "sampling"));
        var thread = (string)(await ada.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!["thread_id"]!;
        var arguments = new JsonObject { ["wish"] = "say thanks", ["thread"] = thread, ["account"] = "work" };
        var question = JsonNode.Parse(await ada.CallAsync(1, "generate_email", arguments))!["result"]!;
        Assert.Equal("input_required", (string)question["resultType"]!);
        var state = (string)question["requestState"]!;

        Assert.Contains("Dear friend", await AnswerAsync(ada, arguments, state), StringComparison.Ordinal);
        var changed = (JsonObject)arguments.DeepClone();
        changed["wish"] = "say no";
        Assert.Contains("arguments are not the ones", await AnswerAsync(ada, changed, state), StringComparison.Ordinal);
        Assert.Contains("isError\":true", await AnswerAsync(bruno, arguments, state), StringComparison.Ordinal);

        // Somebody writes into the thread: what was written to answer the mail before goes to nobody.
        var marker = SmallWorld.Marker(SmallWorld.Ada);
        stage.Sandbox.Deliver(SmallWorld.Ada, SmallWorld.Mail(SmallWorld.Ada, "between", TimeProvider.System.GetUtcNow(), "And what about this?", answers: $"{marker}-0", subject: $"Re: {marker} 0"));
        Assert.Contains("input_required", await AnswerAsync(ada, arguments, state), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_in_work_survives_a_kill()
    {
        const string Written = "Subject: x\n\nDear friend, this is a long text of which the first half comes before the end of the process, and the second half only from the next one. "
            + "It goes on and on so that it is saved on its way, piece by piece, as it grows, and nothing of it has to be written twice by anybody. Then it ends.\n\nAda\n\nSOURCES: 1";
        await using var stage = await Stage.SetAsync();
        await using var chat = await ChatServer.StartAsync(Stage.Stop);
        var halfway = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        chat.Writes = _ => Written;
        chat.Before = piece =>
        {
            if (piece < 12)
                return Task.CompletedTask;
            halfway.TrySetResult();
            return never.Task;
        };
        var variables = new Dictionary<string, string> { ["ASSISTANT_CHAT_URL"] = chat.Url.AbsoluteUri, ["ASSISTANT_CHAT_MODEL"] = "small" };
        string[] serve = ["serve", "--stdio", "--user", "ada", "--toolsets", string.Join(',', Toolsets)];
        string thread;
        using (var wire = new StdioWire(stage.Start(variables, serve), Era.Session, _ => { }))
        {
            thread = (string)(await wire.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!["thread_id"]!;
            var under = wire.CallAsync(2, "generate_email", Arguments(thread));
            await halfway.Task.WaitAsync(TimeSpan.FromSeconds(60), Stage.Stop);
            await Deadline.UntilAsync(() => Task.FromResult(chat.Requests.Count == 1), "the service writes");
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, Stage.Stop);
            await wire.Process.KillAsync();
            Assert.False(under.IsCompletedSuccessfully);
        }

        chat.Before = _ => Task.CompletedTask;
        string? before = null;
        chat.Writes = last =>
        {
            var messages = JsonNode.Parse(chat.Requests.Last())!["messages"]!.AsArray();
            before = last.StartsWith("Go on", StringComparison.Ordinal) ? ChatServer.TextOf(messages[^2]!) : null;
            return before is null ? "Subject: x\n\nall anew" : Written[before.Length..];
        };
        using var second = new StdioWire(stage.Start(variables, serve), Era.Session, _ => { });
        var email = await second.ResultAsync("generate_email", Arguments(thread));

        Assert.True(before is { Length: >= 200 } && Written.StartsWith(before, StringComparison.Ordinal), before);
        Assert.EndsWith("Then it ends.\n\nAda", (string)email["body"]!, StringComparison.Ordinal);
        Assert.StartsWith("Dear friend, this is a long text of which the first half comes before", (string)email["body"]!, StringComparison.Ordinal);
        never.TrySetResult();
    }

    private static JsonObject Arguments(string thread) => new() { ["wish"] = "say thanks", ["thread"] = thread, ["account"] = "work" };

    private static Dictionary<string, object?> Wish(string thread) => new() { ["wish"] = "say thanks", ["thread"] = thread, ["account"] = "work" };

    private static Task<string> AnswerAsync(HttpWire wire, JsonObject arguments, string state) => wire.AskAsync(2, "tools/call", new JsonObject
    {
        ["name"] = "generate_email",
        ["arguments"] = arguments.DeepClone(),
        ["requestState"] = state,
        ["inputResponses"] = new JsonObject
        {
            ["text-1"] = new JsonObject { ["role"] = "assistant", ["model"] = "m", ["content"] = new JsonObject { ["type"] = "text", ["text"] = "Dear friend,\n\nthanks.\n\nAda" } },
        },
    });

    private static async Task<string> ThreadAsync(McpClient client)
    {
        var found = await client.CallToolAsync("gmail_search", new Dictionary<string, object?> { ["account"] = "work", ["max_results"] = 1 }, cancellationToken: Stage.Stop);
        return found.StructuredContent!.Value.GetProperty("messages")[0].GetProperty("thread_id").GetString()!;
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    private static async Task<string> SilentAsync(CreateMessageRequestParams question, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return "";
    }

    private static Task<McpClient> ClientAsync(Stage stage, string era, bool overStdio, Func<CreateMessageRequestParams, string>? write) =>
        LendingAsync(stage, era, overStdio, write is null ? null : (question, _) => Task.FromResult(write(question)));

    private static async Task<McpClient> LendingAsync(
        Stage stage, string era, bool overStdio, Func<CreateMessageRequestParams, CancellationToken, Task<string>>? write, ChatServer? chat = null, TimeSpan? patience = null)
    {
        IClientTransport transport = overStdio
            ? new StdioClientTransport(new StdioClientTransportOptions
            {
                Command = AssistantProcess.Executable,
                Arguments = ["serve", "--stdio", "--user", "ada", "--toolsets", string.Join(',', Toolsets), "--data", stage.Data, "--sandbox", stage.Sandbox.BaseAddress.AbsoluteUri],
                EnvironmentVariables = new Dictionary<string, string?>
                {
                    [AppFolders.ConfigurationVariable] = stage.Configuration,
                    ["ASSISTANT_CHAT_URL"] = chat?.Url.AbsoluteUri,
                    ["ASSISTANT_CHAT_MODEL"] = chat is null ? null : "small",
                },
            })
            : new HttpClientTransport(new HttpClientTransportOptions
            {
                Endpoint = (await stage.ServeAsync(change: options => options with
                {
                    Toolsets = Toolsets,
                    Writing = new() { Chat = chat is null ? null : new(chat.Url, "small"), Patience = patience ?? options.Writing.Patience },
                })).Endpoint,
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {stage.Ada.Key}" },
            });
        var options = new McpClientOptions { ProtocolVersion = era };
        if (write is not null)
        {
            options.Capabilities = new ClientCapabilities { Sampling = new SamplingCapability() };
            options.Handlers = new McpClientHandlers
            {
                SamplingHandler = async (question, _, cancellationToken) =>
                    new CreateMessageResult { Model = "test-model", Role = Role.Assistant, Content = [new TextContentBlock { Text = await write(question!, cancellationToken) }] },
            };
        }

        return await McpClient.CreateAsync(transport, options, cancellationToken: Stage.Stop);
    }

    /// <summary>Revisions of the protocol, as attributes take them.</summary>
    private static class DemoEra
    {
        public const string Stateless = "2026-07-28";
        public const string WithSession = "2025-11-25";
    }
}
