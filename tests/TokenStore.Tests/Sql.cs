using System.Data.Common;
using Assistant.Database.Sqlite;
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
        return Execute(connection, sql, parameters);
    }

    public static int Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        new SqliteSession(connection, CancellationToken.None).ExecuteAsync(sql, parameters).GetAwaiter().GetResult();

    public static T? First<T>(SqliteBackend backend, string sql, Func<DbDataReader, T> map)
    {
        using var connection = Open(backend);
        return new SqliteSession(connection, CancellationToken.None).FirstAsync(sql, map).GetAwaiter().GetResult();
    }
}
