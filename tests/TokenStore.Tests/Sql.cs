using Assistant.TokenStore.Sqlite;
using Microsoft.Data.Sqlite;

namespace Assistant.TokenStore.Tests;

/// <summary>What somebody with another tool does to the database file.</summary>
internal static class Sql
{
    public static SqliteConnection Open(SqliteBackend backend)
    {
        _ = SqliteLibrary.Current;
        var options = new SqliteConnectionStringBuilder { DataSource = backend.DatabasePath, Pooling = false, ForeignKeys = false };
        var connection = new SqliteConnection(options.ToString());
        connection.Open();
        return connection;
    }

    public static int Execute(SqliteBackend backend, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = Open(backend);
        return connection.Execute(sql, parameters);
    }

    public static T? First<T>(SqliteBackend backend, string sql, Func<SqliteDataReader, T> map)
    {
        using var connection = Open(backend);
        return connection.First(sql, map);
    }
}
