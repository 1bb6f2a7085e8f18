using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class UsersAddCommand
{
    public static Command Create(CommonOptions common)
    {
        var name = new Argument<string>("name") { Description = "Letters, digits, dot, hyphen, underscore; at most 64." };
        return new Command("add", "Add a person.\n\nExample:\n  assistant users add ada")
        {
            name,
            common.Json,
        }.Does(common, async (context, cancellationToken) =>
        {
            var user = await context.Get<IUserStore>().AddAsync(context.Parsed.GetRequiredValue(name), cancellationToken);
            await context.RecordAsync("user.add", user.Id, accountId: null, detail: null, cancellationToken);
            if (context.WantsJson)
                await context.JsonAsync(new { user.Name, user.CreatedAt });
            else
                await context.SayAsync($"User '{user.Name}' is added. Next: {context.Next($"assistant login --user {user.Name}")}");
            return ExitCode.Ok;
        });
    }
}
