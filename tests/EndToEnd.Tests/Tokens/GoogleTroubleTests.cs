using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.TokenStore;

namespace Assistant.EndToEnd.Tests.Tokens;

public sealed class GoogleTroubleTests
{
    private static readonly JsonObject Work = new() { ["account"] = "work" };

    [Fact]
    public async Task A_grant_that_ended_at_Google_is_told_with_the_command_that_helps()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Session);
        stage.Sandbox.RevokeGrant(SmallWorld.Ada);

        Assert.Contains("assistant login --user ada --account work", await wire.FailureAsync("gmail_search", Work), StringComparison.Ordinal);

        var accounts = await wire.ResultAsync("account_list");
        var needed = accounts["accounts"]!.AsArray().Where(account => (bool)account!["reconnect_needed"]!).Select(account => (string)account!["account"]!);
        Assert.Equal(["work"], needed);
        await wire.ResultAsync("gmail_search", new JsonObject { ["account"] = "home" });
    }

    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    [InlineData("truncated")]
    public async Task While_Gmail_is_down_the_tool_says_so_and_afterwards_it_works(string kind)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        stage.Sandbox.Faults.Add(Outage("gmail.*", kind));

        Assert.Matches("Google (failed to answer|cannot be reached) .* (T|t)ry again later", await wire.FailureAsync("gmail_search", Work));

        stage.Sandbox.Faults.Clear();
        await wire.ResultAsync("gmail_search", Work);
    }

    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    public async Task While_no_token_can_be_refreshed_the_account_is_kept_and_works_again_later(string kind)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        stage.Sandbox.ExpireAccessTokens();
        stage.Sandbox.Faults.Add(Outage("/token", kind));

        Assert.Contains("Google cannot be reached for account work", await wire.FailureAsync("gmail_list_labels", Work), StringComparison.Ordinal);
        await AssertConnectedAsync(stage);

        stage.Sandbox.Faults.Clear();
        // The server that was refused waits some seconds before it asks again; another one has no reason to.
        var other = stage.OverHttp(stage.Ada, Era.Stateless, await stage.ServeAsync());
        await other.ResultAsync("gmail_list_labels", Work);
        await wire.ResultAsync("gmail_list_labels", Work);
    }

    [Fact]
    public async Task While_Google_refuses_connections_the_account_is_kept_and_works_again_later()
    {
        await using var stage = await Stage.SetAsync();
        var offline = await stage.ServeAsync(GoogleEndpoints.At(NobodyListens()));

        var failure = await stage.OverHttp(stage.Ada, Era.Session, offline).FailureAsync("gmail_search", Work);

        Assert.Contains("Google cannot be reached for account work", failure, StringComparison.Ordinal);
        await AssertConnectedAsync(stage);
        await stage.OverHttp(stage.Ada, Era.Session).ResultAsync("gmail_search", Work);
    }

    private static SandboxFault Outage(string match, string kind) => new()
    {
        Match = match,
        Status = kind == "503" ? 503 : null,
        Reset = kind == "reset",
        Truncate = kind == "truncated",
        Times = 1000,
    };

    private static async Task AssertConnectedAsync(Stage stage)
    {
        var account = await stage.Server.Get<IAccountStore>().FindAsync(stage.Ada.User.Id, "work", Stage.Stop);
        Assert.Equal(AccountStatus.Connected, account!.Status);
    }

    private static Uri NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/");
    }
}
