using System.CommandLine;
using Assistant.Server.Demo;

namespace Assistant.Server.Commands;

internal static class DemoCommand
{
    public static Command Create(CliConsole console)
    {
        var once = new Option<bool>("--once") { Description = "End after the transcript." };
        return new Command(
            "demo", "Show two people's assistants at work on made-up mail and calendars, then serve them.\n\nExample:\n  assistant demo --once") { once }.Does(async (parsed, cancellationToken) =>
        {
            var only = parsed.GetValue(once);
            return await DemoRun.RunAsync(only, only ? "http://127.0.0.1:0" : "http://127.0.0.1:8085", SelfCommand.Current, console.Out, cancellationToken)
                ? ExitCode.Ok
                : ExitCode.Failed;
        });
    }
}
