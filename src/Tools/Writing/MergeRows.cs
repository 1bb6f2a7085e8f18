using System.Text;
using System.Text.Json;

namespace Assistant.Tools.Writing;

/// <summary>Rows of a mail merge: a JSON array of objects, or CSV with a header line (RFC 4180; comma, semicolon or tab).</summary>
internal static class MergeRows
{
    public const int Most = 200;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <exception cref="ToolFailure">They cannot be read, or are too many.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var rows = text.TrimStart() is ['[' or '{', ..] ? Json(text) : Csv(text.TrimStart('\uFEFF'));
        return rows.Count switch
        {
            0 => throw new ToolFailure("bad_rows", "There is no row: give a JSON array of objects, or CSV with a header line."),
            > Most => throw new ToolFailure("bad_rows", $"There are {rows.Count} rows; {Most} at most can be merged at once."),
            _ => rows,
        };
    }

    private static List<IReadOnlyDictionary<string, string>> Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                throw new ToolFailure("bad_rows", "The rows are one JSON object: put it into a list, [{...}].");
            return [.. json.RootElement.EnumerateArray().Select((row, i) => row.ValueKind == JsonValueKind.Object
                ? row.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.ValueKind == JsonValueKind.Null ? "" : member.Value.GetRawText(), StringComparer.Ordinal)
                : throw new ToolFailure("bad_rows", $"Row {i + 1} is no JSON object."))];
        }
        catch (JsonException wrong)
        {
            throw new ToolFailure("bad_rows", $"The rows are no JSON array of objects: line {wrong.LineNumber + 1} cannot be read.", wrong);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            throw new ToolFailure("bad_rows", "The rows are no JSON array of objects, each with its own names.", wrong);
        }
    }

    private static List<IReadOnlyDictionary<string, string>> Csv(string text)
    {
        var lines = Lines(text, Separator(text)).Where(line => line.Any(field => field.Length > 0)).ToList();
        if (lines.Count == 0)
            return [];
        var names = lines[0].Select(name => name.Trim()).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count || names.Contains(""))
            throw new ToolFailure("bad_rows", "The first line must name the columns, each once.");
        return [.. lines.Skip(1).Select((line, i) => line.Count == names.Count
            ? names.Zip(line).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : throw new ToolFailure("bad_rows", $"Row {i + 1} has {line.Count} fields, the header {names.Count}: put fields with a separator in quotes."))];
    }

    private static char Separator(string text)
    {
        var header = text.Split('\n')[0];
        return Separators.MaxBy(separator => header.Count(letter => letter == separator));
    }

    private static List<List<string>> Lines(string text, char separator)
    {
        var (lines, line, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter != '"')
                    field.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (letter == '"' && field.Length == 0)
                quoted = true;
            else if (letter == separator || letter == '\n')
            {
                line.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    lines.Add(line);
                    line = [];
                }
            }
            else if (letter != '\r')
                field.Append(letter);
        }

        if (quoted)
            throw new ToolFailure("bad_rows", "A quote is opened and not closed.");
        line.Add(field.ToString());
        lines.Add(line);
        return lines;
    }
}
