using Assistant.Database.Sqlite;

namespace Assistant.TokenStore.Tests.Sqlite;

public sealed class ChosenLibraryTests
{
    [Fact]
    public void The_library_is_new_enough_and_searches_text()
    {
        var library = SqliteLibrary.Current;
        Assert.True(library.FullTextSearch);
        Assert.True(Version.Parse(library.Version) >= (library.Source == "system" ? new Version(3, 40) : new Version(3, 35)));
        if (Environment.GetEnvironmentVariable(SqliteLibrary.Variable) is { Length: > 0 } wanted)
            Assert.Equal(wanted, library.Source);
    }
}
