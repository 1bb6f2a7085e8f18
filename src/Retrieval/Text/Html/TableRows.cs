namespace Assistant.Retrieval.Text.Html;

/// <summary>The cells of a data table, collected and then written as a markdown table.</summary>
internal sealed class TableRows(MarkdownWriter outer)
{
    private readonly List<List<string>> _rows = [];
    private MarkdownWriter _cell = new();

    public void StartRow() => _rows.Add([]);

    public MarkdownWriter StartCell() => _cell = new MarkdownWriter();

    public MarkdownWriter EndCell()
    {
        if (_rows.Count == 0)
            StartRow();
        var text = string.Join(' ', _cell.Lines.Select(line => line.Text).Where(line => line.Length > 0));
        _rows[^1].Add(text.Replace("|", "\\|", StringComparison.Ordinal));
        return outer;
    }

    public void WriteTo(MarkdownWriter writer)
    {
        var rows = _rows.Where(row => row.Exists(cell => cell.Length > 0)).ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            writer.Break(1);
            writer.Text($"| {string.Join(" | ", row.Concat(Enumerable.Repeat("", columns - row.Count)))} |");
            if (index > 0)
                continue;
            writer.Break(1);
            writer.Text($"|{string.Concat(Enumerable.Repeat(" --- |", columns))}");
        }
    }
}
