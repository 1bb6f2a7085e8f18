using Microsoft.Data.Sqlite;

namespace Assistant.Database.Sqlite;

/// <summary><c>PRAGMA user_version</c> says how many of the files were applied.</summary>
internal static class SqliteMigrations
{
    public static void Apply(SqliteConnection connection, Migrations migrations, string path)
    {
        var names = migrations.Names("Sqlite");
        var before = Version(connection);
        if (before == names.Length)
            return;
        Migrations.RefuseNewer(before, names.Length, path);
        UseWriteAheadLog(connection);
        Execute(connection, "BEGIN IMMEDIATE");
        // Another process may have been faster.
        var version = Version(connection);
        Migrations.RefuseNewer(version, names.Length, path);
        foreach (var name in names[version..])
            Execute(connection, migrations.Text(name));
        Execute(connection, $"PRAGMA user_version={names.Length}");
        Execute(connection, "COMMIT");
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void UseWriteAheadLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // SQLite's busy handler does not cover this switch, so let the library try again when two processes start together.
        command.CommandTimeout = 5;
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }

    private static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (int)(long)command.ExecuteScalar()!;
    }
}
