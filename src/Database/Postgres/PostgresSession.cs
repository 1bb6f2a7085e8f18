using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using Pgvector;

namespace Assistant.Database.Postgres;

/// <summary>Names parameters as Npgsql does: <c>$name</c> is written <c>@name</c>.</summary>
internal sealed partial class PostgresSession(NpgsqlConnection connection, bool waits, CancellationToken cancellationToken)
    : DbSession(connection, waits, cancellationToken)
{
    private const int StatementsAtOnce = 500;

    // The statements of this program are few; the texts live as long as it does.
    private static readonly ConcurrentDictionary<string, string> Translated = [];

    private readonly NpgsqlConnection _connection = connection;

    public override string TakeRows(string table) => $" FOR UPDATE OF {table} SKIP LOCKED";

    public override Task LockAsync(string name) => ExecuteAsync("SELECT pg_advisory_xact_lock($number)", ("$number", LockNumber(name)));

    public override async Task ExecuteManyAsync(string sql, IReadOnlyList<string> names, IEnumerable<object?[]> rows)
    {
        var text = Translate(sql);
        foreach (var part in rows.Chunk(StatementsAtOnce))
        {
            await using var batch = _connection.CreateBatch();
            foreach (var row in part)
            {
#pragma warning disable CA2100 // Every statement is a constant of this project; values are parameters.
                var command = new NpgsqlBatchCommand(text);
#pragma warning restore CA2100
                for (var i = 0; i < names.Count; i++)
                    command.Parameters.AddWithValue(names[i][1..], Plain(row[i]));
                batch.BatchCommands.Add(command);
            }

            if (Waits)
                batch.ExecuteNonQuery();
            else
                await batch.ExecuteNonQueryAsync(CancellationToken).ConfigureAwait(false);
        }
    }

    public override (string Sql, object Value) AnyOf(string column, string parameter, IReadOnlyCollection<long> values) => ($"{column} = ANY({parameter})", values.ToArray());

    public override bool ScansVectors => true;

    public override object Vector(ReadOnlySpan<sbyte> numbers)
    {
        var halves = new Half[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            halves[i] = numbers[i];
        return new HalfVector(halves);
    }

    public override sbyte[] ReadVector(DbDataReader row, int column) => Array.ConvertAll(row.GetFieldValue<HalfVector>(column).ToArray(), half => (sbyte)half);

    public override string GivenIdentity => " OVERRIDING SYSTEM VALUE";

    public override Task BeginSnapshotAsync() => ExecuteAsync("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public override Task ContinueIdentityAsync(string table, string column) =>
        ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), coalesce(max({column}), 1), max({column}) IS NOT NULL) FROM {table}");

    /// <summary>The same number in every process, for the database's advisory locks.</summary>
    internal static long LockNumber(string name) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"assistant {name}")));

    protected override string Translate(string sql) => Translated.GetOrAdd(sql, static sql => Parameter().Replace(sql, "@$1"));

    protected override void Add(DbCommand command, string name, object? value) => ((NpgsqlCommand)command).Parameters.AddWithValue(name[1..], Plain(value));

    [GeneratedRegex(@"\$([A-Za-z_][A-Za-z_0-9]*)")]
    private static partial Regex Parameter();
}
