using System.CommandLine;
using Assistant.Server.Documentation;

namespace Assistant.Server.Commands;

internal static class DocsCommand
{
    public static Command Create(CommonOptions common) => new("docs", "The generated pages of the documentation.") { Generate(common) };

    private static Command Generate(CommonOptions common)
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "The folder of the documentation.",
            DefaultValueFactory = _ => new DirectoryInfo("docs"),
        };
        var command = new Command("generate", "Write tools.md and cli.md into the documentation's folder.\n\nExample:\n  assistant docs generate docs") { folder };
        return command.Does(common, async (context, cancellationToken) =>
        {
            var target = context.Parsed.GetValue(folder)!;
            if (!target.Exists)
                throw new CliException($"There is no folder {target.FullName}; name the one of the documentation.", ExitCode.Usage);
            foreach (var (name, text) in GeneratedPages.All())
            {
                await File.WriteAllTextAsync(Path.Combine(target.FullName, name), text, cancellationToken);
                await context.SayAsync($"Wrote {Path.Combine(target.FullName, name)}.");
            }

            return ExitCode.Ok;
        });
    }
}
