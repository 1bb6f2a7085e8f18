using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Database.Sqlite;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.TokenStore;

namespace Assistant.EndToEnd.Tests.BadInput;

public sealed class BadDatabaseTests
{
    private static readonly JsonObject Work = new() { ["account"] = "work" };

    [Fact]
    public async Task A_locked_database_is_told_and_works_again_once_it_is_free()
    {
        await using var stage = await Stage.SetAsync();
        ((SqliteDatabase)stage.Server.Get<IDatabase>()).BusyMilliseconds = 50;
        await RenewWriterAsync(stage);
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        stage.Sandbox.ExpireAccessTokens();

        using (StoreFile.Lock(stage.Database))
        {
            Assert.Contains("is locked by another program", await wire.FailureAsync("gmail_list_labels", Work), StringComparison.Ordinal);
            await wire.ResultAsync("account_list");
        }

        await wire.ResultAsync("gmail_list_labels", Work);
        await stage.OverHttp(stage.Ada, Era.Session).ResultAsync("account_list");
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_lost_of_what_was_called()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        var (audit, users) = (stage.Server.Get<IAuditLog>(), stage.Server.Get<IUserStore>());
        await audit.FlushAsync(Stage.Stop);
        var database = stage.Server.Get<IDatabase>();

        // The limit holds for the connection that writes, which is replaced after a failure.
        await database.WriteAsync(Durability.Full, session => session.ExecuteAsync("PRAGMA max_page_count=1"), Stage.Stop);
        var added = new List<string>();
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
                added.Add((await users.AddAsync($"user{i}", Stage.Stop)).Name);
        });

        Assert.Contains("is full", refused.Message, StringComparison.Ordinal);
        await wire.ResultAsync("gmail_search", Work);
        await stage.OverHttp(stage.Ada, Era.Session).ResultAsync("account_list");
        var kept = (await users.ListAsync(Stage.Stop)).Select(user => user.Name);
        Assert.Equal(added.Concat(["ada", "bruno"]).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_session_that_a_full_disk_has_no_room_for_is_refused_and_the_next_one_opens()
    {
        await using var stage = await Stage.SetAsync();
        await stage.Server.Get<IDatabase>().WriteAsync(Durability.Full, session => session.ExecuteAsync("PRAGMA max_page_count=1"), Stage.Stop);
        var wire = stage.OverHttp(stage.Ada, Era.Session);
        var initialize = Encoding.UTF8.GetBytes(JsonRpc.Initialize(1));

        var (status, answer) = (HttpStatusCode.OK, "");
        for (var sessions = 0; sessions < 90 && status == HttpStatusCode.OK; sessions++)
        {
            using var response = await wire.PostAsync(initialize);
            (status, answer) = (response.StatusCode, await wire.ReadAsync(response));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("assistant doctor", JsonNode.Parse(answer)!["error"]!["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(stage.Watch.Log.Lines, line => line.Contains("is full. Free some space", StringComparison.Ordinal));
        await wire.ResultAsync("account_list");
    }

    [Theory]
    [InlineData("--stdio")]
    [InlineData("--http")]
    public async Task A_damaged_database_stops_the_start_and_is_left_as_it_is(string transport)
    {
        await using var stage = await Stage.SetAsync();
        await stage.Server.DisposeAsync();
        await using var whole = File.Open(stage.Database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var header = new byte[16];
        await whole.ReadExactlyAsync(header, Stage.Stop);
        await OverwriteAsync(whole, "this is not SQL!"u8.ToArray());
        var damaged = await ReadAsync(stage.Database);
        string[] command = transport == "--http" ? ["serve", "--http", "http://127.0.0.1:0"] : ["serve", "--stdio", "--user", "ada"];

        var refused = await stage.RunAsync(command);

        Assert.Equal(1, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.Contains("is damaged or is no database", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(damaged, await ReadAsync(stage.Database));
        await OverwriteAsync(whole, header);
        await stage.OverStdio(stage.Ada, Era.Stateless).ResultAsync("gmail_search", Work);
    }

    /// <summary>The connection that writes takes its patience with it from when it was opened.</summary>
    private static async Task RenewWriterAsync(Stage stage) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.Server.Get<IDatabase>().WriteAsync<int>(
            Durability.Full, _ => throw new InvalidOperationException("Nothing was to be written."), Stage.Stop));

    private static async Task OverwriteAsync(FileStream file, byte[] start)
    {
        file.Position = 0;
        await file.WriteAsync(start, Stage.Stop);
        await file.FlushAsync(Stage.Stop);
    }

    private static async Task<string> ReadAsync(string path)
    {
        await using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return await reader.ReadToEndAsync(Stage.Stop);
    }
}
