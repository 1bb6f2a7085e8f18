namespace Assistant.TokenStore.Tests.Contracts;

public abstract class SessionStoreContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private ISessionStore Sessions => Backend.Get<ISessionStore>();

    [Fact]
    public async Task A_session_belongs_to_its_user_and_is_unknown_to_others()
    {
        var alice = await OpenAsync("s1");
        var bob = await AddUserAsync("bob");
        Assert.True(await Sessions.TouchAsync("s1", alice.UserId, Stop));
        Assert.False(await Sessions.TouchAsync("s1", bob.Id, Stop));
        Assert.False(await Sessions.TouchAsync("s2", alice.UserId, Stop));
        Assert.Equal(new McpSession("s1", alice.UserId, "key", "a client", Now, Now), Assert.Single(await Sessions.ListAsync(alice.UserId, Stop)));
        Assert.Empty(await Sessions.ListAsync(bob.Id, Stop));
    }

    [Fact]
    public async Task Use_is_noted_and_keeps_a_session_from_eviction()
    {
        var alice = await OpenAsync("used");
        await Sessions.OpenAsync("idle", alice, "a client", 5, Stop);
        Backend.Time.Advance(TimeSpan.FromMinutes(10));
        await Sessions.TouchAsync("used", alice.UserId, Stop);
        Assert.Equal(["idle"], await Sessions.EvictIdleAsync(Now.AddMinutes(-5), Stop));
        Assert.Equal(Now, Assert.Single(await Sessions.ListAsync(alice.UserId, Stop)).LastSeenAt);
    }

    [Fact]
    public async Task The_limit_holds_until_one_is_closed()
    {
        var alice = await OpenAsync("s1");
        await Assert.ThrowsAsync<TooManySessionsException>(() => Sessions.OpenAsync("s2", alice, "a client", 1, Stop));
        await Sessions.CloseAsync("s1", Stop);
        await Sessions.OpenAsync("s2", alice, "a client", 1, Stop);
        Assert.False(await Sessions.TouchAsync("s1", alice.UserId, Stop));
    }

    [Fact]
    public async Task At_the_limit_the_longest_unused_session_of_the_user_makes_room()
    {
        var bob = await AddUserAsync("bob");
        await Sessions.OpenAsync("bob's", new Caller(bob.Id, bob.Name, Grants.All, "key"), "a client", 1, Stop);
        var alice = await OpenAsync("used");
        await Sessions.OpenAsync("longest", alice, "a client", 3, Stop);
        Backend.Time.Advance(TimeSpan.FromSeconds(30));
        await Sessions.OpenAsync("long", alice, "a client", 3, Stop);
        Backend.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await Sessions.TouchAsync("used", alice.UserId, Stop));
        await Sessions.OpenAsync("new", alice, "a client", 3, Stop);
        Assert.Equal(["long", "new", "used"], (await Sessions.ListAsync(alice.UserId, Stop)).Select(session => session.Id).Order());
        Assert.Single(await Sessions.ListAsync(bob.Id, Stop));
    }

    [Fact]
    public async Task A_session_used_within_two_minutes_is_never_closed_for_another()
    {
        var alice = await OpenAsync("s1");
        Backend.Time.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<TooManySessionsException>(() => Sessions.OpenAsync("s2", alice, "a client", 1, Stop));
        Assert.True(await Sessions.TouchAsync("s1", alice.UserId, Stop));
    }

    private async Task<Caller> OpenAsync(string id)
    {
        var user = await AddUserAsync();
        var caller = new Caller(user.Id, user.Name, Grants.All, "key");
        await Sessions.OpenAsync(id, caller, "a client", 5, Stop);
        return caller;
    }
}
