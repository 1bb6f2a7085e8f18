using System.Text.Json.Nodes;
using Assistant.Server.Transports.Stdio;

namespace Assistant.Server.Tests.Transports;

public sealed class StdioHostTests
{
    [Fact]
    public async Task Both_eras_are_spoken_on_one_process()
    {
        await using var probe = new StdioProbe();

        var discovered = await probe.AskAsync(Messages.Request(1, "server/discover", isModern: true));
        var initialized = await probe.AskAsync(Messages.Initialize(2, "2025-11-25"));
        await probe.SendAsync(Messages.Notification("notifications/initialized"));
        var old = await probe.AskAsync(Messages.Call(3, "who", new() { ["text"] = "old" }));
        var modern = await probe.AskAsync(Messages.Call(4, "who", new() { ["text"] = "new" }, isModern: true));

        Assert.Equal("2026-07-28", (string?)discovered["result"]!["supportedVersions"]![0]);
        Assert.Equal("2025-11-25", (string?)initialized["result"]!["protocolVersion"]);
        Assert.Equal("ann:old", (string?)old["result"]!["content"]![0]!["text"]);
        Assert.Equal("ann:new", (string?)modern["result"]!["content"]![0]!["text"]);
    }

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2031-01-01")]
    public async Task A_handshake_with_a_newer_version_is_negotiated_down(string version)
    {
        await using var probe = new StdioProbe();

        var initialized = await probe.AskAsync(Messages.Initialize(1, version));

        Assert.Equal("2025-11-25", (string?)initialized["result"]!["protocolVersion"]);
    }

    [Theory]
    [InlineData("this is not json", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":""", -32700)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""", -32600)]
    [InlineData("""{"id":1}""", -32600)]
    public async Task A_line_that_is_no_message_is_answered_and_the_next_one_served(string line, int code)
    {
        await using var probe = new StdioProbe();

        var refused = await probe.AskAsync(line);
        var next = await probe.AskAsync(Messages.Call(2, "who", isModern: true));

        Assert.Equal(code, (int?)refused["error"]!["code"]);
        Assert.Equal("ann:", (string?)next["result"]!["content"]![0]!["text"]);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_skipped()
    {
        await using var probe = new StdioProbe();

        var refused = await probe.AskAsync(Messages.Call(1, "who", new() { ["text"] = new string('x', LineReader.MaxLineBytes) }, isModern: true));
        var next = await probe.AskAsync(Messages.Call(2, "who", isModern: true));

        Assert.Contains("longer than", (string?)refused["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(2, (int?)next["id"]);
    }

    [Fact]
    public async Task The_end_of_the_input_lets_running_calls_finish()
    {
        var probe = new StdioProbe();
        await probe.SendAsync(Messages.Call(1, "wait", isModern: true));
        await probe.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await probe.CloseInputAsync();
        probe.Gate.Open();

        Assert.Equal("let go", (string?)(await probe.ReceiveAsync())["result"]!["content"]![0]!["text"]);
        Assert.Equal(0, await probe.Running.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"requestId":null}""")]
    [InlineData("""{"requestId":{"a":1}}""")]
    [InlineData("""{"requestId":1.5}""")]
    [InlineData("""{"requestId":"1"}""")]
    [InlineData("""{"requestId":8}""")]
    public async Task A_cancellation_of_no_request_leaves_the_running_call_its_answer(string parameters)
    {
        await using var probe = new StdioProbe();
        await InitializeAsync(probe);
        await probe.SendAsync(Messages.Call(1, "wait"));
        await probe.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await probe.SendAsync(Messages.Notification("notifications/cancelled", JsonNode.Parse(parameters)!.AsObject()));
        await probe.CloseInputAsync();
        probe.Gate.Open();

        Assert.Equal("let go", (string?)(await probe.ReceiveAsync())["result"]!["content"]![0]!["text"]);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_keep_the_process_once_the_input_has_ended()
    {
        await using var probe = new StdioProbe();
        await InitializeAsync(probe);
        await probe.SendAsync(Messages.Call(1, "wait"));
        await probe.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await probe.SendAsync(Messages.Notification("notifications/cancelled", new() { ["requestId"] = 1 }));
        await probe.CloseInputAsync();

        Assert.Equal(0, await probe.Running.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_busy_store_refuses_the_request_and_serves_the_next_one()
    {
        await using var probe = new StdioProbe();
        await InitializeAsync(probe);

        probe.Store.Failure = new StoreUnavailableException("The store is busy; call again.");
        await probe.SendAsync(Messages.Notification("notifications/roots/list_changed"));
        var refused = await probe.AskAsync(Messages.Call(1, "who"));
        probe.Store.Failure = null;
        var served = await probe.AskAsync(Messages.Call(2, "who"));

        Assert.Equal((1, "The store is busy; call again."), ((int?)refused["id"], (string?)refused["error"]!["message"]));
        Assert.Equal("ann:", (string?)served["result"]!["content"]![0]!["text"]);
    }

    [Fact]
    public async Task A_removed_user_ends_the_running_call_with_a_clear_error_within_a_second()
    {
        var probe = new StdioProbe();
        await probe.SendAsync(Messages.Call(1, "wait", isModern: true));
        await probe.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        probe.Callers.RemoveUser("ann");

        var answer = await probe.ReceiveAsync().WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Contains("user 'ann' does not exist", (string?)answer["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(1, await probe.Running.WaitAsync(TestContext.Current.CancellationToken));
        await probe.Gate.Cancelled.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_user_who_does_not_exist_ends_the_process()
    {
        var probe = new StdioProbe("nobody");

        Assert.Equal(1, await probe.Running.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_client_that_no_longer_reads_ends_the_process_quietly()
    {
        var probe = new StdioProbe();
        await probe.AskAsync(Messages.Call(1, "who", isModern: true));

        await probe.BreakOutputAsync();
        await probe.SendAsync(Messages.Call(2, "who", isModern: true));

        Assert.Equal(0, await probe.Running.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_people_with_the_same_ids_each_get_their_own_answers()
    {
        await using var ann = new StdioProbe("ann");
        await using var bob = new StdioProbe("bob");
        for (var id = 0; id < 500; id++)
        {
            await ann.SendAsync(Messages.Call(id, "who", new() { ["text"] = $"{id}" }, isModern: true));
            await bob.SendAsync(Messages.Call(id, "who", new() { ["text"] = $"{id}" }, isModern: true));
        }

        await Task.WhenAll(OnlyOwnAsync(ann, "ann"), OnlyOwnAsync(bob, "bob"));

        static async Task OnlyOwnAsync(StdioProbe probe, string name)
        {
            var seen = new HashSet<int>();
            while (seen.Count < 500)
            {
                var answer = await probe.ReceiveAsync();
                var id = (int)answer["id"]!;
                Assert.Equal($"{name}:{id}", (string?)answer["result"]!["content"]![0]!["text"]);
                Assert.True(seen.Add(id));
            }
        }
    }

    private static async Task InitializeAsync(StdioProbe probe)
    {
        await probe.AskAsync(Messages.Initialize(0, "2025-11-25"));
        await probe.SendAsync(Messages.Notification("notifications/initialized"));
    }
}
