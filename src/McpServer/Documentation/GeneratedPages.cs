using Assistant.Server.Commands;
using Assistant.Tools;

namespace Assistant.Server.Documentation;

/// <summary>The pages that <c>assistant docs generate</c> writes and that a test compares.</summary>
internal static class GeneratedPages
{
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>
    {
        ["tools.md"] = ToolsPage.Render(ToolCatalogue.Create()),
        ["cli.md"] = CommandsPage.Render(CommandTree.Build(CliConsole.System)),
    };
}
