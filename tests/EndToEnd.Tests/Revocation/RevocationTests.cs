using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.GoogleSandbox;

namespace Assistant.EndToEnd.Tests.Revocation;

/// <summary>What another process revokes stops working within a second.</summary>
[Collection(RunsAlone.Name)]
public sealed class RevocationTests
{
    private static readonly JsonObject Work = new() { ["account"] = "work" };

    [Fact]
    public async Task A_key_revoked_by_another_process_ends_its_calls_and_open_streams_within_a_second()
    {
        await using var stage = await Stage.SetAsync();
        var session = stage.OverHttp(stage.Ada, Era.Session);
        var stateless = stage.OverHttp(stage.Ada, Era.Stateless);
        using var stream = await session.GetAsync(await session.SessionAsync());
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        using var listening = await ListenAsync(stateless);
        var longCall = await LongCallAsync(stage, stateless);
        await using var machine = new Latecomer();

        await RunToFirstLineAsync(stage, "keys", "revoke", stage.Ada.KeyId);

        await machine.ExpectAsync(async () =>
        {
            await Task.WhenAll(DrainAsync(stream), DrainAsync(listening), longCall.ContinueWith(_ => { }, TaskScheduler.Default));
            await RefusedAsync(session, await session.SessionAsync());
            await RefusedAsync(stateless, null);
        });
        await stage.OverHttp(stage.Bruno, Era.Stateless).ResultAsync("account_list");
    }

    [Fact]
    public async Task A_user_removed_by_another_process_is_out_within_a_second_over_HTTP_and_stdio()
    {
        await using var stage = await Stage.SetAsync();
        var session = stage.OverHttp(stage.Ada, Era.Session);
        using var stream = await session.GetAsync(await session.SessionAsync());
        var stdio = stage.OverStdio(stage.Ada, Era.Session);
        await stdio.ResultAsync("account_list");
        await using var machine = new Latecomer();

        await RunToFirstLineAsync(stage, "users", "remove", "ada", "--yes");

        await machine.ExpectAsync(async () =>
        {
            await Task.WhenAll(DrainAsync(stream), stdio.Ended);
            await RefusedAsync(session, await session.SessionAsync());
        });
        Assert.Equal(1, await stdio.Process.EndAsync());
        await stage.OverHttp(stage.Bruno, Era.Session).ResultAsync("account_list");
    }

    [Fact]
    public async Task An_account_removed_by_another_process_is_gone_within_a_second_and_the_others_stay()
    {
        await using var stage = await Stage.SetAsync();
        var http = stage.OverHttp(stage.Ada, Era.Session);
        var stdio = stage.OverStdio(stage.Ada, Era.Stateless);
        await http.ResultAsync("gmail_search", Work);
        await stdio.ResultAsync("gmail_search", Work);
        await using var machine = new Latecomer();

        await RunToFirstLineAsync(stage, "accounts", "remove", "work", "--user", "ada");

        await machine.ExpectAsync(async () =>
        {
            Assert.Contains("There is no account 'work'", await http.FailureAsync("gmail_search", Work), StringComparison.Ordinal);
            Assert.Contains("There is no account 'work'", await stdio.FailureAsync("gmail_search", Work), StringComparison.Ordinal);
        });
        await http.ResultAsync("gmail_search", new JsonObject { ["account"] = "home" });
    }

    /// <summary>The command says that it is done after the store has it; only then the second begins.</summary>
    private static async Task RunToFirstLineAsync(Stage stage, params string[] command)
    {
        var process = stage.Start(command);
        var line = await process.Output.ReadLineAsync(Stage.Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Stage.Stop);
        Assert.Matches("revoked|removed|disconnected", line ?? "");
    }

    private static async Task<HttpResponseMessage> ListenAsync(HttpWire wire)
    {
        var body = JsonRpc.Request(
            5, "subscriptions/listen", new JsonObject { ["notifications"] = new JsonObject { ["toolsListChanged"] = true } }, Era.Stateless);
        var response = await wire.PostAsync(Encoding.UTF8.GetBytes(body), "subscriptions/listen");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    /// <summary>A call that Google keeps waiting for longer than the test lasts.</summary>
    private static async Task<Task> LongCallAsync(Stage stage, HttpWire wire)
    {
        stage.Sandbox.Faults.Add(new SandboxFault { Match = "gmail.users.labels.list", Delay = TimeSpan.FromSeconds(60) });
        var call = wire.CallAsync(9, "gmail_list_labels", Work);
        // Answered while the call waits: Google's answer is what it waits for.
        await wire.ResultAsync("current_time");
        Assert.False(call.IsCompleted);
        return call;
    }

    /// <summary>Ends when the server ends the stream, in whatever way.</summary>
    private static async Task DrainAsync(HttpResponseMessage response)
    {
        try
        {
            await response.Content.ReadAsStringAsync(Stage.Stop);
        }
        catch (HttpRequestException)
        {
            // Cut off: ended too.
        }
    }

    private static async Task RefusedAsync(HttpWire wire, string? session)
    {
        while (true)
        {
            using var response = await wire.PostAsync(
                Encoding.UTF8.GetBytes(JsonRpc.Request(3, "tools/list", null, session is null ? Era.Stateless : Era.Session)), "tools/list", session: session);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stage.Stop);
        }
    }
}
