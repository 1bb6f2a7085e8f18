using System.CommandLine;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;

namespace Assistant.Server.Commands;

internal static class OutboxApproveCommand
{
    public static Command Create(CommonOptions common)
    {
        var id = OutboxEntries.Id();
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        return new Command(
            "approve",
            """
            Agree to a waiting entry: it is shown, and happens once you say yes.

            Examples:
              assistant outbox approve 3f2a
              assistant outbox approve 3f2a --yes
            """)
        {
            id,
            yes,
            common.Json,
        }.Does(common, async (context, cancellationToken) =>
        {
            var entry = await OutboxEntries.OneAsync(context, context.Parsed.GetRequiredValue(id), cancellationToken);
            if (entry.State != OutboxState.Waiting)
                throw new CliException($"It does not wait for you: {OutboxResults.Of(entry, null).Message}");
            if (!context.Parsed.GetValue(yes) && !await ConfirmAsync(context, entry, cancellationToken))
            {
                await context.Console.Error.WriteLineAsync($"Nothing happened. '{context.Next($"assistant outbox reject {entry.Id}")}' says no for good.");
                return ExitCode.Failed;
            }

            if (!await context.Get<IOutboxStore>().AgreeAsync(entry.Id, nonce: null, cancellationToken))
                throw new CliException("It does not wait any more: somebody else answered, or its time ran out.");
            await context.RecordAsync("outbox.approve", entry.UserId, entry.AccountId, detail: null, cancellationToken);
            entry = await context.Get<IOutboxStore>().FindAsync(entry.UserId, entry.Id, cancellationToken) ?? entry;
            if (entry.DueAt <= context.Get<TimeProvider>().GetUtcNow())
                entry = await context.Get<OutboxRunner>().RunAsync(entry, cancellationToken);
            var result = OutboxResults.Of(entry, null);
            if (context.WantsJson)
                await context.JsonAsync(new { entry.Id, result.State, result.Message, entry.DueAt, MessageId = result.Id, result.ThreadId });
            else
                await context.SayAsync($"{result.State}: {result.Message}");
            return entry.State is OutboxState.Done or OutboxState.Held ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    private static async Task<bool> ConfirmAsync(CliContext context, OutboxEntry entry, CancellationToken cancellationToken)
    {
        await context.Console.Error.WriteLineAsync($"{OutboxEntries.Text(entry)}\n");
        await context.Console.Error.WriteAsync("Agree? [y/N] ");
        return (await context.Console.In.ReadLineAsync(cancellationToken))?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
