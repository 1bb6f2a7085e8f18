using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Tokens;

/// <summary>A server is killed after Google gave new tokens and before they are stored.</summary>
public sealed class CrashTests
{
    /// <summary>Longer than the lease of a dead process lives.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    private static readonly JsonObject Work = new() { ["account"] = "work" };

    [Fact]
    public async Task Where_Google_keeps_the_refresh_token_the_account_still_works()
    {
        await using var stage = await Stage.SetAsync();
        await KillBeforeTheCommitAsync(stage);

        var after = stage.OverHttp(stage.Ada, Era.Stateless, await stage.ServeAsync(time: new ShiftedTime(Later)));

        Assert.Contains(stage.Ada.Marker, (await after.ResultAsync("gmail_list_labels", Work)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, stage.Sandbox.RefreshCount);
    }

    [Fact]
    public async Task Where_Google_replaced_the_refresh_token_the_tool_says_to_connect_again()
    {
        await using var stage = await Stage.SetAsync(rotate: true);
        await KillBeforeTheCommitAsync(stage);

        var after = stage.OverHttp(stage.Ada, Era.Stateless, await stage.ServeAsync(time: new ShiftedTime(Later)));

        Assert.Contains("assistant login --user ada --account work", await after.FailureAsync("gmail_list_labels", Work), StringComparison.Ordinal);
        await after.ResultAsync("gmail_list_labels", new JsonObject { ["account"] = "home" });
    }

    /// <summary>The write lock is taken once the server has begun to refresh, so that it cannot store Google's answer.</summary>
    private static async Task KillBeforeTheCommitAsync(Stage stage)
    {
        var wire = stage.OverStdio(stage.Ada, Era.Stateless);
        await wire.ResultAsync("account_list");
        stage.Sandbox.ExpireAccessTokens();
        stage.Sandbox.Faults.Add(new GoogleSandbox.SandboxFault { Match = "/token", Delay = TimeSpan.FromMilliseconds(500) });
        var call = wire.CallAsync(5, "gmail_list_labels", Work);
        await Deadline.UntilAsync(
            () => Task.FromResult(StoreFile.Number(stage.Database, "SELECT count(*) FROM tokens WHERE lease_owner IS NOT NULL") == 1), "the refresh begins");
        using (StoreFile.Lock(stage.Database))
        {
            Assert.Equal(0, stage.Sandbox.RefreshCount);
            await Deadline.UntilAsync(() => Task.FromResult(stage.Sandbox.RefreshCount == 1), "Google answers");
            await wire.Process.KillAsync();
        }

        await Assert.ThrowsAsync<IOException>(() => call);
        Assert.Equal(1, StoreFile.Number(stage.Database, "SELECT count(*) FROM tokens WHERE lease_owner IS NOT NULL"));
    }
}
