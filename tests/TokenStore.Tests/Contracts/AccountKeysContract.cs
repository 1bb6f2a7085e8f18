namespace Assistant.TokenStore.Tests.Contracts;

public abstract class AccountKeysContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IAccountKeys Keys => Backend.Get<IAccountKeys>();

    [Fact]
    public async Task A_purpose_has_one_key_also_where_two_ask_first()
    {
        var account = await ConnectAsync();
        var keys = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Keys.GetAsync(account.UserId, account.Id, "index", Stop)));
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal(32, keys[0].Length);
        Assert.NotEqual(keys[0], await Keys.GetAsync(account.UserId, account.Id, "other", Stop));
    }

    [Fact]
    public async Task The_key_of_somebody_elses_account_is_refused()
    {
        var account = await ConnectAsync();
        var bob = await ConnectAsync("bob");
        await Keys.GetAsync(account.UserId, account.Id, "index", Stop);
        await Assert.ThrowsAsync<ArgumentException>(() => Keys.GetAsync(bob.UserId, account.Id, "index", Stop));
    }

    [Fact]
    public async Task It_outlives_a_new_data_key_and_ends_with_the_account()
    {
        var account = await ConnectAsync();
        var key = await Keys.GetAsync(account.UserId, account.Id, "index", Stop);
        Assert.True(await Backend.Get<IKeyRotation>().RotateDataKeyAsync(account.UserId, Stop));
        Assert.Equal(key, await Keys.GetAsync(account.UserId, account.Id, "index", Stop));
        await Backend.Get<IAccountStore>().RemoveAsync(account.UserId, account.Id, Stop);
        await Assert.ThrowsAsync<ArgumentException>(() => Keys.GetAsync(account.UserId, account.Id, "index", Stop));
    }
}
