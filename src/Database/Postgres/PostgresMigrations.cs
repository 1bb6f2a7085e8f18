using Npgsql;

namespace Assistant.Database.Postgres;

/// <summary>The table <c>assistant_schema</c> says how many files of each schema were applied. One process applies them; others that start meanwhile wait.</summary>
internal static class PostgresMigrations
{
    public static async Task ApplyAsync(NpgsqlDataSource source, Migrations migrations, string place, CancellationToken cancellationToken)
    {
        var names = migrations.Names("Postgres");
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await CurrentAsync(connection, migrations.Schema, cancellationToken).ConfigureAwait(false) != names.Length)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var session = new PostgresSession(connection, waits: false, cancellationToken);
            await session.LockAsync("migrations").ConfigureAwait(false);
            await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS assistant_schema (name TEXT PRIMARY KEY, version INTEGER NOT NULL)").ConfigureAwait(false);
            var version = (int)await session.NumberAsync("SELECT coalesce(max(version), 0)::bigint FROM assistant_schema WHERE name = $name", ("$name", migrations.Schema)).ConfigureAwait(false);
            Migrations.RefuseNewer(version, names.Length, place);
            foreach (var name in names[version..])
                await RunAsync(connection, migrations.Text(name), cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(
                "INSERT INTO assistant_schema (name, version) VALUES ($name, $version) ON CONFLICT (name) DO UPDATE SET version = $version",
                ("$name", migrations.Schema),
                ("$version", names.Length)).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        // A migration may have created types that this connection pool has not heard of.
        await connection.ReloadTypesAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> CurrentAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var session = new PostgresSession(connection, waits: false, cancellationToken);
        if (await session.NumberAsync("SELECT count(*) FROM pg_class WHERE oid = to_regclass('assistant_schema')").ConfigureAwait(false) == 0)
            return -1;
        return (int)await session.NumberAsync("SELECT coalesce(max(version), 0)::bigint FROM assistant_schema WHERE name = $name", ("$name", schema)).ConfigureAwait(false);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The files are part of this program.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
