using Microsoft.Data.Sqlite;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>The database as another program sees it.</summary>
internal static class StoreFile
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static long Number(string path, string query)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = query;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Holds the write lock until it is disposed of.</summary>
    public static IDisposable Lock(string path)
    {
        var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
