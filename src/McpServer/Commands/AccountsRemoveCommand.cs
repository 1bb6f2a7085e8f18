using System.CommandLine;
using Assistant.Retrieval.Index;
using Assistant.Server.GoogleLogin;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class AccountsRemoveCommand
{
    public static Command Create(CommonOptions common)
    {
        var nickname = new Argument<string>("nickname") { Description = "The account's nickname or address." };
        return new Command(
            "remove",
            """
            Disconnect an account: its grant is revoked at Google, and its tokens and its search index are deleted here.

            Example:
              assistant accounts remove home --user ada
            """)
        {
            nickname,
        }.Does(common, async (context, cancellationToken) =>
        {
            var user = await context.UserAsync(cancellationToken);
            var account = await context.AccountAsync(user, context.Parsed.GetRequiredValue(nickname), cancellationToken);
            var warning = await Disconnect.RunAsync(context, account, cancellationToken);
            await context.SayAsync($"{account.Email} ('{account.Nickname}' of {user.Name}) is disconnected.");
            if (warning is not null)
                await context.Console.Error.WriteLineAsync(warning);
            return ExitCode.Ok;
        });
    }
}

/// <summary>Ends a grant at Google where it can be reached, and deletes the account here in any case.</summary>
internal static class Disconnect
{
    /// <returns>What the person has to do by hand, or null.</returns>
    public static async Task<string?> RunAsync(CliContext context, GoogleAccount account, CancellationToken cancellationToken)
    {
        var warning = await RevokeAsync(context, account, cancellationToken);
        await context.Get<IndexShelf>().DeleteAsync(account.Id, cancellationToken);
        await context.Get<IAccountStore>().RemoveAsync(account.UserId, account.Id, cancellationToken);
        await context.RecordAsync("account.remove", account.UserId, account.Id, warning is null ? null : "not_revoked", cancellationToken);
        return warning;
    }

    private static async Task<string?> RevokeAsync(CliContext context, GoogleAccount account, CancellationToken cancellationToken)
    {
        try
        {
            if (await context.Get<IAccountStore>().ReadTokensAsync(account, cancellationToken) is { } tokens)
                await context.Get<GoogleOAuth>().RevokeAsync(tokens.RefreshToken, cancellationToken);
            return null;
        }
        catch (Exception problem) when (problem is TokenEndpointException or SealBrokenException)
        {
            return $"The grant of {account.Email} could not be revoked at Google ({problem.Message}) "
                + "It is deleted here; remove it there too: https://myaccount.google.com/connections";
        }
    }
}
