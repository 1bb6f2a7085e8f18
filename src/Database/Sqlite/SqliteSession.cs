using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Assistant.Database.Sqlite;

internal sealed class SqliteSession(SqliteConnection connection, CancellationToken cancellationToken) : DbSession(connection, waits: true, cancellationToken)
{
    public override string TakeRows(string table) => "";

    public override Task LockAsync(string name) => Task.CompletedTask;

    public override Task ExecuteManyAsync(string sql, IReadOnlyList<string> names, IEnumerable<object?[]> rows)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        var parameters = names.Select(name => command.Parameters.AddWithValue(name, DBNull.Value)).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = Plain(row[i]);
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public override (string Sql, object Value) AnyOf(string column, string parameter, IReadOnlyCollection<long> values) =>
        ($"{column} IN (SELECT value FROM json_each({parameter}))", JsonSerializer.Serialize(values));

    public override bool ScansVectors => false;

    public override object Vector(ReadOnlySpan<sbyte> numbers) => MemoryMarshal.AsBytes(numbers).ToArray();

    public override sbyte[] ReadVector(DbDataReader row, int column) => MemoryMarshal.Cast<byte, sbyte>(row.GetBlob(column)).ToArray();

    public override string GivenIdentity => "";

    public override Task BeginSnapshotAsync() => ExecuteAsync("BEGIN");

    public override Task ContinueIdentityAsync(string table, string column) => Task.CompletedTask;

    protected override string Translate(string sql) => sql;

    protected override void Add(DbCommand command, string name, object? value) => ((SqliteCommand)command).Parameters.AddWithValue(name, Plain(value));
}
