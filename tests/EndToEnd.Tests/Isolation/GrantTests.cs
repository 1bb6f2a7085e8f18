using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.TokenStore;

namespace Assistant.EndToEnd.Tests.Isolation;

public sealed class GrantTests
{
    [Fact]
    public async Task A_key_for_one_account_knows_no_other_one()
    {
        await using var stage = await Stage.SetAsync();
        var wire = await WithKeyAsync(stage, new Grants(Accounts: ["work"]));

        var accounts = (await wire.CallAsync(1, "account_list")) + await wire.CallAsync(2, "gmail_search") + await wire.CallAsync(3, "calendar_list");
        var other = await wire.CallAsync(7, "gmail_search", new JsonObject { ["account"] = "home" });
        var unknown = await wire.CallAsync(7, "gmail_search", new JsonObject { ["account"] = "host" });

        Assert.Contains(SmallWorld.Ada, accounts, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallWorld.AdaAtHome, accounts, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallWorld.Marker(SmallWorld.AdaAtHome), accounts, StringComparison.Ordinal);
        Assert.Equal(unknown.Replace("host", "home", StringComparison.Ordinal), other);
    }

    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task A_key_for_some_tools_knows_no_other_one(Era era)
    {
        await using var stage = await Stage.SetAsync();
        var wire = await WithKeyAsync(stage, new Grants(PermissionLevel.Read, Tools: ["account_list", "current_time"]), era);

        var listed = JsonNode.Parse(await wire.AskAsync(1, "tools/list"))!["result"]!["tools"]!.AsArray().Select(tool => (string)tool!["name"]!);
        var forbidden = await wire.CallAsync(7, "gmail_search");
        var unknown = await wire.CallAsync(7, "gmail_sEarch");

        Assert.Equal(["account_list", "current_time"], listed);
        await wire.ResultAsync("account_list");
        Assert.Contains("\"error\":", forbidden, StringComparison.Ordinal);
        Assert.Equal(unknown.Replace("sEarch", "search", StringComparison.Ordinal), forbidden);
    }

    [Fact]
    public async Task A_key_that_only_reads_is_shown_only_tools_that_change_nothing()
    {
        await using var stage = await Stage.SetAsync();
        var wire = await WithKeyAsync(stage, new Grants(PermissionLevel.Read));

        var tools = JsonNode.Parse(await wire.AskAsync(1, "tools/list"))!["result"]!["tools"]!.AsArray();

        Assert.NotEmpty(tools);
        Assert.All(tools, tool => Assert.True((bool)tool!["annotations"]!["readOnlyHint"]!));
        await wire.ResultAsync("gmail_search");
    }

    private static async Task<HttpWire> WithKeyAsync(Stage stage, Grants grants, Era era = Era.Stateless)
    {
        var issued = await stage.Server.Get<IKeyStore>().CreateAsync(stage.Ada.User.Id, "limited", grants, expiresAt: null, Stage.Stop);
        return stage.OverHttp(stage.Ada, issued.Secret.Value, era);
    }
}
