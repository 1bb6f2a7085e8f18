using System.CommandLine;
using Assistant.Tools.Agreements;

namespace Assistant.Server.Commands;

internal static class OutboxRunCommand
{
    public static Command Create(CommonOptions common)
    {
        var watch = new Option<bool>("--watch") { Description = "Go on until Ctrl-C." };
        return new Command(
            "run",
            """
            Carry out what was agreed to and is due, of every user. A running server does this by itself.

            Examples:
              assistant outbox run
              assistant outbox run --watch
            """)
        {
            watch,
        }.Does(common, async (context, cancellationToken) =>
        {
            var worker = context.Get<OutboxWorker>();
            if (context.Parsed.GetValue(watch))
            {
                await worker.RunAsync(cancellationToken);
                return ExitCode.Ok;
            }

            var count = await worker.RunDueAsync(cancellationToken);
            await context.SayAsync(count == 1 ? "1 entry was carried out." : $"{count} entries were carried out.");
            return ExitCode.Ok;
        });
    }
}
