using Assistant.GoogleClients;
using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Tests.Commands;

public sealed class DataFolderBindingTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();

    private string Mark => Path.Combine(_cli.DataFolder, DataFolderBinding.FileName);

    public ValueTask InitializeAsync() => _cli.InitializeAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Tokens_of_a_sandbox_are_never_sent_to_Google()
    {
        await _cli.EnrolAsync();

        string[][] commands =
            [["accounts", "check"], ["call", "account_list"], ["login"], ["doctor"], ["serve", "--stdio"], ["serve", "--http", "http://127.0.0.1:0"]];
        foreach (var args in commands)
            (await _cli.RunBareAsync(args)).Failed(1, "belongs to a sandbox").Failed(1, "Add --sandbox");
    }

    [Fact]
    public async Task Tokens_of_Google_are_never_sent_to_a_sandbox()
    {
        await _cli.EnrolAsync();
        Rebind(Mark);
        var before = _cli.Sandbox.Requests.Count;

        string[][] commands = [["accounts", "check"], ["accounts", "remove", "work"], ["call", "account_list"], ["login"], ["serve", "--stdio"]];
        foreach (var args in commands)
            (await _cli.RunAsync(args)).Failed(1, "belongs to real Google accounts").Failed(1, "Leave out --sandbox");

        Assert.Equal(before, _cli.Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_folder_without_accounts_is_bound_to_nothing()
    {
        (await _cli.RunAsync("users", "add", "ada")).Succeeded();
        (await _cli.RunAsync("doctor")).Succeeded();

        Assert.False(File.Exists(Mark));
        (await _cli.RunBareAsync("users", "list")).Succeeded().Says("ada");
    }

    [Fact]
    public async Task A_mark_that_says_neither_is_refused()
    {
        await _cli.EnrolAsync();
        await File.WriteAllTextAsync(Mark, "", CliFixture.Stop);

        (await _cli.RunAsync("users", "list")).Failed(1, "says neither 'google' nor 'sandbox'");
    }

    [Fact]
    public async Task Of_two_first_logins_the_second_kind_is_refused()
    {
        (await _cli.RunAsync("users", "add", "ada")).Succeeded();
        DataFolderBinding.Claim(_cli.DataFolder, GoogleEndpoints.At(_cli.Sandbox.BaseAddress));
        DataFolderBinding.Claim(_cli.DataFolder, GoogleEndpoints.At(new Uri("http://127.0.0.1:1")));

        Assert.Throws<WrongGoogleException>(() => DataFolderBinding.Claim(_cli.DataFolder, new GoogleEndpoints()));
        Assert.Equal(Mark, Assert.Single(Directory.GetFiles(_cli.DataFolder, DataFolderBinding.FileName + "*")));
    }

    /// <summary>As a login at Google itself leaves it.</summary>
    private static void Rebind(string mark)
    {
        File.Delete(mark);
        DataFolderBinding.Claim(Path.GetDirectoryName(mark)!, new GoogleEndpoints());
    }
}
