using System.Text.Json;
using Assistant.Tools;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Demo;

/// <summary>Writes down what clients asked and what they were answered, shortened for reading.</summary>
internal sealed class Transcript(TextWriter output)
{
    private const int LinesShown = 14;
    private const int WidthShown = 150;

    /// <summary>What was not as it should be.</summary>
    public List<string> Surprises { get; } = [];

    public Task HeadingAsync(string text) => output.WriteLineAsync($"\n== {text}");

    public Task NoteAsync(string text) => output.WriteLineAsync(text);

    public async Task CallAsync(string who, string tool, IReadOnlyDictionary<string, object?> arguments, CallToolResult result)
    {
        await output.WriteLineAsync($"\n{who} > {tool} {JsonSerializer.Serialize(arguments, ToolJson.Options)}");
        await AnswerAsync(string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text)), result.IsError is true);
    }

    /// <summary>An answer that has to say <paramref name="expected"/>.</summary>
    public async Task RefusalAsync(string attempt, string answer, string expected)
    {
        await output.WriteLineAsync($"\n{attempt}");
        await AnswerAsync(answer, isError: true);
        if (!answer.Contains(expected, StringComparison.Ordinal))
            Surprises.Add($"{attempt}: expected '{expected}', got '{answer}'");
    }

    private async Task AnswerAsync(string text, bool isError)
    {
        var lines = text.Split('\n');
        foreach (var line in lines.Take(LinesShown))
            await output.WriteLineAsync($"  {(isError ? "! " : "| ")}{Shorten(line)}");
        if (lines.Length > LinesShown)
            await output.WriteLineAsync($"  | ... {lines.Length - LinesShown} more lines");
    }

    private static string Shorten(string line)
    {
        if (line.Length <= WidthShown)
            return line;
        var end = char.IsHighSurrogate(line[WidthShown - 1]) ? WidthShown - 1 : WidthShown;
        return line[..end] + "...";
    }
}
