using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.TokenStore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Assistant.EndToEnd.Tests.Sending;

public sealed class AgreementTests
{
    private const string Carl = "carl@elsewhere.example";

    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task A_client_that_cannot_ask_sends_nothing_until_the_person_approves_at_the_machine(Era era)
    {
        await using var stage = await Stage.SetAsync();
        var result = await stage.OverHttp(stage.Ada, era).ResultAsync("gmail_send", Letters.To(Carl));

        Assert.Equal("waiting", result["state"]!.GetValue<string>());
        var id = result["outbox_id"]!.GetValue<string>();
        Assert.Contains($"assistant outbox approve {id}", result["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(stage.Sandbox.Deliveries);
        var shown = await stage.RunAsync("outbox", "show", id[..12], "--user", "ada");
        Assert.Contains(Carl, shown.Output, StringComparison.Ordinal);
        Assert.Contains("You never wrote to: " + Carl, shown.Output, StringComparison.Ordinal);
        var approved = await stage.RunAsync("outbox", "approve", id, "--yes", "--user", "ada");
        Assert.True(approved.ExitCode == 0, approved.Errors + approved.Output);
        Assert.Contains("sent", approved.Output, StringComparison.Ordinal);
        Assert.Equal([Carl], Assert.Single(stage.Sandbox.Deliveries).Recipients);
        Assert.Equal(1, (await stage.RunAsync("outbox", "approve", id, "--yes", "--user", "ada")).ExitCode);
        Assert.Equal("sent", Letters.StateOf(await stage.OverHttp(stage.Ada, era).CallAsync(3, "gmail_send", Letters.To(Carl))));
        Assert.Single(stage.Sandbox.Deliveries);
    }

    [Fact]
    public async Task A_client_over_stdio_that_cannot_ask_sends_nothing()
    {
        await using var stage = await Stage.SetAsync();
        using var wire = stage.OverStdio(stage.Ada, Era.Session);

        Assert.Equal("waiting", (await wire.ResultAsync("gmail_send", Letters.To(Carl)))["state"]!.GetValue<string>());
        Assert.Empty(stage.Sandbox.Deliveries);
    }

    [Fact]
    public async Task After_a_yes_the_mail_leaves_once_however_often_the_answer_comes()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.Asking(stage.Ada);
        var question = await wire.QuestionAsync(Letters.To(Carl));
        var card = question["inputRequests"]!["agreement"]!["params"]!["message"]!.GetValue<string>();

        Assert.Contains("To: " + Carl, card, StringComparison.Ordinal);
        Assert.Contains("Good day.", card, StringComparison.Ordinal);
        Assert.Empty(stage.Sandbox.Deliveries);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wire.AnswerAsync(Letters.To(Carl), question.State())));
        Assert.All(answers, answer => Assert.Equal("sent", Letters.StateOf(answer)));
        Assert.Single(answers.Select(answer => JsonNode.Parse(answer)!["result"]!["structuredContent"]!["id"]!.GetValue<string>()).Distinct());
        Assert.Equal("sent", Letters.StateOf(await wire.AnswerAsync(Letters.To(Carl), question.State(), "decline")));
        Assert.Single(stage.Sandbox.Deliveries);
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("cancel")]
    [InlineData("nonsense")]
    public async Task After_anything_but_a_yes_nothing_leaves_and_a_later_yes_does_not_help(string action)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.Asking(stage.Ada);
        var question = await wire.QuestionAsync(Letters.To(Carl));

        await wire.AnswerAsync(Letters.To(Carl), question.State(), action);
        Assert.NotEqual("sent", Letters.StateOf(await wire.AnswerAsync(Letters.To(Carl), question.State())));

        Assert.Empty(stage.Sandbox.Deliveries);
    }

    [Fact]
    public async Task An_altered_foreign_or_older_state_and_changed_arguments_send_nothing()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.Asking(stage.Ada);
        var older = await wire.QuestionAsync(Letters.To(Carl));
        var question = await wire.QuestionAsync(Letters.To(Carl));
        var other = await stage.Asking(stage.Bruno).QuestionAsync(Letters.To(Carl));
        var state = question.State();

        string[] refused =
        [
            await wire.AnswerAsync(Letters.To(Carl), older.State()),
            await wire.AnswerAsync(Letters.To(Carl), other.State()),
            await stage.Asking(stage.Bruno).AnswerAsync(Letters.To(Carl), state),
            await wire.AnswerAsync(Letters.To(Carl), state[..^2] + (state[^2] == 'A' ? "BB" : "AA")),
            await wire.AnswerAsync(Letters.To(Carl), "nothing"),
            await wire.AnswerAsync(Letters.To(Carl), ""),
            await wire.AnswerAsync(Letters.To("eve@elsewhere.example"), state),
            await wire.AnswerAsync(Letters.To(Carl, "Another subject"), state),
            await wire.AnswerAsync(new JsonObject { ["id"] = "r1", ["account"] = "work" }, state, tool: "gmail_send_draft"),
        ];

        Assert.All(refused, answer => Assert.True(Letters.IsRefusal(answer), answer));
        Assert.Empty(stage.Sandbox.Deliveries);
        Assert.Equal("sent", Letters.StateOf(await wire.AnswerAsync(Letters.To(Carl), state)));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_and_a_key_that_was_revoked_send_nothing()
    {
        await using var stage = await Stage.SetAsync();
        var question = await stage.Asking(stage.Ada).QuestionAsync(Letters.To(Carl));
        var later = await stage.ServeAsync(time: new ShiftedTime(TimeSpan.FromMinutes(11)));

        var late = await stage.Asking(stage.Ada, later).AnswerAsync(Letters.To(Carl), question.State());

        Assert.True(Letters.IsRefusal(late), late);
        Assert.Contains("too late", late, StringComparison.Ordinal);
        Assert.Empty(stage.Sandbox.Deliveries);
    }

    [Theory]
    [InlineData("2026-07-28", true)]
    [InlineData("2025-11-25", true)]
    [InlineData("2026-07-28", false)]
    [InlineData("2025-11-25", false)]
    public async Task A_real_client_asks_its_person_over_http(string revision, bool agrees)
    {
        await using var stage = await Stage.SetAsync();
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = stage.Server.Endpoint,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {stage.Ada.Key}" },
        });

        await AskAsync(stage, transport, revision, agrees);
    }

    [Theory]
    [InlineData("2026-07-28", true)]
    [InlineData("2025-11-25", true)]
    [InlineData("2025-11-25", false)]
    public async Task A_real_client_asks_its_person_over_stdio(string revision, bool agrees)
    {
        await using var stage = await Stage.SetAsync();
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = AssistantProcess.Executable,
            Arguments = ["serve", "--stdio", "--user", "ada", "--data", stage.Data, "--sandbox", stage.Sandbox.BaseAddress.AbsoluteUri],
            EnvironmentVariables = new Dictionary<string, string?> { [Assistant.Server.AppFolders.ConfigurationVariable] = stage.Configuration },
        });

        await AskAsync(stage, transport, revision, agrees);
    }

    [Theory]
    [InlineData(SendPolicy.DraftsOnly, Carl, "failed", 0)]
    [InlineData(SendPolicy.Ask, Carl, "waiting", 0)]
    [InlineData(SendPolicy.AllowListed, Carl, "waiting", 0)]
    [InlineData(SendPolicy.AllowListed, SmallWorld.Bruno, "sent", 1)]
    [InlineData(SendPolicy.Allow, Carl, "sent", 1)]
    public async Task The_policy_of_key_and_server_decides_what_leaves_unasked(SendPolicy policy, string to, string state, int deliveries)
    {
        await using var stage = await Stage.SetAsync();
        var generous = await stage.ServeAsync(change: options => options with { Policy = new(Sending: SendPolicy.Allow) });
        var key = await generous.Get<IKeyStore>().CreateAsync(
            stage.Ada.User.Id, "policy", new Grants(Sending: policy, Recipients: ["@" + SmallWorld.Bruno.Split('@')[1]]), expiresAt: null, Stage.Stop);

        var answer = await stage.OverHttp(stage.Ada, key.Secret.Value, Era.Stateless, generous).CallAsync(1, "gmail_send", Letters.To(to));
        var strict = await stage.OverHttp(stage.Ada, key.Secret.Value, Era.Stateless).CallAsync(1, "gmail_send", Letters.To(to, "At the strict server"));

        Assert.Equal(state, Letters.IsRefusal(answer) ? "failed" : Letters.StateOf(answer));
        Assert.NotEqual("sent", Letters.StateOf(strict));
        Assert.Equal(deliveries, stage.Sandbox.Deliveries.Count);
    }

    [Fact]
    public async Task A_key_of_a_lower_level_knows_no_tool_that_sends()
    {
        await using var stage = await Stage.SetAsync();
        var key = await stage.Server.Get<IKeyStore>().CreateAsync(stage.Ada.User.Id, "drafts", new Grants(PermissionLevel.Draft), expiresAt: null, Stage.Stop);
        var wire = stage.OverHttp(stage.Ada, key.Secret.Value, Era.Stateless);

        var tools = JsonNode.Parse(await wire.AskAsync(1, "tools/list"))!["result"]!["tools"]!.AsArray().Select(tool => tool!["name"]!.GetValue<string>()).ToList();

        Assert.Contains("gmail_create_draft", tools);
        Assert.DoesNotContain("gmail_send", tools);
        Assert.Contains("Unknown tool", await wire.CallAsync(1, "gmail_send", Letters.To(Carl)), StringComparison.Ordinal);
        Assert.Empty(stage.Sandbox.Deliveries);
    }

    private static async Task AskAsync(Stage stage, IClientTransport transport, string revision, bool agrees)
    {
        var cards = new List<string>();
        var options = new McpClientOptions
        {
            ProtocolVersion = revision,
            Capabilities = new ClientCapabilities { Elicitation = new ElicitationCapability { Form = new() } },
            Handlers = new McpClientHandlers
            {
                ElicitationHandler = (request, _) =>
                {
                    cards.Add(request!.Message);
                    return ValueTask.FromResult(new ElicitResult { Action = agrees ? "accept" : "decline" });
                },
            },
        };
        await using var client = await McpClient.CreateAsync(transport, options, cancellationToken: Stage.Stop);

        var arguments = new Dictionary<string, object?> { ["account"] = "work", ["to"] = new[] { SmallWorld.Bruno }, ["subject"] = "Asked", ["body"] = "**Bold** words" };
        var result = await client.CallToolAsync("gmail_send", arguments, cancellationToken: Stage.Stop);

        Assert.Contains(SmallWorld.Bruno, Assert.Single(cards), StringComparison.Ordinal);
        Assert.Equal(agrees ? "sent" : "rejected", result.StructuredContent!.Value.GetProperty("state").GetString());
        Assert.Equal(agrees ? 1 : 0, stage.Sandbox.Deliveries.Count);
    }
}
