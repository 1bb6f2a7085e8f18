using Assistant.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Contracts;

public abstract class LeaseContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    [Fact]
    public async Task A_live_lease_is_not_taken_by_an_owner_who_read_the_clock_earlier()
    {
        var account = await ConnectAsync();
        Assert.True(await LeaseAsync(account, "first", TimeSpan.FromMilliseconds(5)));
        Assert.False(await LeaseAsync(account, "second", TimeSpan.Zero));
        Assert.True(await LeaseAsync(account, "first", TimeSpan.Zero));
        Assert.True(await LeaseAsync(account, "second", TokenRefresh.LeaseTime));
    }

    [Fact]
    public async Task A_lease_runs_from_the_moment_it_is_written()
    {
        var account = await ConnectAsync();
        Task<bool> waiting = Task.FromResult(false);
        await Backend.Get<IDatabase>().WriteAsync(
            Durability.Normal,
            async session =>
            {
                await session.LockAsync($"tokens {account.Id}");
                waiting = LeaseAsync(account, "waiting", TimeSpan.Zero);
                Backend.Time.Advance(TokenRefresh.LeaseTime);
                return 0;
            },
            Stop);
        Assert.True(await waiting);
        Assert.False(await LeaseAsync(account, "second", TimeSpan.Zero));
    }

    [Fact]
    public async Task A_lease_made_before_the_clock_was_set_back_is_taken_over()
    {
        var account = await ConnectAsync();
        Assert.True(await LeaseAsync(account, "first", TimeSpan.FromHours(1)));
        Assert.True(await LeaseAsync(account, "second", TimeSpan.Zero));
    }

    /// <param name="account">Whose tokens.</param>
    /// <param name="owner">Who asks.</param>
    /// <param name="ahead">How far the owner's clock is ahead of the test's.</param>
    private async Task<bool> LeaseAsync(GoogleAccount account, string owner, TimeSpan ahead)
    {
        var rows = ahead == TimeSpan.Zero ? Backend.Get<ITokenRows>() : OpenAhead(ahead);
        return await rows.TryLeaseAsync(account.Id, generation: 1, owner, TokenRefresh.LeaseTime, Stop);
    }

    private ITokenRows OpenAhead(TimeSpan ahead) =>
        Backend.OpenAnother(new ManualTime(Backend.Time.GetUtcNow() + ahead)).GetRequiredService<ITokenRows>();
}
