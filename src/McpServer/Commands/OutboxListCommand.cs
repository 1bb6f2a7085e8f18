using System.CommandLine;
using Assistant.Tools.Agreements;

namespace Assistant.Server.Commands;

internal static class OutboxListCommand
{
    public static Command Create(CommonOptions common)
    {
        var all = new Option<bool>("--all") { Description = "Also what is over." };
        return new Command("list", "Show what waits or is held.") { all, common.Json }.Does(common, async (context, cancellationToken) =>
        {
            var entries = await OutboxEntries.AllAsync(context, await context.UserAsync(cancellationToken), open: !context.Parsed.GetValue(all), cancellationToken);
            await context.ListAsync(
                [
                    .. entries.Select(entry => new
                    {
                        entry.Id,
                        State = OutboxResults.Name(entry),
                        entry.Kind,
                        entry.CreatedAt,
                        entry.DueAt,
                        What = OutboxEntries.Line(entry),
                    }),
                ],
                new Table("ID", "STATE", "SINCE", "DUE", "WHAT").AddAll(
                    entries, entry => [entry.Id, OutboxResults.Name(entry), Table.Date(entry.CreatedAt), entry.DueAt is { } due ? Table.Date(due) : "", OutboxEntries.Line(entry)]),
                "Nothing waits in the outbox.");
            return ExitCode.Ok;
        });
    }
}
