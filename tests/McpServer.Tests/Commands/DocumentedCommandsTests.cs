using Assistant.Server.Commands;
using Assistant.Tests.Shared;

namespace Assistant.Server.Tests.Commands;

/// <summary>What people are told to type is understood.</summary>
public sealed class DocumentedCommandsTests
{
    private static readonly string[] Pages = ["README.md", Path.Combine("docs", "google-setup.md")];

    public static TheoryData<string, string> Lines() =>
        [.. Pages.SelectMany(page => CommandLines(File.ReadAllLines(Path.Combine(Repository.Root, page))).Select(line => (page, line)))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_line_of_the_documentation_is_understood(string page, string line)
    {
        var console = new CliConsole(TextReader.Null, TextWriter.Null, TextWriter.Null, _ => null);

        var parsed = CommandTree.Build(console).Parse(line["assistant ".Length..]);

        Assert.True(parsed.Errors.Count == 0, $"{page}: {line}\n{string.Join('\n', parsed.Errors)}");
    }

    [Fact]
    public void Both_pages_have_command_lines() => Assert.All(Pages, page => Assert.Contains(Lines(), row => row.Data.Item1 == page));

    /// <summary>The lines of code blocks that start the program, without their comments.</summary>
    private static IEnumerable<string> CommandLines(IEnumerable<string> page)
    {
        var isCode = false;
        foreach (var line in page.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode && line.StartsWith("assistant ", StringComparison.Ordinal))
                yield return line.Split(" #")[0].TrimEnd();
        }
    }
}
