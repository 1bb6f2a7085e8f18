using System.Globalization;
using System.Text;

namespace Assistant.Server.Commands;

/// <summary>Rows under headings, two spaces between columns.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    public Table Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    public Table AddAll<T>(IEnumerable<T> items, Func<T, string[]> cells)
    {
        _rows.AddRange(items.Select(cells));
        return this;
    }

    public override string ToString()
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text.ToString();
    }
}
