using System.CommandLine;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class UsersRemoveCommand
{
    public static Command Create(CommonOptions common)
    {
        var name = new Argument<string>("name") { Description = "Who." };
        var yes = new Option<bool>("--yes") { Description = "Really: it cannot be undone." };
        return new Command(
            "remove",
            """
            Delete a person with everything of theirs: grants are revoked at Google, tokens, keys and sessions deleted, their data key destroyed.

            Example:
              assistant users remove ada --yes
            """)
        {
            name,
            yes,
        }.Does(common, async (context, cancellationToken) =>
        {
            var store = context.Get<IUserStore>();
            var wanted = context.Parsed.GetRequiredValue(name);
            var user = await store.FindAsync(wanted, cancellationToken) ?? throw new CliException($"There is no user '{wanted}'.");
            var accounts = await context.Get<IAccountStore>().ListAsync(user.Id, cancellationToken);
            if (!context.Parsed.GetValue(yes))
            {
                throw new CliException(
                    $"This deletes {user.Name}, {accounts.Count} Google account(s) and every key of theirs, for good. Add --yes to do it.", ExitCode.Usage);
            }
            foreach (var account in accounts)
            {
                if (await Disconnect.RunAsync(context, account, cancellationToken) is { } warning)
                    await context.Console.Error.WriteLineAsync(warning);
            }
            await context.Get<IndexShelf>().DeleteAsync(IndexShelf.OfUser(user.Id), cancellationToken);
            await store.RemoveAsync(user.Name, cancellationToken);
            await context.RecordAsync("user.remove", user.Id, accountId: null, detail: null, cancellationToken);
            await context.SayAsync($"User '{user.Name}' is removed.");
            return ExitCode.Ok;
        });
    }
}
