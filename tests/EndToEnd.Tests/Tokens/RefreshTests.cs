using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Tokens;

public sealed class RefreshTests
{
    private const int Calls = 200;

    private static readonly JsonObject Work = new() { ["account"] = "work" };

    [Fact]
    public async Task Two_hundred_callers_whose_token_Google_refuses_cause_one_refresh()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        stage.Sandbox.ExpireAccessTokens();

        await AllSucceedAsync(Enumerable.Range(1, Calls).Select(id => wire.CallAsync(id, "gmail_list_labels", Work)));

        Assert.Equal(1, stage.Sandbox.RefreshCount);
    }

    [Fact]
    public async Task Two_hundred_callers_whose_token_has_run_out_cause_one_refresh()
    {
        await using var stage = await Stage.SetAsync();
        var later = await stage.ServeAsync(time: new ShiftedTime(TimeSpan.FromHours(2)));
        var wire = stage.OverHttp(stage.Ada, Era.Stateless, later);

        await AllSucceedAsync(Enumerable.Range(1, Calls).Select(id => wire.CallAsync(id, "gmail_list_labels", Work)));

        Assert.Equal(1, stage.Sandbox.RefreshCount);
    }

    [Theory]
    [MemberData(nameof(Stage.Databases), MemberType = typeof(Stage))]
    public async Task Two_hundred_callers_of_two_server_processes_cause_one_refresh(bool onPostgres)
    {
        await using var stage = await Stage.SetAsync(onPostgres: onPostgres);
        var other = stage.OverHttp(stage.Ada, Era.Stateless, await OtherServer.StartAsync(stage));
        var here = stage.OverHttp(stage.Ada, Era.Stateless);
        await other.ResultAsync("account_list");
        stage.Sandbox.ExpireAccessTokens();

        await AllSucceedAsync(Enumerable.Range(1, Calls).Select(id => (id % 2 == 0 ? here : other).CallAsync(id, "gmail_list_labels", Work)));

        Assert.Equal(1, stage.Sandbox.RefreshCount);
    }

    private static async Task AllSucceedAsync(IEnumerable<Task<string>> calls) =>
        Assert.All(await Task.WhenAll(calls), answer => Assert.Contains(SmallWorld.Marker(SmallWorld.Ada), answer, StringComparison.Ordinal));
}
