using System.CommandLine;
using System.Text;
using Assistant.Retrieval.Text.Files;

namespace Assistant.Server.Commands;

/// <summary>The child that <see cref="ChildExtractor"/> starts: a file on standard input, its text on standard output. For no person.</summary>
internal static class ExtractCommand
{
    public const string Name = "extract";
    public const int LongestText = 4_000_000;

    public static Command Create(CommonOptions common)
    {
        var kind = new Argument<FileKind>("kind");
        var command = new Command(Name, "Take the text out of a file.") { kind };
        command.Hidden = true;
        return command.Does(common, async (context, cancellationToken) =>
        {
            using var content = new MemoryStream();
            await using (var input = Console.OpenStandardInput())
                await input.CopyToAsync(content, cancellationToken);
            string text;
            try
            {
                text = DocumentText.Read(context.Parsed.GetValue(kind), content.ToArray(), LongestText);
            }
            catch (InvalidDataException failure)
            {
                throw new CliException(failure.Message);
            }

            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.Length <= LongestText ? text : text[..LongestText]), cancellationToken);
            return ExitCode.Ok;
        });
    }
}
