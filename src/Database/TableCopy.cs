using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Database;

/// <summary>A table that two databases have with the same columns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All columns that have a meaning, in order.</param>
/// <param name="Order">Columns whose order is kept where rows have an order of arrival; empty for none.</param>
/// <param name="Identity">A column that numbers rows and is copied as it is; null for none.</param>
/// <param name="Vector">A column with a vector; null for none.</param>
public sealed record CopiedTable(string Name, IReadOnlyList<string> Columns, string Order = "", string? Identity = null, string? Vector = null);

/// <summary>Rows and a digest of what is in them, whatever their order.</summary>
public readonly record struct TableDigest(long Rows, UInt128 Sum)
{
    public override string ToString() => $"{Rows} rows, digest {Sum:x32}";

    internal TableDigest With(IReadOnlyList<object?> row) => new(Rows + 1, Sum + Hash(row));

    /// <summary>Each value with its kind and length, so that no two rows are written alike.</summary>
    private static UInt128 Hash(IReadOnlyList<object?> row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[9];
        foreach (var value in row)
        {
            var bytes = value switch
            {
                null => [],
                byte[] blob => blob,
                string text => Encoding.UTF8.GetBytes(text),
                double number => BitConverter.GetBytes(number),
                _ => BitConverter.GetBytes(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
            };
            head[0] = value switch { null => 0, byte[] => 1, string => 2, double => 3, _ => 4 };
            BinaryPrimitives.WriteInt64LittleEndian(head[1..], bytes.Length);
            hash.AppendData(head);
            hash.AppendData(bytes);
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }
}

/// <summary>Copies a table from one database to another, which may be of another kind.</summary>
public static class TableCopy
{
    private const int RowsAtOnce = 1_000;

    /// <param name="from">The source, at one moment.</param>
    /// <param name="to">The target, in its transaction.</param>
    /// <param name="table">What is copied.</param>
    /// <param name="only">Limits it to rows with a value, which is another one in the target; null for all rows.</param>
    /// <returns>The digest of what was read.</returns>
    public static async Task<TableDigest> CopyAsync(DbSession from, DbSession to, CopiedTable table, (string Column, object From, object To)? only = null)
    {
        IReadOnlyList<string> columns = only is { } limit ? [limit.Column, .. table.Columns] : table.Columns;
        string[] names = [.. columns.Select(column => $"${column}")];
        var insert = $"INSERT INTO {table.Name} ({string.Join(", ", columns)}){(table.Identity is null ? "" : to.GivenIdentity)} VALUES ({string.Join(", ", names)})";
        var (digest, batch) = (default(TableDigest), new List<object?[]>());
        await foreach (var row in RowsAsync(from, table, only is { } rows ? (rows.Column, rows.From) : null).ConfigureAwait(false))
        {
            digest = digest.With(row);
            var values = table.Vector is null ? row : [.. row.Select((value, i) => table.Columns[i] == table.Vector ? to.Vector(Array.ConvertAll((byte[])value!, one => (sbyte)one)) : value)];
            batch.Add(only is { } given ? [given.To, .. values] : values);
            if (batch.Count < RowsAtOnce)
                continue;
            await to.ExecuteManyAsync(insert, names, batch).ConfigureAwait(false);
            batch.Clear();
        }

        await to.ExecuteManyAsync(insert, names, batch).ConfigureAwait(false);
        if (table.Identity is { } identity)
            await to.ContinueIdentityAsync(table.Name, identity).ConfigureAwait(false);
        return digest;
    }

    public static async Task<TableDigest> DigestAsync(DbSession session, CopiedTable table, (string Column, object Value)? only = null)
    {
        var digest = default(TableDigest);
        await foreach (var row in RowsAsync(session, table, only).ConfigureAwait(false))
            digest = digest.With(row);
        return digest;
    }

    private static async IAsyncEnumerable<object?[]> RowsAsync(DbSession session, CopiedTable table, (string Column, object Value)? only)
    {
        var sql = $"SELECT {string.Join(", ", table.Columns)} FROM {table.Name}{(only is { } limit ? $" WHERE {limit.Column} = $only" : "")}{(table.Order.Length == 0 ? "" : $" ORDER BY {table.Order}")}";
        await foreach (var row in (only is { } given ? session.EachAsync(sql, ("$only", given.Value)) : session.EachAsync(sql)).ConfigureAwait(false))
            yield return Values(session, row, table);
    }

    private static object?[] Values(DbSession session, DbDataReader row, CopiedTable table)
    {
        var values = new object?[table.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null
                : table.Columns[i] == table.Vector ? Array.ConvertAll(session.ReadVector(row, i), one => (byte)one)
                : row.GetValue(i) switch { int or short => row.GetInt64(i), var value => value };
        }

        return values;
    }
}
