using System.CommandLine;
using Assistant.Tools.Agreements;

namespace Assistant.Server.Commands;

internal static class OutboxShowCommand
{
    public static Command Create(CommonOptions common)
    {
        var id = OutboxEntries.Id();
        return new Command("show", "Show one entry as it would be agreed to, and how it is.") { id, common.Json }.Does(common, async (context, cancellationToken) =>
        {
            var entry = await OutboxEntries.OneAsync(context, context.Parsed.GetRequiredValue(id), cancellationToken);
            var result = OutboxResults.Of(entry, null);
            if (context.WantsJson)
                await context.JsonAsync(new { entry.Id, result.State, result.Message, entry.DueAt, Card = OutboxEntries.Text(entry), MessageId = result.Id, result.ThreadId });
            else
                await context.SayAsync($"{OutboxEntries.Text(entry)}\n\n{result.State}: {result.Message}");
            return ExitCode.Ok;
        });
    }
}
