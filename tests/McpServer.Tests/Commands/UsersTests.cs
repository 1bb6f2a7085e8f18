namespace Assistant.Server.Tests.Commands;

public sealed class UsersTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();

    public ValueTask InitializeAsync() => _cli.InitializeAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task A_user_is_added_listed_and_only_removed_with_yes()
    {
        var empty = await _cli.RunAsync("users", "list");
        var added = await _cli.RunAsync("users", "add", "ada", "--data", _cli.DataFolder);
        var user = await _cli.UserAsync("ada");

        empty.Succeeded().Says("There is no user yet. Add one: assistant users add NAME --sandbox");
        added.Succeeded().Says($"Next: assistant login --user ada --data {_cli.DataFolder} --sandbox {_cli.Address}");
        (await _cli.RunAsync("users", "list")).Succeeded().Says("ada");
        (await _cli.RunAsync("users", "remove", "ada")).Failed(2, "Add --yes");
        (await _cli.RunAsync("users", "list")).Succeeded().Says("ada");
        (await _cli.RunAsync("users", "remove", "ada", "--yes")).Succeeded().Says("'ada' is removed");
        (await _cli.RunAsync("users", "remove", "ada", "--yes")).Failed(1, "There is no user 'ada'");
        Assert.Equal(["user.remove", "user.add"], (await _cli.AuditAsync(user.Id)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Json_has_a_stable_shape()
    {
        var added = (await _cli.RunAsync("users", "add", "bob", "--json")).Succeeded().Json;
        var listed = (await _cli.RunAsync("users", "list", "--json")).Succeeded().Json;

        Assert.Equal(["name", "createdAt"], added.EnumerateObject().Select(member => member.Name));
        Assert.Contains(listed.EnumerateArray(), row => row.GetProperty("name").GetString() == "bob"
            && row.EnumerateObject().Select(member => member.Name).SequenceEqual(["name", "createdAt"]));
    }

    [Fact]
    public async Task A_name_that_is_taken_or_not_allowed_says_so()
    {
        (await _cli.RunAsync("users", "add", "cem")).Succeeded();

        (await _cli.RunAsync("users", "add", "CEM")).Failed(1, "There is a user named 'CEM' already.");
        (await _cli.RunAsync("users", "add", "c m")).Failed(1, "1 to 64 letters");
    }
}
