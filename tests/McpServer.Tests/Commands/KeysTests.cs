using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Tests.Commands;

public sealed class KeysTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();

    public async ValueTask InitializeAsync()
    {
        await _cli.InitializeAsync();
        await _cli.EnrolAsync();
    }

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task The_secret_is_alone_on_standard_output_and_never_shown_again()
    {
        var created = (await _cli.RunAsync("keys", "create", "laptop")).Succeeded();
        var secret = created.Out.TrimEnd();

        Assert.Matches("^asst_[A-Za-z0-9_-]{48}$", secret);
        Assert.DoesNotContain(secret, created.Error, StringComparison.Ordinal);
        Assert.Contains("only time", created.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await _cli.RunAsync("keys", "list")).Succeeded().Says("laptop").Out, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await _cli.RunAsync("keys", "list", "--json")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Equal("ada", (await CallerAsync(secret))?.UserName);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_cannot_be_revoked_twice()
    {
        var created = (await _cli.RunAsync("keys", "create", "laptop", "--json")).Succeeded().Json;
        var id = created.GetProperty("id").GetString()!;
        Assert.Equal(["id", "user", "name", "expiresAt", "key"], created.EnumerateObject().Select(member => member.Name));

        var revoked = (await _cli.RunAsync("keys", "revoke", id, "--json")).Succeeded().Json;

        Assert.True(revoked.GetProperty("revoked").GetBoolean());
        Assert.Null(await CallerAsync(created.GetProperty("key").GetString()!));
        (await _cli.RunAsync("keys", "revoke", id)).Failed(1, $"no key with the id '{id}'");
        (await _cli.RunAsync("keys", "list")).Succeeded().Says("revoked 20");
        var audit = await _cli.AuditAsync((await _cli.UserAsync("ada")).Id);
        Assert.Equal(id, Assert.Single(audit, entry => entry.Action == "key.create").Detail);
        Assert.Equal(id, Assert.Single(audit, entry => entry.Action == "key.revoke").Detail);
    }

    [Fact]
    public async Task The_beginning_of_an_id_will_do_as_far_as_it_is_one_keys_alone()
    {
        // Of seventeen hexadecimal ids, two begin alike.
        var ids = new List<string>();
        for (var number = 0; number < 17; number++)
            ids.Add((await _cli.RunAsync("keys", "create", $"key{number}", "--json")).Succeeded().Json.GetProperty("id").GetString()!);
        var alike = ids.GroupBy(id => id[0]).First(group => group.Count() > 1).ToList();
        var length = Enumerable.Range(1, alike[0].Length).First(length => ids.Count(id => id.StartsWith(alike[0][..length], StringComparison.Ordinal)) == 1);

        var ambiguous = (await _cli.RunAsync("keys", "revoke", alike[0][..1])).Failed(1, $"Several keys begin with '{alike[0][0]}'");
        Assert.All(alike, id => Assert.Contains(id, ambiguous.Error, StringComparison.Ordinal));
        Assert.Equal(17, await WorkingAsync());
        (await _cli.RunAsync("keys", "revoke", "nothing")).Failed(1, "no key with the id 'nothing'");
        (await _cli.RunAsync("keys", "revoke", "")).Failed(1, "no key with the id ''");
        (await _cli.RunAsync("keys", "revoke", alike[0][..length])).Succeeded().Says($"Key {alike[0]} ");
        Assert.Equal(16, await WorkingAsync());
    }

    [Fact]
    public async Task Limits_are_kept_with_the_key()
    {
        var created = await _cli.RunAsync(
            "keys", "create", "agent", "--read-only", "--tools", "gmail_search, gmail_read", "--accounts", CliFixture.Ada, "--expires", "never");

        var caller = await CallerAsync(created.Succeeded().Out.TrimEnd());

        Assert.Equal(PermissionLevel.Read, caller!.Grants.Level);
        Assert.Equal(["gmail_search", "gmail_read"], caller.Grants.Tools);
        Assert.Equal(["work"], caller.Grants.Accounts);
        (await _cli.RunAsync("keys", "list")).Succeeded().Says("read; tools gmail_search,gmail_read; accounts work").Says("never expires");
    }

    [Fact]
    public async Task How_far_a_key_goes_and_how_its_mail_leaves_is_kept_with_it()
    {
        var plain = await _cli.RunAsync("keys", "create", "laptop");
        var created = await _cli.RunAsync("keys", "create", "reports", "--send", "allow-listed", "--recipients", "ann@work.example,@home.example");
        var triage = await _cli.RunAsync("keys", "create", "triage", "--level", "organise");

        Assert.Equal(new Grants(PermissionLevel.Send, Sending: SendPolicy.Ask), (await CallerAsync(plain.Succeeded().Out.TrimEnd()))!.Grants);
        var grants = (await CallerAsync(created.Succeeded().Out.TrimEnd()))!.Grants;
        Assert.Equal(SendPolicy.AllowListed, grants.Sending);
        Assert.Equal(["ann@work.example", "@home.example"], grants.Recipients);
        Assert.Equal(PermissionLevel.Organise, (await CallerAsync(triage.Succeeded().Out.TrimEnd()))!.Grants.Level);
        (await _cli.RunAsync("keys", "list")).Succeeded().Says("send (allow-listed); recipients ann@work.example,@home.example").Says("organise").Says("send (ask)");
    }

    [Fact]
    public async Task An_account_that_is_not_there_yet_is_told()
    {
        var created = await _cli.RunAsync("keys", "create", "agent", "--accounts", "work,hmoe");

        Assert.Contains("Warning: ada has no account 'hmoe' yet", created.Succeeded().Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tools", "gmail_serach", "there is no tool 'gmail_serach'")]
    [InlineData("--tools", ",", "An empty list would allow nothing")]
    [InlineData("--send", "maybe", "There is no send policy 'maybe'")]
    [InlineData("--send", "allow-listed", "go together")]
    [InlineData("--recipients", "@home.example", "go together")]
    [InlineData("--expires", "soon", "give days (90d, at most 3650d), a date (2027-01-31) or never")]
    [InlineData("--expires", "2020-01-31", "is in the past")]
    public async Task Limits_that_make_no_sense_are_wrong_usage_and_make_no_key(string option, string value, string problem)
    {
        (await _cli.RunAsync("keys", "create", "agent", option, value)).Failed(2, problem);

        (await _cli.RunAsync("keys", "list")).Succeeded().Says("There is no key yet");
    }

    private Task<int> WorkingAsync() => _cli.ReadAsync(async services =>
        (await services.GetRequiredService<IKeyStore>().ListAsync(userId: null, CliFixture.Stop)).Count(key => key.RevokedAt is null));

    private Task<Caller?> CallerAsync(string secret) =>
        _cli.ReadAsync(async services => (await services.GetRequiredService<ICallers>().FromKeyAsync(secret, CliFixture.Stop))?.Caller);
}
