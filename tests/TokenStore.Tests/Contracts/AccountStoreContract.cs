namespace Assistant.TokenStore.Tests.Contracts;

public abstract class AccountStoreContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private static readonly GoogleIdentity Identity = new("subject-1", "Alice@Example.com");

    private IAccountStore Accounts => Backend.Get<IAccountStore>();

    [Fact]
    public async Task A_connected_account_is_found_by_nickname_and_address_without_case()
    {
        var user = await AddUserAsync();
        var account = await Accounts.ConnectAsync(user.Id, "Büro", Identity, Tokens("a"), Stop);
        foreach (var name in new[] { "büro", "BÜRO", "alice@example.COM" })
            Assert.Equivalent(account, await Accounts.FindAsync(user.Id, name, Stop), strict: true);
        Assert.Equivalent(account, Assert.Single(await Accounts.ListAsync(user.Id, Stop)), strict: true);
    }

    [Fact]
    public async Task The_account_of_somebody_else_is_as_none()
    {
        var account = await ConnectAsync("alice");
        var bob = await AddUserAsync("bob");
        Assert.Null(await Accounts.FindAsync(bob.Id, "work", Stop));
        Assert.Empty(await Accounts.ListAsync(bob.Id, Stop));
        Assert.Null(await Accounts.ReadTokensAsync(account with { UserId = bob.Id }, Stop));
        Assert.False(await Accounts.RemoveAsync(bob.Id, account.Id, Stop));
        Assert.NotNull(await Accounts.ReadTokensAsync(account, Stop));
    }

    [Fact]
    public async Task Tokens_come_back_as_they_went_in()
    {
        var account = await ConnectAsync();
        Assert.Equivalent(Tokens("old"), await Accounts.ReadTokensAsync(account, Stop), strict: true);
    }

    [Fact]
    public async Task The_same_Google_account_reconnects_under_its_id_and_may_change_its_nickname()
    {
        var user = await AddUserAsync();
        var first = await Accounts.ConnectAsync(user.Id, "work", Identity, Tokens("a"), Stop);
        var second = await Accounts.ConnectAsync(user.Id, "office", Identity, Tokens("b"), Stop);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal("office", Assert.Single(await Accounts.ListAsync(user.Id, Stop)).Nickname);
        Assert.Equal("access-b", (await Accounts.ReadTokensAsync(second, Stop))?.AccessToken.Value);
    }

    [Fact]
    public async Task A_nickname_names_one_Google_account()
    {
        var user = await AddUserAsync();
        await Accounts.ConnectAsync(user.Id, "work", Identity, Tokens("a"), Stop);
        await Assert.ThrowsAsync<NicknameTakenException>(
            () => Accounts.ConnectAsync(user.Id, "WORK", new GoogleIdentity("subject-2", "x@example.com"), Tokens("b"), Stop));
        Assert.Single(await Accounts.ListAsync(user.Id, Stop));
    }

    [Fact]
    public async Task Two_people_may_connect_the_same_mailbox_under_the_same_name()
    {
        var alice = await AddUserAsync();
        var bob = await AddUserAsync("bob");
        var first = await Accounts.ConnectAsync(alice.Id, "work", Identity, Tokens("a"), Stop);
        var second = await Accounts.ConnectAsync(bob.Id, "work", Identity, Tokens("b"), Stop);
        Assert.Equal("access-a", (await Accounts.ReadTokensAsync(first, Stop))?.AccessToken.Value);
        Assert.Equal("access-b", (await Accounts.ReadTokensAsync(second, Stop))?.AccessToken.Value);
    }

    [Fact]
    public async Task A_removed_account_is_gone()
    {
        var account = await ConnectAsync();
        Assert.True(await Accounts.RemoveAsync(account.UserId, account.Id, Stop));
        Assert.False(await Accounts.RemoveAsync(account.UserId, account.Id, Stop));
        Assert.Null(await Accounts.ReadTokensAsync(account, Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public async Task A_nickname_that_cannot_be_typed_is_refused(string nickname)
    {
        var user = await AddUserAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Accounts.ConnectAsync(user.Id, nickname, Identity, Tokens("a"), Stop));
    }

    [Fact]
    public async Task Nobody_cannot_connect() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Accounts.ConnectAsync("nobody", "work", Identity, Tokens("a"), Stop));

    [Fact]
    public async Task Keys_rotate_and_what_was_sealed_stays_readable()
    {
        var account = await ConnectAsync();
        await using var server = Backend.OpenAnother();
        var elsewhere = (IAccountStore)server.GetService(typeof(IAccountStore))!;
        Assert.NotNull(await elsewhere.ReadTokensAsync(account, Stop));
        var rotation = Backend.Get<IKeyRotation>();
        await rotation.RotateKeyRingAsync(Stop);
        Assert.True(await rotation.RotateDataKeyAsync(account.UserId, Stop));
        Assert.False(await rotation.RotateDataKeyAsync("nobody", Stop));
        Assert.Equal("access-old", (await Accounts.ReadTokensAsync(account, Stop))?.AccessToken.Value);
        Assert.Equal("access-old", (await elsewhere.ReadTokensAsync(account, Stop))?.AccessToken.Value);
    }
}
