using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class UsersListCommand
{
    public static Command Create(CommonOptions common) => new Command("list", "Show who there is.") { common.Json }
        .Does(common, async (context, cancellationToken) =>
    {
        var users = await context.Get<IUserStore>().ListAsync(cancellationToken);
        await context.ListAsync(
            [.. users.Select(user => new { user.Name, user.CreatedAt })],
            new Table("NAME", "ADDED").AddAll(users, user => [user.Name, Table.Date(user.CreatedAt)]),
            $"There is no user yet. Add one: {context.Next("assistant users add NAME")}");
        return ExitCode.Ok;
    });
}
