using Assistant.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Failures;

public sealed class DatabaseFailureTests : SqliteTest
{
    private SqliteDatabase Database => (SqliteDatabase)Backend.Get<IDatabase>();

    [Fact]
    public async Task A_locked_database_refuses_writes_with_its_reason_and_works_again_afterwards()
    {
        Database.BusyMilliseconds = 50;
        var account = await ConnectAsync("alice");
        using (var other = Sql.Open(Backend))
        {
            Sql.Execute(other, "BEGIN IMMEDIATE");
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Backend.Get<IUserStore>().AddAsync("bob", Stop));
            Assert.Contains("locked by another program", refused.Message, StringComparison.Ordinal);
            Assert.NotNull(await ReadAsync(account));
        }

        await Backend.Get<IUserStore>().AddAsync("bob", Stop);
        Assert.Equal(2, (await Backend.Get<IUserStore>().ListAsync(Stop)).Count);
    }

    [Fact]
    public async Task A_full_disk_refuses_with_its_reason_and_loses_nothing()
    {
        var account = await ConnectAsync("alice");
        var audit = Backend.Get<IAuditLog>();
        // The pragma holds for the connection that writes, which is replaced after the failure.
        await Database.WriteAsync(Durability.Full, session => session.ExecuteAsync("PRAGMA max_page_count=1"), Stop);
        for (var i = 0; i < 1000; i++)
            audit.Record(new AuditEntry(Backend.Time.GetUtcNow(), account.UserId, null, "gmail_search", account.Id, "ok", null, TimeSpan.Zero, $"c{i}"));
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => audit.FlushAsync(Stop));
        Assert.Contains("is full", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(await ReadAsync(account));

        await audit.FlushAsync(Stop);
        Assert.Equal(1000, (await audit.ReadAsync(account.UserId, 2000, Stop)).Count);
    }

    [Fact]
    public async Task A_damaged_file_stops_the_start_and_is_left_as_it_is()
    {
        Directory.CreateDirectory(Backend.Options.DataFolder);
        await File.WriteAllTextAsync(Backend.DatabasePath, new string('x', 8192), Stop);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Backend.Get<TokenStoreStartup>().CheckAsync(Stop));
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(8192, new FileInfo(Backend.DatabasePath).Length);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await Backend.Get<TokenStoreStartup>().CheckAsync(Stop);
        Sql.Execute(Backend, "PRAGMA user_version=999");
        await using var older = Backend.OpenAnother();
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => older.GetRequiredService<TokenStoreStartup>().CheckAsync(Stop));
        Assert.Contains("schema 999", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(Backend.Options.DataFolder, "", Stop);
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Backend.Get<TokenStoreStartup>().CheckAsync(Stop));
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "locked")]
    [InlineData(8, "read-only")]
    [InlineData(10, "reported an error")]
    [InlineData(11, "damaged")]
    [InlineData(13, "full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "damaged")]
    [InlineData(1, "doctor")]
    public void Each_result_code_says_what_to_do(int code, string expected) =>
        Assert.Contains(expected, SqliteFailure.Explain(new SqliteException("native text", code), "/data/assistant.db").Message, StringComparison.Ordinal);
}
