using System.Net;
using Assistant.GoogleSandbox;

namespace Assistant.Server.Tests.Commands;

public sealed class AccountsTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();

    public async ValueTask InitializeAsync()
    {
        await _cli.InitializeAsync();
        await _cli.EnrolAsync();
    }

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task A_list_shows_nickname_address_and_state_but_no_id()
    {
        var listed = (await _cli.RunAsync("accounts", "list", "--json")).Succeeded().Json;

        var account = Assert.Single(listed.EnumerateArray());
        Assert.Equal(["nickname", "email", "status", "scopes", "connectedAt"], account.EnumerateObject().Select(member => member.Name));
        Assert.Equal("connected", account.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_grant_that_was_revoked_at_Google_fails_the_check_and_says_how_to_go_on()
    {
        (await _cli.RunAsync("accounts", "check", "work")).Succeeded().Says("ok");
        _cli.Sandbox.RevokeGrant(CliFixture.Ada);

        (await _cli.RunAsync("accounts", "check", "work")).Failing("assistant login --user ada --account work");

        (await _cli.RunAsync("accounts", "list")).Succeeded().Says("reconnect needed");
        var check = await _cli.RunAsync("accounts", "check", "--json");
        Assert.Equal(["account", "ok", "says"], Assert.Single(check.Json.EnumerateArray()).EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, check.ExitCode);
    }

    [Fact]
    public async Task A_check_while_Google_is_down_says_so_and_keeps_the_account()
    {
        _cli.Sandbox.Faults.Add(new SandboxFault { Match = "/token", Reset = true, Times = 100 });
        (await _cli.RunAsync("accounts", "check", "work")).Failing("could not be reached");

        _cli.Sandbox.Faults.Clear();
        (await _cli.RunAsync("accounts", "check", "work")).Succeeded().Says("works");
    }

    [Fact]
    public async Task Removing_revokes_at_Google_and_deletes_here()
    {
        (await _cli.RunAsync("accounts", "remove", "work")).Succeeded().Says("ada@example.com ('work' of ada) is disconnected.");

        Assert.Contains(_cli.Sandbox.Requests, request => request.Path == "/revoke" && request.Status == (int)HttpStatusCode.OK);
        (await _cli.RunAsync("accounts", "list")).Succeeded().Says("has no account yet");
        (await _cli.RunAsync("accounts", "remove", "work")).Failed(1, "ada has no account 'work'");
        Assert.Contains(await _cli.AuditAsync((await _cli.UserAsync("ada")).Id), entry => entry.Action == "account.remove");
    }

    [Fact]
    public async Task Removing_while_Google_is_down_deletes_here_and_says_what_is_left_to_do()
    {
        _cli.Sandbox.Faults.Add(new SandboxFault { Match = "/revoke", Status = 503, Times = 100 });

        var removed = await _cli.RunAsync("accounts", "remove", CliFixture.Ada);

        removed.Succeeded().Says("is disconnected");
        Assert.Contains("https://myaccount.google.com/connections", removed.Error, StringComparison.Ordinal);
        (await _cli.RunAsync("accounts", "list")).Succeeded().Says("has no account yet");
        Assert.Contains(await _cli.AuditAsync((await _cli.UserAsync("ada")).Id), entry => entry is { Action: "account.remove", Detail: "not_revoked" });
    }

    [Fact]
    public async Task Removing_a_user_revokes_every_grant_of_theirs()
    {
        (await _cli.LoginAsync(new Person(CliFixture.AdaAtHome), "--account", "home")).Succeeded();

        (await _cli.RunAsync("users", "remove", "ada")).Failed(2, "2 Google account(s)");
        (await _cli.RunAsync("users", "remove", "ada", "--yes")).Succeeded();

        Assert.Equal(2, _cli.Sandbox.Requests.Count(request => request.Path == "/revoke" && request.Status == (int)HttpStatusCode.OK));
    }
}
