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
        var noBrowser = new Option<bool>("--no-browser")
        {
            Description = "Print the address, and read the address that the browser ended at from standard input.",
        };
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
            common.Json,
        }.Does(common, (context, cancellationToken) =>
            RunAsync(context, context.Parsed.GetValue(account), context.Parsed.GetValue(noBrowser), cancellationToken));
    }

    private static async Task<int> RunAsync(CliContext context, string? nickname, bool noBrowser, CancellationToken cancellationToken)
    {
        var user = await context.UserAsync(cancellationToken);
        var known = nickname is null ? null : await context.Get<IAccountStore>().FindAsync(user.Id, nickname, cancellationToken);
        // With --json only the result may be on standard output.
        var guide = context.WantsJson ? context.Console.Error : context.Console.Out;
        var grant = noBrowser
            ? await context.Get<PastedLogin>().RunAsync(known?.Email, context.Console.In, guide, cancellationToken)
            : await context.Get<LoopbackLogin>().RunAsync(known?.Email, guide, cancellationToken);
        // An address may say which account is meant; its nickname stays.
        var account = await context.Get<Enrolment>().StoreAsync(user, Nickname(nickname, known), grant, cancellationToken);
        await context.RecordAsync("account.connect", user.Id, account.Id, detail: null, cancellationToken);
        await ReportAsync(context, user, account);
        return ExitCode.Ok;
    }

    private static string? Nickname(string? given, GoogleAccount? known) =>
        known is not null && string.Equals(given, known.Email, StringComparison.OrdinalIgnoreCase) ? known.Nickname : given;

    private static async Task ReportAsync(CliContext context, User user, GoogleAccount account)
    {
        var (granted, missing) = (FeatureScopes.Granted(account.Scopes), FeatureScopes.Missing(account.Scopes));
        if (context.WantsJson)
        {
            await context.JsonAsync(new { User = user.Name, account.Nickname, account.Email, Granted = Rows(granted), Missing = Rows(missing) });
            return;
        }
        await context.SayAsync($"{account.Email} is connected as '{account.Nickname}' of {user.Name}.");
        foreach (var feature in granted)
            await context.SayAsync($"  granted      {feature.Enables} ({feature.Scope})");
        foreach (var feature in missing)
            await context.SayAsync($"  NOT granted  will not work: {feature.Enables} ({feature.Scope})");
        if (missing.Count > 0)
        {
            var again = context.Next($"assistant login --user {user.Name} --account {account.Nickname}");
            await context.SayAsync($"To allow the rest, log in again and tick every box: {again}");
        }
    }

    private static object[] Rows(IReadOnlyList<FeatureScope> features) => [.. features.Select(feature => new { feature.Scope, feature.Enables })];
}
