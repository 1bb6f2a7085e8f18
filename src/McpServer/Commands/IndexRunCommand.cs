using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Assistant.TokenStore;
using Assistant.Tools;
using Assistant.Tools.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Commands;

internal static class IndexRunCommand
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    public static Command Create(CommonOptions common)
    {
        var account = new Option<string?>("--account") { Description = "One account of the user; default all." };
        var watch = new Option<bool>("--watch") { Description = "Go on until Ctrl-C: look for changes every minute." };
        return new Command(
            "run",
            """
            Fill the search index: all mail once, newest first, then what changed, and events. It uses at most 80 % of the account's Gmail quota (about 240
            mails a minute), so searching and reading go on meanwhile. Stopped or killed, it goes on where it was.

            Examples:
              assistant index run
              assistant index run --account work --watch
            """)
        {
            account,
            watch,
        }.Does(common, async (context, cancellationToken) =>
        {
            var user = await context.UserAsync(cancellationToken);
            var chosen = context.Parsed.GetValue(account) is { } name
                ? [await context.AccountAsync(user, name, cancellationToken)]
                : await context.Get<IAccountStore>().ListAsync(user.Id, cancellationToken);
            if (chosen.Count == 0)
                throw new CliException($"{user.Name} has no account yet: {context.Next($"assistant login --user {user.Name}")}");
            while (true)
            {
                foreach (var one in chosen)
                    await FillAsync(context, user, one, cancellationToken);
                if (!context.Parsed.GetValue(watch))
                    return ExitCode.Ok;
                await Task.Delay(BetweenLooks, context.Get<TimeProvider>(), cancellationToken);
            }
        });
    }

    private static async Task FillAsync(CliContext context, User user, GoogleAccount account, CancellationToken cancellationToken)
    {
        await using var scope = context.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(user.Id, user.Name, Grants.All, KeyId: null), "index.run", Guid.NewGuid().ToString("n"));
        var clock = Stopwatch.StartNew();
        var said = TimeSpan.Zero;
        try
        {
            var count = await scope.ServiceProvider.GetRequiredService<MailboxIndexer>().RunAsync(account, Report, cancellationToken);
            await context.SayAsync(count is null
                ? $"{account.Nickname}: another process is filling this index."
                : $"{account.Nickname}: {count.Value.ToString(CultureInfo.InvariantCulture)} documents read in {clock.Elapsed.TotalSeconds:0.0} s; the index is up to date.");
            await context.RecordAsync("index.run", user.Id, account.Id, null, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw new CliException($"{account.Nickname}: {failure.Message}");
        }

        void Report(IndexReport report)
        {
            if (clock.Elapsed - said < TimeSpan.FromSeconds(2))
                return;
            said = clock.Elapsed;
            context.Console.Error.WriteLine(IndexBar.Line(account.Nickname, report, clock.Elapsed));
        }
    }
}
