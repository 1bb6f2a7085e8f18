using System.CommandLine;
using Assistant.Retrieval.Index;

namespace Assistant.Server.Commands;

internal static class IndexRebuildCommand
{
    public static Command Create(CommonOptions common)
    {
        var nickname = new Argument<string>("nickname") { Description = "The account's nickname or address." };
        return new Command(
            "rebuild",
            """
            Delete the search index of an account; the next 'assistant index run' builds it anew. Mail at Google is not touched.

            Example:
              assistant index rebuild work
            """)
        {
            nickname,
        }.Does(common, async (context, cancellationToken) =>
        {
            var user = await context.UserAsync(cancellationToken);
            var account = await context.AccountAsync(user, context.Parsed.GetRequiredValue(nickname), cancellationToken);
            await context.Get<IndexShelf>().DeleteAsync(account.Id, cancellationToken);
            await context.RecordAsync("index.rebuild", user.Id, account.Id, null, cancellationToken);
            await context.SayAsync($"The index of {account.Nickname} is deleted. Build it with: {context.Next($"assistant index run --user {user.Name} --account {account.Nickname}")}");
            return ExitCode.Ok;
        });
    }
}
