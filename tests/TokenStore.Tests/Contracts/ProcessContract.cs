using Assistant.TokenStore.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Contracts;

public abstract class ProcessContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private const int Killed = 137;

    [Fact]
    public async Task Two_hundred_callers_in_two_programs_cause_one_refresh()
    {
        var account = await ConnectExpiredAsync();
        using var one = ChildProcess.Start(ChildProcess.Environment(Backend.Options), ChildProcess.Switch, "refresh", Backend.Folder.Path, account.UserId);
        using var two = ChildProcess.Start(ChildProcess.Environment(Backend.Options), ChildProcess.Switch, "refresh", Backend.Folder.Path, account.UserId);
        Assert.Equal("fresh-1", await ChildProcess.FinishAsync(one, 0, Stop));
        Assert.Equal("fresh-1", await ChildProcess.FinishAsync(two, 0, Stop));
        Assert.Equal("asked\n", await File.ReadAllTextAsync(Backend.Folder.File("asked"), Stop));
    }

    [Fact]
    public async Task Killed_between_the_answer_and_the_commit_the_account_still_works()
    {
        var account = await ConnectExpiredAsync();
        await KillAsync("die", account);
        Assert.Equal("fresh-1", (await LaterAsync(account)).Value);
    }

    [Fact]
    public async Task Killed_with_a_rotated_refresh_token_the_account_says_reconnect()
    {
        var account = await ConnectExpiredAsync();
        await KillAsync("die-rotating", account);
        // Google knows only the rotated token, which nobody has any more.
        Backend.Refresher.Answer = (_, used, _) => Task.FromResult<RefreshOutcome>(
            used.Value == "refresh-old" ? new RefreshOutcome.GrantEnded() : throw new InvalidOperationException("Another token was used."));
        await Assert.ThrowsAsync<ReconnectNeededException>(() => LaterAsync(account));
    }

    [Fact]
    public async Task Programs_that_start_together_for_the_first_time_agree_on_every_key()
    {
        string[] names = ["ann", "ben", "cem", "dee"];
        var children = names.Select(name => ChildProcess.Start(ChildProcess.Environment(Backend.Options), ChildProcess.Switch, "enrol", Backend.Folder.Path, name)).ToList();
        foreach (var child in children)
        {
            await ChildProcess.FinishAsync(child, 0, Stop);
            child.Dispose();
        }

        foreach (var name in names)
        {
            var user = await Backend.Get<IUserStore>().FindAsync(name, Stop);
            var account = await Backend.Get<IAccountStore>().FindAsync(user!.Id, "work", Stop);
            Assert.Equal($"access of {name}", (await Backend.Get<IAccountStore>().ReadTokensAsync(account!, Stop))?.AccessToken.Value);
        }
    }

    private async Task KillAsync(string role, GoogleAccount account)
    {
        using var child = ChildProcess.Start(ChildProcess.Environment(Backend.Options), ChildProcess.Switch, role, Backend.Folder.Path, account.UserId);
        if (OperatingSystem.IsWindows())
            await child.WaitForExitAsync(Stop);
        else
            await ChildProcess.FinishAsync(child, Killed, Stop);
        Assert.Equal("asked\n", await File.ReadAllTextAsync(Backend.Folder.File("asked"), Stop));
    }

    /// <summary>After the dead program's lease has run out.</summary>
    private async Task<Secret> LaterAsync(GoogleAccount account)
    {
        await using var store = Backend.OpenAnother(new RunningTime(TimeProvider.System.GetUtcNow() + TokenRefresh.LeaseTime));
        return await store.GetRequiredService<IAccessTokens>().GetAsync(account, Stop);
    }

    private async Task<GoogleAccount> ConnectExpiredAsync()
    {
        var user = await Backend.Get<IUserStore>().AddAsync("alice", Stop);
        var tokens = new GoogleTokens(new Secret("access-old"), new Secret("refresh-old"), DateTimeOffset.UnixEpoch, []);
        return await Backend.Get<IAccountStore>().ConnectAsync(user.Id, "work", new GoogleIdentity("subject", "alice@example.com"), tokens, Stop);
    }
}
