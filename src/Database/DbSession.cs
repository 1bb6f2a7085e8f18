using System.Data.Common;

namespace Assistant.Database;

/// <summary>
/// A connection in use, and SQL with named parameters (<c>$name</c>) in one line. One that waits does all of it on the calling thread, so that its tasks are done when they are
/// handed out: SQLite always, PostgreSQL for callers that know no tasks.
/// </summary>
public abstract class DbSession(DbConnection connection, bool waits, CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken => cancellationToken;

    protected bool Waits => waits;

    /// <summary>Ends a SELECT whose rows this transaction takes for itself, leaving out what others have taken. SQLite has one writer and needs none.</summary>
    public abstract string TakeRows(string table);

    /// <summary>Keeps other transactions with the same name waiting until this one ends. SQLite has one writer and needs none.</summary>
    public abstract Task LockAsync(string name);

    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => ExecuteAsync(Command(sql, parameters));

    public Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        FirstAsync(Command(sql, parameters), map);

    public Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        ListAsync(Command(sql, parameters), map);

    public Task<long> NumberAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => FirstAsync(sql, row => row.GetInt64(0), parameters);

    /// <summary>One statement for many rows.</summary>
    /// <param name="sql">With the parameters of <paramref name="names"/>.</param>
    /// <param name="names">Of the parameters, each with <c>$</c>.</param>
    /// <param name="rows">Their values, in the order of the names.</param>
    public abstract Task ExecuteManyAsync(string sql, IReadOnlyList<string> names, IEnumerable<object?[]> rows);

    /// <summary>A column with a 64-bit set of values: <c>column IN (...)</c>, however many there are.</summary>
    public abstract (string Sql, object Value) AnyOf(string column, string parameter, IReadOnlyCollection<long> values);

    /// <summary>Whether the database compares vectors itself (pgvector).</summary>
    public abstract bool ScansVectors { get; }

    /// <summary>A vector of 8-bit numbers as the database keeps it: bytes, or pgvector's halves, which hold them exactly.</summary>
    public abstract object Vector(ReadOnlySpan<sbyte> numbers);

    /// <summary>What <see cref="Vector"/> wrote.</summary>
    public abstract sbyte[] ReadVector(DbDataReader row, int column);

    /// <summary>From here on every statement sees the same moment, until the session ends.</summary>
    public abstract Task BeginSnapshotAsync();

    /// <summary>Stands between the columns and the values of an INSERT that gives an identity column's number itself.</summary>
    public abstract string GivenIdentity { get; }

    /// <summary>The next number of an identity column follows on the largest that is there.</summary>
    public abstract Task ContinueIdentityAsync(string table, string column);

    /// <summary>One row after the other, for more than fit in memory.</summary>
    public async IAsyncEnumerable<DbDataReader> EachAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Command(sql, parameters);
        await using var _ = command.ConfigureAwait(false);
        var reader = waits ? command.ExecuteReader() : await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (waits ? reader.Read() : await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return reader;
    }

    protected abstract string Translate(string sql);

    protected abstract void Add(DbCommand command, string name, object? value);

    protected static object Plain(object? value) => value switch { null => DBNull.Value, DateTimeOffset time => time.ToUnixTimeMilliseconds(), _ => value };

    protected DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; values are parameters.
        command.CommandText = Translate(sql);
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            Add(command, name, value);
        return command;
    }

    private async Task<int> ExecuteAsync(DbCommand command)
    {
        await using var _ = command.ConfigureAwait(false);
        return waits ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<T?> FirstAsync<T>(DbCommand command, Func<DbDataReader, T> map)
    {
        await using var _ = command.ConfigureAwait(false);
        if (waits)
        {
            using var waited = command.ExecuteReader();
            return waited.Read() ? map(waited) : default;
        }

        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? map(reader) : default;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(DbCommand command, Func<DbDataReader, T> map)
    {
        await using var _ = command.ConfigureAwait(false);
        var rows = new List<T>();
        if (waits)
        {
            using var waited = command.ExecuteReader();
            while (waited.Read())
                rows.Add(map(waited));
            return rows;
        }

        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(map(reader));
        return rows;
    }
}

public static class DbRows
{
    public static byte[] GetBlob(this DbDataReader row, int column) => (byte[])row.GetValue(column);

    public static string? GetText(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset GetTime(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? GetOptionalTime(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetTime(column);
}
