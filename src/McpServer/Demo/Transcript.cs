using System.Text;
using System.Text.Json;
using Assistant.Tools;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Demo;

/// <summary>Writes down what clients asked and what they were answered, shortened for reading.</summary>
internal sealed class Transcript(TextWriter output)
{
    private const int LinesShown = 16;
    private const int WidthShown = 150;

    /// <summary>What was not as it should be.</summary>
    public List<string> Surprises { get; } = [];

    public static string TextOf(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public Task HeadingAsync(string text) => output.WriteLineAsync($"\n== {text}");

    public Task NoteAsync(string text) => output.WriteLineAsync(text);

    /// <summary>A call that has to succeed.</summary>
    public Task CallAsync(string who, string tool, IReadOnlyDictionary<string, object?> arguments, CallToolResult result)
    {
        if (result.IsError is true)
            Surprises.Add($"{who}: {tool} failed");
        return EntryAsync($"{who} > {tool} {JsonSerializer.Serialize(arguments, ToolJson.Options)}", TextOf(result), result.IsError is true ? '!' : '|');
    }

    /// <summary>An answer that has to say <paramref name="expected"/>.</summary>
    public Task RefusalAsync(string attempt, string answer, string expected)
    {
        if (!answer.Contains(expected, StringComparison.Ordinal))
            Surprises.Add($"{attempt}: expected '{expected}', got '{answer}'");
        return EntryAsync(attempt, answer, '!');
    }

    /// <summary>Written in one piece: two people's calls may end at the same moment.</summary>
    private Task EntryAsync(string head, string answer, char mark)
    {
        var lines = answer.Split('\n');
        var entry = new StringBuilder($"\n{head}\n");
        foreach (var line in lines.Take(LinesShown))
            entry.Append("  ").Append(mark).Append(' ').Append(Shorten(line)).Append('\n');
        if (lines.Length > LinesShown)
            entry.Append("  ").Append(mark).Append(" ... ").Append(lines.Length - LinesShown).Append(" more lines\n");
        lock (output)
            output.Write(entry);
        return Task.CompletedTask;
    }

    private static string Shorten(string line)
    {
        if (line.Length <= WidthShown)
            return line;
        var end = char.IsHighSurrogate(line[WidthShown - 1]) ? WidthShown - 1 : WidthShown;
        return line[..end] + "...";
    }
}
