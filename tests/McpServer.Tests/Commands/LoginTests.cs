using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Server.Tests.Commands;

public sealed class LoginTests : IAsyncLifetime
{
    private const string Mail = "https://www.googleapis.com/auth/gmail.readonly";

    private readonly CliFixture _cli = new();

    public async ValueTask InitializeAsync()
    {
        await _cli.InitializeAsync();
        (await _cli.RunAsync("users", "add", "ada")).Succeeded();
    }

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task The_browser_of_this_machine_connects_an_account()
    {
        var person = new Person(CliFixture.Ada);

        var login = await _cli.LoginAsync(person, "--account", "work");

        login.Succeeded().Says("ada@example.com is connected as 'work' of ada.").Says("granted      searching and reading mail");
        Assert.DoesNotContain("NOT granted", login.Out, StringComparison.Ordinal);
        Assert.Contains("Go back to the terminal", await person.Visit!, StringComparison.Ordinal);
        Assert.Empty(_cli.Sandbox.Violations);
        (await _cli.RunAsync("accounts", "list")).Succeeded().Says("work").Says("connected");
        var entry = Assert.Single(await _cli.AuditAsync((await _cli.UserAsync("ada")).Id), entry => entry.Action == "account.connect");
        Assert.Equal(("ok", true), (entry.Outcome, entry.AccountId is not null));
    }

    [Fact]
    public async Task Without_a_browser_the_address_is_carried_by_hand()
    {
        var login = await _cli.LoginByHandAsync(new Person(CliFixture.Ada));

        login.Succeeded().Says("ada@example.com is connected as 'ada' of ada.");
        (await _cli.RunAsync("accounts", "check")).Succeeded().Says("works");
        Assert.Empty(_cli.Sandbox.Violations);
    }

    [Fact]
    public async Task Json_leaves_only_the_result_on_standard_output()
    {
        var login = await _cli.LoginByHandAsync(new Person(CliFixture.Ada, [Mail]), "--account", "work", "--json");

        var result = login.Succeeded().Json;
        Assert.Equal(["user", "nickname", "email", "granted", "missing"], result.EnumerateObject().Select(member => member.Name));
        Assert.Equal("work", result.GetProperty("nickname").GetString());
        Assert.Equal(
            ["labels, trash, drafts and sending", "filters, vacation responder and signatures", "reading calendars and events", "creating, changing and answering events", "sharing and managing calendars"],
            result.GetProperty("missing").EnumerateArray().Select(missing => missing.GetProperty("enables").GetString()));
        Assert.Contains("Open this address", login.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partial_consent_says_what_will_not_work_and_how_to_allow_it()
    {
        var login = await _cli.LoginAsync(new Person(CliFixture.Ada, [Mail]), "--account", "work");

        login.Succeeded().Says("NOT granted  will not work: reading calendars and events").Says("assistant login --user ada --account work --sandbox ");
        (await _cli.RunAsync("accounts", "check")).Succeeded()
            .Says("works, but not: labels, trash, drafts and sending; filters, vacation responder and signatures; reading calendars and events");
    }

    [Fact]
    public async Task Several_accounts_live_under_their_nicknames()
    {
        (await _cli.LoginAsync(new Person(CliFixture.Ada), "--account", "work")).Succeeded();
        (await _cli.LoginAsync(new Person(CliFixture.AdaAtHome), "--account", "home")).Succeeded();

        var accounts = (await _cli.RunAsync("accounts", "list", "--json")).Succeeded().Json.EnumerateArray().ToList();

        Assert.Equal(["home", "work"], accounts.Select(account => account.GetProperty("nickname").GetString()));
        Assert.Equal([CliFixture.AdaAtHome, CliFixture.Ada], accounts.Select(account => account.GetProperty("email").GetString()));
    }

    [Theory]
    [InlineData("WORK")]
    [InlineData(CliFixture.Ada)]
    public async Task A_second_login_renews_the_same_account(string name)
    {
        (await _cli.LoginAsync(new Person(CliFixture.Ada), "--account", "work")).Succeeded();
        _cli.Sandbox.RevokeGrant(CliFixture.Ada);
        (await _cli.RunAsync("accounts", "check")).Failing("login --user ada --account work");

        var person = new Person(CliFixture.Ada);
        (await _cli.LoginAsync(person, "--account", name)).Succeeded();

        Assert.Equal(CliFixture.Ada, QueryHelpers.ParseQuery(person.Page!.Query)["login_hint"]);
        (await _cli.RunAsync("accounts", "check", "work")).Succeeded().Says("works");
        Assert.Single((await _cli.RunAsync("accounts", "list", "--json")).Json.EnumerateArray());
    }

    [Fact]
    public async Task A_nickname_of_another_account_is_refused_and_nothing_changes()
    {
        (await _cli.LoginAsync(new Person(CliFixture.Ada), "--account", "work")).Succeeded();

        var taken = await _cli.LoginAsync(new Person(CliFixture.AdaAtHome), "--account", "work");

        Assert.Equal(1, taken.ExitCode);
        Assert.Contains("'work' already names another Google account", taken.Error, StringComparison.Ordinal);
        (await _cli.RunAsync("accounts", "list")).Succeeded().Says(CliFixture.Ada);
    }

    [Fact]
    public async Task Denying_stores_nothing()
    {
        var denied = await _cli.LoginAsync(new Person(CliFixture.Ada, allows: false));

        Assert.Equal(1, denied.ExitCode);
        Assert.Contains("refused in the browser (access_denied)", denied.Error, StringComparison.Ordinal);
        (await _cli.RunAsync("accounts", "list")).Succeeded().Says("has no account yet");
    }

    [Fact]
    public async Task A_login_never_shows_a_token()
    {
        var login = await _cli.LoginAsync(new Person(CliFixture.Ada), "--account", "work");

        foreach (var mark in new[] { "ya29.", "1//0", "client_secret" })
            Assert.DoesNotContain(mark, login.Out + login.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_users_it_has_to_be_said_whose_account_it_is()
    {
        (await _cli.RunAsync("users", "add", "bob")).Succeeded();

        (await _cli.LoginAsync(new Person(CliFixture.Ada))).Failed(1, "say which with --user: ada, bob");
        (await _cli.LoginAsync(new Person(CliFixture.Ada), "--user", "eve")).Failed(1, "There is no user 'eve'");
    }
}
