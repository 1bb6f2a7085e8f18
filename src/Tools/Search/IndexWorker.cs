using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tools.Search;

/// <summary>Keeps the indexes up to date in every process that serves; the lease lets only one of them fill each.</summary>
public sealed partial class IndexWorker(IServiceScopeFactory scopes, IUserStore users, IAccountStore accounts, TimeProvider time, ILogger<IndexWorker> log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private const int AtOnce = 4;

    /// <summary>Goes on until it is cancelled.</summary>
    /// <param name="userName">Whose accounts; null for everybody's.</param>
    /// <param name="cancellationToken">Ends it; a later run goes on where it was.</param>
    public async Task RunAsync(string? userName, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(userName, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }

            await Task.Delay(BetweenLooks, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Brings all indexes up to date once.</summary>
    public async Task RoundAsync(string? userName, CancellationToken cancellationToken)
    {
        var work = new List<(User User, GoogleAccount Account)>();
        foreach (var user in await users.ListAsync(cancellationToken))
        {
            if (userName is null || user.Name == userName)
                work.AddRange((await accounts.ListAsync(user.Id, cancellationToken)).Select(account => (user, account)));
        }

        await Parallel.ForEachAsync(
            work,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, cancel) => await OneAsync(one.User, one.Account, cancel));
    }

    private async Task OneAsync(User user, GoogleAccount account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(user.Id, user.Name, Grants.All, KeyId: null), "index.background", Guid.NewGuid().ToString("n"));
        try
        {
            await scope.ServiceProvider.GetRequiredService<MailboxIndexer>().RunAsync(account, null, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            // An account without grant, an hour without network: the next round tries again.
            LogLeft(account.Id, failure.Code);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogLeft(account.Id, failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Looking for what to index failed ({Failure}); it is tried again in a minute")]
    private partial void LogFailed(string failure);

    [LoggerMessage(2, LogLevel.Information, "The index of account {Account} was not brought up to date ({Failure}); it is tried again in a minute")]
    private partial void LogLeft(string account, string failure);
}
