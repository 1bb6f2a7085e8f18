using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class CommandExtensions
{
    /// <summary>What the command does, with a context that ends with it.</summary>
    public static Command Does(this Command command, CommonOptions common, Func<CliContext, CancellationToken, Task<int>> action) => command.Does(async (parsed, cancellationToken) =>
    {
        await using var context = new CliContext(common, parsed);
        return await action(context, cancellationToken);
    });

    /// <summary>What a command without the common options does.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Ctrl-C is listened for once this has returned a task: a command that goes far before its first wait would not hear it.
            await Task.Yield();
            return await action(parsed, cancellationToken);
        });
        return command;
    }
}
