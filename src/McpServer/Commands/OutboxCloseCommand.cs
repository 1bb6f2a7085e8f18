using System.CommandLine;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;

namespace Assistant.Server.Commands;

internal static class OutboxRejectCommand
{
    public static Command Create(CommonOptions common) => OutboxCloseCommand.Create(
        common, "reject", "Say no to a waiting entry: it never happens.", OutboxState.Rejected, held: false);
}

internal static class OutboxCancelCommand
{
    public static Command Create(CommonOptions common) => OutboxCloseCommand.Create(
        common, "cancel", "Take back what waits or is held (undo send).", OutboxState.Cancelled, held: true);
}

internal static class OutboxCloseCommand
{
    public static Command Create(CommonOptions common, string name, string description, OutboxState state, bool held)
    {
        var id = OutboxEntries.Id();
        return new Command(name, description) { id }.Does(common, async (context, cancellationToken) =>
        {
            var entry = await OutboxEntries.OneAsync(context, context.Parsed.GetRequiredValue(id), cancellationToken);
            if (!await context.Get<IOutboxStore>().CloseAsync(entry.Id, state, held, nonce: null, cancellationToken))
            {
                entry = await context.Get<IOutboxStore>().FindAsync(entry.UserId, entry.Id, cancellationToken) ?? entry;
                throw new CliException($"It is too late for that: {OutboxResults.Name(entry)}. {OutboxResults.Of(entry, null).Message}".TrimEnd());
            }

            await context.RecordAsync($"outbox.{name}", entry.UserId, entry.AccountId, detail: null, cancellationToken);
            await context.SayAsync("Nothing happens with it any more.");
            return ExitCode.Ok;
        });
    }
}
