using Microsoft.Data.Sqlite;

namespace Assistant.TokenStore.Sqlite;

/// <summary>Numbered SQL files, embedded; <c>PRAGMA user_version</c> says how many were applied.</summary>
internal static class Migrations
{
    private const string Prefix = "Assistant.TokenStore.Sqlite.Migrations.";

    public static int Latest => Names().Length;

    public static void Apply(SqliteConnection connection, string path)
    {
        if (Version(connection) == Latest)
            return;
        RefuseNewer(Version(connection), path);
        UseWriteAheadLog(connection);
        connection.Execute("BEGIN IMMEDIATE");
        // Another process may have been faster.
        var version = Version(connection);
        RefuseNewer(version, path);
        foreach (var name in Names()[version..])
            connection.Execute(Text(name));
        connection.Execute($"PRAGMA user_version={Latest}");
        connection.Execute("COMMIT");
    }

    private static void UseWriteAheadLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // SQLite's busy handler does not cover this switch, so let the library try again when two processes start together.
        command.CommandTimeout = 5;
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }

    private static void RefuseNewer(int version, string path)
    {
        if (version > Latest)
        {
            throw new StoreUnavailableException(
                $"The database {path} was written by a newer version of assistant (schema {version}, this one knows {Latest}): update this program.");
        }
    }

    private static int Version(SqliteConnection connection) => (int)connection.Number("PRAGMA user_version");

    private static string[] Names() =>
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
