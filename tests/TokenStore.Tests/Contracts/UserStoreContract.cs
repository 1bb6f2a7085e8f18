namespace Assistant.TokenStore.Tests.Contracts;

public abstract class UserStoreContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IUserStore Users => Backend.Get<IUserStore>();

    [Fact]
    public async Task An_added_user_is_found_without_case_and_listed()
    {
        var added = await Users.AddAsync("Alice", Stop);
        Assert.Equal(added, await Users.FindAsync("aLICE", Stop));
        Assert.Equal([added], await Users.ListAsync(Stop));
        Assert.Null(await Users.FindAsync("bob", Stop));
    }

    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case()
    {
        await Users.AddAsync("alice", Stop);
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Users.AddAsync("ALICE", Stop));
        Assert.Contains("already", refused.Message, StringComparison.Ordinal);
        Assert.Single(await Users.ListAsync(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("älice")]
    [InlineData("../alice")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_name_that_is_not_allowed_is_refused_with_the_rule(string name)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Users.AddAsync(name, Stop));
        Assert.Contains("64 letters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_user_removes_all_of_theirs_and_keeps_the_audit()
    {
        var account = await ConnectAsync();
        var other = await ConnectAsync("bob");
        await Backend.Get<IKeyStore>().CreateAsync(account.UserId, "laptop", Grants.All, expiresAt: null, Stop);
        await Backend.Get<ISessionStore>().OpenAsync("session", new Caller(account.UserId, "alice", Grants.All, KeyId: null), "client", limit: 5, Stop);
        Backend.Get<IAuditLog>().Record(new AuditEntry(Now, account.UserId, null, "gmail_search", account.Id, "ok", null, TimeSpan.Zero, "c1"));
        await Backend.Get<IAuditLog>().FlushAsync(Stop);

        Assert.True(await Users.RemoveAsync("ALICE", Stop));

        Assert.Null(await Backend.Get<IAccountStore>().ReadTokensAsync(account, Stop));
        Assert.Empty(await Backend.Get<IAccountStore>().ListAsync(account.UserId, Stop));
        Assert.Empty(await Backend.Get<IKeyStore>().ListAsync(account.UserId, Stop));
        Assert.Empty(await Backend.Get<ISessionStore>().ListAsync(account.UserId, Stop));
        Assert.Single(await Backend.Get<IAuditLog>().ReadAsync(account.UserId, 10, Stop));
        Assert.NotNull(await Backend.Get<IAccountStore>().ReadTokensAsync(other, Stop));
        Assert.False(await Users.RemoveAsync("alice", Stop));
    }
}
