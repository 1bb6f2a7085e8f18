using System.Globalization;
using System.Text.Json;

namespace Assistant.Bench.SearchQuality;

/// <summary>A judged collection: documents, questions, and which documents answer which question how well.</summary>
internal sealed record Collection(
    IReadOnlyList<(string Id, string Title, string Text)> Documents,
    IReadOnlyList<(string Id, string Text)> Questions,
    IReadOnlyDictionary<string, Dictionary<string, int>> Judgements)
{
    public static Collection Read(string folder) => new(
        [.. File.ReadLines(Path.Combine(folder, "corpus.jsonl")).Where(line => line.Length > 0).Select(Document)],
        [.. File.ReadLines(Path.Combine(folder, "queries.tsv")).Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => (line.Split('\t', 2)[0].Trim(), line.Split('\t', 2)[1].Trim()))],
        File.ReadLines(Path.Combine(folder, "qrels.txt"))
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length >= 4)
            .GroupBy(fields => fields[0])
            .ToDictionary(group => group.Key, group => group.DistinctBy(fields => fields[2]).ToDictionary(fields => fields[2], fields => int.Parse(fields[3], CultureInfo.InvariantCulture))));

    private static (string Id, string Title, string Text) Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return (Text(root, "_id"), Text(root, "title"), Text(root, "text"));
    }

    private static string Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? "" : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
