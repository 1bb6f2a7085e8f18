using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class AccountsCheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var nickname = new Argument<string?>("nickname") { Arity = ArgumentArity.ZeroOrOne, Description = "The account; default: all of the user's." };
        return new Command("check", "Ask Google whether accounts still work. Exit code 1 where one does not.\n\nExample:\n  assistant accounts check work")
        {
            nickname,
            common.Json,
        }.Does(common, async (context, cancellationToken) =>
        {
            var user = await context.UserAsync(cancellationToken);
            IReadOnlyList<GoogleAccount> accounts = context.Parsed.GetValue(nickname) is { } name
                ? [await context.AccountAsync(user, name, cancellationToken)]
                : await context.Get<IAccountStore>().ListAsync(user.Id, cancellationToken);
            var checks = new List<AccountCheck>();
            foreach (var account in accounts)
                checks.Add(await AccountCheck.RunAsync(context, account, cancellationToken));
            await context.ListAsync(
                checks,
                new Table("ACCOUNT", "", "").AddAll(checks, check => [check.Account, check.Ok ? "ok" : "FAIL", check.Says]),
                $"{user.Name} has no account yet. Connect one: {context.Next($"assistant login --user {user.Name}")}");
            return checks.All(check => check.Ok) ? ExitCode.Ok : ExitCode.Failed;
        });
    }
}
