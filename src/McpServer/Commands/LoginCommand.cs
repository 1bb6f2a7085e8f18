using System.CommandLine;
using Assistant.Server.GoogleLogin;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class LoginCommand
{
    public static Command Create(CommonOptions common)
    {
        var account = new Option<string?>("--account")
        {
            HelpName = "NICKNAME",
            Description = "How you will name the account (work, home). Default: its present nickname, or the address before the @.",
        };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the address, and read the address that the browser ended at from standard input." };
        return new Command(
            "login",
            """
            Connect a Google account, or connect it again.

            Examples:
              assistant login
              assistant login --user ada --account work
              assistant login --no-browser                   on a machine without a browser
            """)
        {
            account,
            noBrowser,
        }.Does(common, (context, cancellationToken) =>
            RunAsync(context, context.Parsed.GetValue(account), context.Parsed.GetValue(noBrowser), cancellationToken));
    }

    private static async Task<int> RunAsync(CliContext context, string? nickname, bool noBrowser, CancellationToken cancellationToken)
    {
        var user = await context.UserAsync(cancellationToken);
        var known = nickname is null ? null : await context.Get<IAccountStore>().FindAsync(user.Id, nickname, cancellationToken);
        var grant = noBrowser
            ? await context.Get<PastedLogin>().RunAsync(known?.Email, context.Console.In, context.Console.Out, cancellationToken)
            : await context.Get<LoopbackLogin>().RunAsync(known?.Email, context.Console.Out, cancellationToken);
        var account = await context.Get<Enrolment>().StoreAsync(user, nickname, grant, cancellationToken);
        await context.SayAsync($"{account.Email} is connected as '{account.Nickname}' of {user.Name}.");
        foreach (var feature in FeatureScopes.Granted(account.Scopes))
            await context.SayAsync($"  granted      {feature.Enables} ({feature.Scope})");
        foreach (var feature in FeatureScopes.Missing(account.Scopes))
            await context.SayAsync($"  NOT granted  will not work: {feature.Enables} ({feature.Scope})");
        if (FeatureScopes.Missing(account.Scopes).Count > 0)
            await context.SayAsync($"To allow the rest, log in again and tick every box: assistant login --user {user.Name} --account {account.Nickname}");
        return ExitCode.Ok;
    }
}
