using Assistant.Database.Sqlite;

namespace Assistant.TokenStore.Tests.Processes;

public sealed class SqliteLibraryTests
{
    /// <summary>The library is chosen once per process, so the other one needs another process.</summary>
    [Fact]
    public async Task The_bundled_SQLite_keeps_every_contract_too()
    {
        if (SqliteLibrary.Current.Source == "bundled")
            Assert.Skip("This run is on the bundled library already.");
        using var child = ChildProcess.Start(
            new Dictionary<string, string> { [SqliteLibrary.Variable] = "bundled" }, "-namespace", typeof(Sqlite.SqliteUserStoreTests).Namespace!, "-noColor");
        var output = await ChildProcess.FinishAsync(child, 0, TestContext.Current.CancellationToken);
        Assert.Matches(@"Total: [1-9]\d+, Errors: 0, Failed: 0", output);
    }
}
