using System.CommandLine;
using System.Text.Json;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class ConversationsCommand
{
    private const int Page = 500;

    public static Command Create(CommonOptions common) => new("conversations", "What was said in conversations that clients keep here.") { List(common), Export(common), Erase(common) };

    private static Command List(CommonOptions common) => new Command("list", "Show the conversations of a user.") { common.Json }.Does(common, async (context, cancellationToken) =>
    {
        var user = await context.UserAsync(cancellationToken);
        var all = await context.Get<IConversationStore>().ListAsync(user.Id, cancellationToken);
        await context.ListAsync(
            all,
            new Table("ID", "LAST USED", "MESSAGES", "TITLE").AddAll(
                all, one => [one.Id, Table.Date(one.UsedAt), one.Messages.ToString(System.Globalization.CultureInfo.InvariantCulture), one.Title]),
            $"{user.Name} has no conversation.");
        return ExitCode.Ok;
    });

    private static Command Export(CommonOptions common) => new Command(
        "export",
        """
        Write all conversations of a user to standard output, one as JSON a line.

        Example:
          assistant conversations export --user ada > ada.jsonl
        """).Does(common, async (context, cancellationToken) =>
    {
        var (user, store) = (await context.UserAsync(cancellationToken), context.Get<IConversationStore>());
        foreach (var conversation in await store.ListAsync(user.Id, cancellationToken))
        {
            var messages = new List<ConversationMessage>();
            while (await store.MessagesAsync(user.Id, conversation.Id, messages.Count + 1, Page, cancellationToken) is { Count: > 0 } page)
                messages.AddRange(page);
            await context.SayAsync(JsonSerializer.Serialize(
                new
                {
                    conversation.Id,
                    conversation.Title,
                    conversation.CreatedAt,
                    conversation.UsedAt,
                    Messages = messages.Select(message => new { message.Number, message.At, message.Said.Role, message.Said.Text, Metadata = message.Said.ReadMetadata() }),
                },
                JsonSerializerOptions.Web));
        }

        return ExitCode.Ok;
    });

    private static Command Erase(CommonOptions common)
    {
        var yes = new Option<bool>("--yes") { Description = "Do it." };
        return new Command("erase", "Delete all conversations of a user, for good.") { yes }.Does(common, async (context, cancellationToken) =>
        {
            var (user, store) = (await context.UserAsync(cancellationToken), context.Get<IConversationStore>());
            var all = await store.ListAsync(user.Id, cancellationToken);
            if (!context.Parsed.GetValue(yes))
                throw new CliException($"This deletes {all.Count} conversation(s) of {user.Name}, for good. Add --yes to do it.", ExitCode.Usage);
            foreach (var conversation in all)
                await store.DeleteAsync(user.Id, conversation.Id, cancellationToken);
            await context.Get<IndexShelf>().DeleteAsync(IndexShelf.OfUser(user.Id), cancellationToken);
            await context.RecordAsync("conversations.erase", user.Id, accountId: null, detail: null, cancellationToken);
            await context.SayAsync($"{all.Count} conversation(s) of {user.Name} are deleted.");
            return ExitCode.Ok;
        });
    }
}
