using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class AccountsListCommand
{
    public static Command Create(CommonOptions common) => new Command(
        "list", "Show the accounts of a user.\n\nExample:\n  assistant accounts list --user ada") { common.Json }
        .Does(common, async (context, cancellationToken) =>
        {
            var user = await context.UserAsync(cancellationToken);
            var accounts = await context.Get<IAccountStore>().ListAsync(user.Id, cancellationToken);
            await context.ListAsync(
                [.. accounts.Select(account => new { account.Nickname, account.Email, account.Status, account.Scopes, account.ConnectedAt })],
                new Table("NICKNAME", "ADDRESS", "STATUS", "CONNECTED").AddAll(
                    accounts, account => [account.Nickname, account.Email, Words(account.Status), Table.Date(account.ConnectedAt)]),
                $"{user.Name} has no account yet. Connect one: {context.Next($"assistant login --user {user.Name}")}");
            return ExitCode.Ok;
        });

    private static string Words(AccountStatus status) => status == AccountStatus.Connected ? "connected" : "reconnect needed";
}
