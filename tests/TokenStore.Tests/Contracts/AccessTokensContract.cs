using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Contracts;

public abstract class AccessTokensContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IAccessTokens AccessTokens => Backend.Get<IAccessTokens>();

    [Fact]
    public async Task A_good_token_is_handed_out_without_asking_Google_and_its_use_is_audited()
    {
        var account = await ConnectAsync();
        Assert.Equal("access-old", (await AccessTokens.GetAsync(account, Stop)).Value);
        Assert.Equal(0, Backend.Refresher.Count);
        Assert.Equal([("token.use", "ok")], await AuditedAsync(account));
    }

    [Fact]
    public async Task A_token_near_its_end_is_refreshed_and_kept()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.FromMinutes(1));
        Assert.Equal("fresh-1", (await AccessTokens.GetAsync(account, Stop)).Value);
        Assert.Equal("fresh-1", (await AccessTokens.GetAsync(account, Stop)).Value);
        Assert.Equal(1, Backend.Refresher.Count);
        var kept = await Backend.Get<IAccountStore>().ReadTokensAsync(account, Stop);
        Assert.Equal("refresh-old", kept?.RefreshToken.Value);
        Assert.Equal([("token.use", "ok"), ("token.use", "ok"), ("token.refresh", "ok")], await AuditedAsync(account));
    }

    [Fact]
    public async Task Two_hundred_callers_of_two_processes_cause_one_refresh()
    {
        var account = await ConnectAsync(expiresIn: -TimeSpan.FromMinutes(1));
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Backend.Refresher.Answer = async (count, _, _) =>
        {
            await answer.Task;
            return FakeRefresher.Fresh(count);
        };
        await using var one = Backend.OpenAnother(new RunningTime(Now));
        await using var two = Backend.OpenAnother(new RunningTime(Now));
        IAccessTokens[] processes = [one.GetRequiredService<IAccessTokens>(), two.GetRequiredService<IAccessTokens>()];
        // Each call comes back once it waits for the answer.
        var callers = new Task<Secret>[200];
        Parallel.For(0, callers.Length, i => callers[i] = processes[i % 2].GetAsync(account, Stop));
        answer.SetResult();
        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("fresh-1", token.Value));
        Assert.Equal(1, Backend.Refresher.Count);
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_take_the_refresh_along()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.Zero);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Backend.Refresher.Answer = async (count, _, cancellationToken) =>
        {
            asked.SetResult();
            await answer.Task.WaitAsync(cancellationToken);
            return FakeRefresher.Fresh(count);
        };
        using var leaving = new CancellationTokenSource();
        var first = AccessTokens.GetAsync(account, leaving.Token);
        await asked.Task.WaitAsync(Stop);
        var second = AccessTokens.GetAsync(account, Stop);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();
        Assert.Equal("fresh-1", (await second).Value);
    }

    [Fact]
    public async Task A_rotated_refresh_token_is_stored_before_the_access_token_is_handed_out()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.Zero);
        Backend.Refresher.Answer = (count, used, _) => Task.FromResult(FakeRefresher.Fresh(count, rotated: $"after {used.Value}"));
        await AccessTokens.GetAsync(account, Stop);
        await using var other = Backend.OpenAnother();
        var stored = await other.GetRequiredService<IAccountStore>().ReadTokensAsync(account, Stop);
        Assert.Equal("after refresh-old", stored?.RefreshToken.Value);
    }

    [Fact]
    public async Task The_end_of_the_grant_is_remembered_until_the_account_is_connected_again()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.Zero);
        Backend.Refresher.Answer = (_, _, _) => Task.FromResult<RefreshOutcome>(new RefreshOutcome.GrantEnded());
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var refused = await Assert.ThrowsAsync<ReconnectNeededException>(() => AccessTokens.GetAsync(account, Stop));
            Assert.Contains("assistant login --user alice --account work", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, Backend.Refresher.Count);
        var marked = await Backend.Get<IAccountStore>().FindAsync(account.UserId, "work", Stop);
        Assert.Equal(AccountStatus.ReconnectNeeded, marked?.Status);
        await ConnectAsync();
        Assert.Equal("access-old", (await AccessTokens.GetAsync(account, Stop)).Value);
    }

    [Fact]
    public async Task While_Google_is_down_the_account_is_kept_and_Google_is_not_hammered()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.Zero);
        Backend.Refresher.Answer = (_, _, _) => throw new RefreshUnavailableException("Google answered 503.");
        foreach (var _ in Enumerable.Range(0, 20))
            await Assert.ThrowsAsync<RefreshUnavailableException>(() => AccessTokens.GetAsync(account, Stop));
        Assert.Equal(1, Backend.Refresher.Count);

        Backend.Refresher.Answer = (count, _, _) => Task.FromResult(FakeRefresher.Fresh(count));
        Backend.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("fresh-2", (await AccessTokens.GetAsync(account, Stop)).Value);
    }

    [Fact]
    public async Task While_Google_is_down_a_token_that_is_still_valid_is_handed_out()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.FromMinutes(1));
        Backend.Refresher.Answer = (_, _, _) => throw new RefreshUnavailableException("Google answered 503.");
        Assert.Equal("access-old", (await AccessTokens.GetAsync(account, Stop)).Value);
    }

    [Fact]
    public async Task A_rejected_token_is_renewed_once_for_all()
    {
        var account = await ConnectAsync();
        var rejected = await AccessTokens.GetAsync(account, Stop);
        var renewed = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AccessTokens.RenewAsync(account, rejected, Stop), Stop)));
        Assert.All(renewed, token => Assert.Equal("fresh-1", token.Value));
        Assert.Equal(1, Backend.Refresher.Count);
    }

    [Fact]
    public async Task The_account_of_somebody_else_or_a_removed_one_has_no_token()
    {
        var account = await ConnectAsync();
        var bob = await AddUserAsync("bob");
        await Assert.ThrowsAsync<ReconnectNeededException>(() => AccessTokens.GetAsync(account with { UserId = bob.Id }, Stop));
        await Backend.Get<IAccountStore>().RemoveAsync(account.UserId, account.Id, Stop);
        var gone = await Assert.ThrowsAsync<ReconnectNeededException>(() => AccessTokens.GetAsync(account, Stop));
        Assert.Equal(
            $"The Google account '{account.Nickname}' is not connected any more: run 'assistant login --account {account.Nickname}' to connect it.",
            gone.Message);
    }

    [Fact]
    public async Task An_account_reconnected_during_a_refresh_keeps_its_new_tokens()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.Zero);
        Backend.Refresher.Answer = async (_, _, _) =>
        {
            await Backend.Get<IAccountStore>().ConnectAsync(
                account.UserId, "work", new GoogleIdentity(account.Subject, account.Email), Tokens("newer"), Stop);
            return new RefreshOutcome.GrantEnded();
        };
        Assert.Equal("access-newer", (await AccessTokens.GetAsync(account, Stop)).Value);
    }

    [Fact]
    public async Task A_data_key_rotated_during_a_refresh_loses_nothing()
    {
        var account = await ConnectAsync(expiresIn: TimeSpan.Zero);
        Backend.Refresher.Answer = async (count, _, _) =>
        {
            await Backend.Get<IKeyRotation>().RotateDataKeyAsync(account.UserId, Stop);
            return FakeRefresher.Fresh(count, rotated: "rotated");
        };
        Assert.Equal("fresh-1", (await AccessTokens.GetAsync(account, Stop)).Value);
        Assert.Equal("rotated", (await Backend.Get<IAccountStore>().ReadTokensAsync(account, Stop))?.RefreshToken.Value);
    }

    private async Task<List<(string Action, string Outcome)>> AuditedAsync(GoogleAccount account)
    {
        var log = Backend.Get<IAuditLog>();
        await log.FlushAsync(Stop);
        return [.. (await log.ReadAsync(account.UserId, 100, Stop)).Select(entry => (entry.Action, entry.Outcome))];
    }
}
