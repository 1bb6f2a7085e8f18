using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Failures;

public sealed class StopDuringRefreshTests : SqliteTest
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_rotated_refresh_token_that_is_on_its_way_is_stored_before_the_store_closes()
    {
        var account = await ConnectAsync("alice");
        Backend.Refresher.Answer = async (count, _, cancellationToken) =>
        {
            _asked.SetResult();
            await _answer.Task.WaitAsync(cancellationToken);
            return FakeRefresher.Fresh(count, rotated: "rotated");
        };
        var store = Backend.OpenAnother();
        var token = store.GetRequiredService<IAccessTokens>().GetAsync(account, Stop);
        await _asked.Task.WaitAsync(Stop);
        var closing = store.DisposeAsync().AsTask();
        _answer.SetResult();
        await closing.WaitAsync(Stop);
        Assert.Equal("rotated", (await ReadAsync(account))?.RefreshToken.Value);
        Assert.True(await Backend.Get<ITokenRows>().TryLeaseAsync(account.Id, generation: 2, "next", TokenRefresh.LeaseTime, Stop));
        Assert.Equal("fresh-1", (await token).Value);
    }

    [Fact]
    public async Task A_refresh_that_has_not_reached_Google_is_given_up()
    {
        var account = await ConnectAsync("alice");
        Assert.True(await Backend.Get<ITokenRows>().TryLeaseAsync(account.Id, generation: 1, "other", TokenRefresh.LeaseTime, Stop));
        var store = Backend.OpenAnother();
        var token = store.GetRequiredService<IAccessTokens>().GetAsync(account, Stop);
        await store.DisposeAsync().AsTask().WaitAsync(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => token);
        Assert.Equal(0, Backend.Refresher.Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_that_never_comes_does_not_keep_the_program_from_ending()
    {
        var account = await ConnectAsync("alice");
        Backend.Refresher.Answer = async (count, _, _) =>
        {
            _asked.SetResult();
            await _answer.Task;
            return FakeRefresher.Fresh(count);
        };
        var store = Backend.OpenAnother();
        var token = store.GetRequiredService<IAccessTokens>().GetAsync(account, Stop);
        await _asked.Task.WaitAsync(Stop);
        var closing = store.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            Backend.Time.Advance(AccessTokens.Patience);
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await closing;
        Assert.False(token.IsCompleted);
        _answer.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => token);
    }

    [Fact]
    public async Task A_store_that_closed_meanwhile_does_not_hide_why_a_refresh_failed()
    {
        var account = await ConnectAsync("alice");
        Backend.Refresher.Answer = (_, _, _) =>
        {
            Backend.Get<IDatabase>().Dispose();
            throw new RefreshUnavailableException("Google answered 503.");
        };
        await Assert.ThrowsAsync<RefreshUnavailableException>(() => Backend.Get<TokenRefresh>().RunAsync(account, rejected: null, Stop));
    }
}
