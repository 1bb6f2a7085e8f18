using Assistant.Database.Sqlite;
using Assistant.Server.GoogleLogin;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

/// <summary>The checks of <c>doctor</c>, in the order in which one builds on the other.</summary>
internal static class Examination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WorryingSkew = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Finding>> RunAsync(CliContext context, CancellationToken cancellationToken)
    {
        // First, as it makes the folders where there are none yet.
        var store = await StoreAsync(context, cancellationToken);
        var works = store.All(finding => finding.Grade == Grade.Ok);
        var accounts = works ? await AccountsAsync(context, cancellationToken) : [];
        return
        [
            FolderCheck.Data(context.Options.DataFolder),
            FolderCheck.Configuration(context.Options.ConfigurationFolder),
            Sqlite(),
            .. store,
            OAuthClient(context, isNeeded: accounts.Count > 0),
            .. await GoogleAsync(context, cancellationToken),
            .. accounts,
        ];
    }

    private static Finding Sqlite()
    {
        try
        {
            var library = SqliteLibrary.Current;
            return library.FullTextSearch
                ? new(Grade.Ok, "SQLite", $"{library.Version} ({library.Source})")
                : new(Grade.Fail, "SQLite", $"{library.Version} ({library.Source}) has no FTS5: unset {SqliteLibrary.Variable} or install another.");
        }
        catch (StoreUnavailableException problem)
        {
            return new(Grade.Fail, "SQLite", problem.Message);
        }
    }

    private static async Task<IReadOnlyList<Finding>> StoreAsync(CliContext context, CancellationToken cancellationToken)
    {
        try
        {
            var key = await context.Get<TokenStoreStartup>().CheckAsync(cancellationToken);
            var users = await context.Get<IUserStore>().ListAsync(cancellationToken);
            var ring = await context.Get<KeyRingCheck>().RunAsync(cancellationToken);
            var names = users.Where(user => ring.Broken.Contains(user.Id)).Select(user => user.Name).ToList();
            return
            [
                new(Grade.Ok, "database", context.Get<TokenStoreStartup>().DatabasePlace),
                new(Grade.Ok, "master key", $"from {key}; it opens the store"),
                ring.Keys == 0 && users.Count == 0 ? new(Grade.Ok, "key ring", "empty; the first user starts it")
                    : names.Count == 0 ? new(Grade.Ok, "key ring", $"{ring.Keys} key(s); opens the data key of every user")
                    : new(
                        Grade.Fail,
                        "key ring",
                        $"does not open the data key of {string.Join(", ", names)}: restore the database from a backup, or remove and add the user."),
                users.Count > 0 ? new(Grade.Ok, "users", $"{users.Count}") : new(Grade.Ok, "users", $"none yet: {context.Next("assistant users add NAME")}"),
            ];
        }
        catch (StoreUnavailableException problem)
        {
            return [new(Grade.Fail, "store", problem.Message)];
        }
    }

    private static async Task<IReadOnlyList<Finding>> GoogleAsync(CliContext context, CancellationToken cancellationToken)
    {
        var address = context.Options.Google.Token;
        var time = context.Get<TimeProvider>();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var http = new HttpClient();
        try
        {
            // Any answer will do: what counts is that it comes, and the time that it carries.
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return [new(Grade.Ok, "Google", $"{address.Host} answers"), Clock(answer.Headers.Date, time.GetUtcNow())];
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [new(Grade.Fail, "Google", $"{address.Host} cannot be reached: check the network, a proxy or a firewall.")];
        }
    }

    internal static Finding Clock(DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } date)
            return new(Grade.Warn, "clock", "Google's answer carried no time to compare with.");
        var skew = (ours - date).Duration();
        return skew > WorryingSkew
            ? new(Grade.Fail, "clock", $"This machine's clock is {skew.TotalSeconds:0} s off Google's: set it (NTP), or logins and tokens fail.")
            : new(Grade.Ok, "clock", "agrees with Google's");
    }

    private static async Task<IReadOnlyList<Finding>> AccountsAsync(CliContext context, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var user in await context.Get<IUserStore>().ListAsync(cancellationToken))
        {
            foreach (var account in await context.Get<IAccountStore>().ListAsync(user.Id, cancellationToken))
            {
                var check = await AccountCheck.RunAsync(context, account, cancellationToken);
                var grade = !check.Ok ? Grade.Fail : FeatureScopes.Missing(account.Scopes).Count > 0 ? Grade.Warn : Grade.Ok;
                findings.Add(new(grade, $"{user.Name}/{account.Nickname}", check.Says));
            }
        }
        return findings;
    }

    /// <summary>Without accounts nothing needs it yet.</summary>
    private static Finding OAuthClient(CliContext context, bool isNeeded)
    {
        try
        {
            return new(Grade.Ok, "OAuth client", context.Get<IOAuthClientSource>().Get().Id);
        }
        catch (OAuthClientMissingException problem)
        {
            return new(isNeeded ? Grade.Fail : Grade.Warn, "OAuth client", problem.Message);
        }
    }
}
