using System.CommandLine;
using System.Globalization;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Commands;

internal static class MigrateCommand
{
    public static Command Create(CommonOptions common)
    {
        var to = new Option<string>("--to") { Description = "Where everything is copied: postgres or sqlite.", Required = true };
        to.AcceptOnlyFromAmong("postgres", "sqlite");
        return new Command(
            "migrate",
            """
            Copy everything (users, keys, sessions, audit, tokens, outbox, journal, indexes) from the data folder to the PostgreSQL database that
            ASSISTANT_DATABASE names, or back. The target has to be empty. Counts and digests are compared before anything is kept; the source is only read.
            End servers first: what they write meanwhile is not copied. Interrupted, run it again: what is complete is not copied twice.

            Examples:
              assistant migrate --to postgres
              assistant migrate --to sqlite --data /var/lib/assistant-new
            """)
        {
            to,
        }.Does(common, (context, cancellationToken) => RunAsync(context, context.Parsed.GetRequiredValue(to) == "postgres", cancellationToken));
    }

    private static async Task<int> RunAsync(CliContext context, bool toPostgres, CancellationToken cancellationToken)
    {
        if (context.Options.Variable("ASSISTANT_DATABASE") is not { Length: > 0 } connection)
            throw new CliException("Set ASSISTANT_DATABASE to the PostgreSQL database, such as Host=db.example.com;Database=assistant;Username=assistant;Password=...", ExitCode.Usage);
        var (files, postgres) = (new Place(context.Options, null), new Place(context.Options, connection));
        var (from, target) = toPostgres ? (files, postgres) : (postgres, files);
        try
        {
            // Who is in the store is copied last: a target without users is one that is not complete.
            foreach (var account in await AccountsAsync(context, from, cancellationToken))
            {
                var (rows, isNew) = await IndexShelf.MigrateAsync(from.Index, target.Index, account, cancellationToken);
                if (rows > 0)
                    await context.SayAsync(string.Create(CultureInfo.InvariantCulture, $"index of {account}: {rows} rows, {(isNew ? "copied and compared" : "there already")}"));
            }

            foreach (var (table, digest) in await TokenStoreServices.MigrateAsync(from.Store, target.Store, cancellationToken))
                await context.SayAsync($"{table}: {digest}");
        }
        catch (Exception failure) when (failure is OperationCanceledException or MigrationException or StoreUnavailableException)
        {
            throw new CliException(
                $"{(failure is OperationCanceledException ? "Interrupted." : failure.Message)} The source is unchanged and stays in use. Run the same command again to go on.");
        }

        await context.SayAsync(toPostgres
            ? "Done. Servers use PostgreSQL from now on wherever ASSISTANT_DATABASE is set; the data folder keeps its copy until you delete it."
            : "Done. Unset ASSISTANT_DATABASE and servers use the data folder; the database keeps its copy until you drop it.");
        return ExitCode.Ok;
    }

    private static async Task<IReadOnlyList<string>> AccountsAsync(CliContext context, Place from, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddTokenStore(from.Store).BuildServiceProvider();
        var accounts = new List<string>();
        foreach (var user in await services.GetRequiredService<IUserStore>().ListAsync(cancellationToken))
        {
            accounts.Add(IndexShelf.OfUser(user.Id));
            accounts.AddRange((await services.GetRequiredService<IAccountStore>().ListAsync(user.Id, cancellationToken)).Select(account => account.Id));
        }

        if (accounts.Count == 0)
            throw new CliException($"There is nothing to copy: {context.Options.DataFolder} and ASSISTANT_DATABASE were read as they are set; the source has no user.");
        return accounts;
    }

    private sealed record Place(AssistantOptions Options, string? Database)
    {
        public TokenStoreOptions Store => Composition.Store(Options, Database);

        public IndexShelfOptions Index => Composition.Index(Options, Database);
    }
}
