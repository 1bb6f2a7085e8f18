using System.CommandLine;
using System.Globalization;
using Assistant.Server.Documentation;
using Assistant.Tools;

namespace Assistant.Server.Commands;

internal static class ToolsCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command(
            "tools",
            """
            List every tool with its toolset, hints, Google scopes and what its definition costs a model in tokens.

            Example:
              assistant tools --json
            """)
        {
            common.Json,
        };
        return command.Does(common, async (context, _) =>
        {
            var rows = ToolCatalogue.Create().Tools
                .Select(tool => new Row(tool.Name, tool.Toolset, ToolsPage.Hints(tool), tool.Scopes, tool.Tokens, tool.Protocol.Description ?? ""))
                .ToList();
            var table = new Table("TOOL", "TOOLSET", "HINTS", "SCOPE", "TOKENS");
            foreach (var row in rows)
                table.Add(row.Name, row.Toolset, row.Hints, ToolsPage.Short(row.Scopes), row.Tokens.ToString(CultureInfo.InvariantCulture));
            await context.ListAsync(rows, table, "There are no tools.");
            if (!context.WantsJson)
                await context.SayAsync($"{rows.Sum(row => row.Tokens)} tokens in all. On by default: {string.Join(", ", ToolCatalogue.DefaultToolsets)}.");
            return ExitCode.Ok;
        });
    }

    private sealed record Row(string Name, string Toolset, string Hints, IReadOnlyList<string> Scopes, int Tokens, string Description);
}
