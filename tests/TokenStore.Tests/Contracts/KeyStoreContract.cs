namespace Assistant.TokenStore.Tests.Contracts;

public abstract class KeyStoreContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IKeyStore Keys => Backend.Get<IKeyStore>();

    [Fact]
    public async Task An_issued_key_is_listed_as_it_was_made()
    {
        var user = await AddUserAsync();
        var grants = new Grants(PermissionLevel.Read, Tools: ["gmail_search"], Accounts: ["work"], SendPolicy.AllowListed, ["@work.example"]);
        var issued = await Keys.CreateAsync(user.Id, "laptop", grants, Now.AddDays(30), Stop);

        Assert.Matches("^asst_[A-Za-z0-9_-]{48}$", issued.Secret.Value);
        var listed = Assert.Single(await Keys.ListAsync(user.Id, Stop));
        Assert.Equivalent(issued.Key, listed, strict: true);
        Assert.Equal(Now.AddDays(30), listed.ExpiresAt);
    }

    [Fact]
    public async Task Keys_are_listed_per_user_or_all()
    {
        var alice = await AddUserAsync();
        var bob = await AddUserAsync("bob");
        await Keys.CreateAsync(alice.Id, "one", Grants.All, null, Stop);
        await Keys.CreateAsync(bob.Id, "two", Grants.All, null, Stop);
        Assert.Equal(["one"], (await Keys.ListAsync(alice.Id, Stop)).Select(key => key.Name));
        Assert.Equal(["one", "two"], (await Keys.ListAsync(null, Stop)).Select(key => key.Name));
    }

    [Fact]
    public async Task A_key_is_revoked_once()
    {
        var user = await AddUserAsync();
        var issued = await Keys.CreateAsync(user.Id, "laptop", Grants.All, null, Stop);
        Assert.True(await Keys.RevokeAsync(issued.Key.Id, Stop));
        Assert.False(await Keys.RevokeAsync(issued.Key.Id, Stop));
        Assert.False(await Keys.RevokeAsync("no such key", Stop));
        Assert.Equal(Now, Assert.Single(await Keys.ListAsync(user.Id, Stop)).RevokedAt);
    }

    [Fact]
    public async Task A_key_for_nobody_or_for_the_past_is_refused()
    {
        var user = await AddUserAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Keys.CreateAsync("nobody", "laptop", Grants.All, null, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Keys.CreateAsync(user.Id, "laptop", Grants.All, Now, Stop));
    }
}
