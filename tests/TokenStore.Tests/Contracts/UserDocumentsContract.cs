namespace Assistant.TokenStore.Tests.Contracts;

public abstract class UserDocumentsContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IUserDocuments Documents => Backend.Get<IUserDocuments>();

    [Fact]
    public async Task They_are_their_owners_alone_and_of_one_kind()
    {
        var (alice, bob) = (await AddUserAsync(), await AddUserAsync("bob"));
        var id = (await Documents.AddAsync(alice.Id, "template", "first", Stop))!;
        Backend.Time.Advance(TimeSpan.FromSeconds(1));
        var other = (await Documents.AddAsync(alice.Id, "template", "second", Stop))!;
        Assert.Equal([new(id, Now.AddSeconds(-1), "first"), new UserDocument(other, Now, "second")], await Documents.ListAsync(alice.Id, "template", Stop));
        Assert.Empty(await Documents.ListAsync(alice.Id, "style", Stop));
        Assert.Empty(await Documents.ListAsync(bob.Id, "template", Stop));
        Assert.False(await Documents.ReplaceAsync(bob.Id, "template", id, "mine", Stop));
        Assert.False(await Documents.DeleteAsync(bob.Id, "template", id, Stop));
        Assert.False(await Documents.DeleteAsync(alice.Id, "style", id, Stop));
        Assert.True(await Documents.ReplaceAsync(alice.Id, "template", id, "changed", Stop));
        await Backend.Get<IKeyRotation>().RotateDataKeyAsync(alice.Id, Stop);
        Assert.Contains(await Documents.ListAsync(alice.Id, "template", Stop), document => document.Content == "changed");
        Assert.True(await Documents.DeleteAsync(alice.Id, "template", id, Stop));
        Assert.Single(await Documents.ListAsync(alice.Id, "template", Stop));
    }

    [Fact]
    public async Task What_was_made_of_an_account_goes_with_it_and_nothing_else_does()
    {
        var (alice, bob) = (await AddUserAsync(), await AddUserAsync("bob"));
        var work = await ConnectAsync();
        var home = await Backend.Get<IAccountStore>().ConnectAsync(alice.Id, "home", new GoogleIdentity("subject at home", "home@example.com"), Tokens("home"), Stop);
        foreach (var (user, kind) in new[] { (alice, IUserDocuments.OfAccount("style", work.Id)), (alice, IUserDocuments.OfAccount("style", home.Id)), (alice, "style"), (bob, IUserDocuments.OfAccount("style", work.Id)) })
            await Documents.AddAsync(user.Id, kind, "x", Stop);

        await Backend.Get<IAccountStore>().RemoveAsync(alice.Id, work.Id, Stop);

        Assert.Empty(await Documents.ListAsync(alice.Id, IUserDocuments.OfAccount("style", work.Id), Stop));
        Assert.Single(await Documents.ListAsync(alice.Id, IUserDocuments.OfAccount("style", home.Id), Stop));
        Assert.Single(await Documents.ListAsync(alice.Id, "style", Stop));
        Assert.Single(await Documents.ListAsync(bob.Id, IUserDocuments.OfAccount("style", work.Id), Stop));
    }

    [Fact]
    public async Task What_is_old_of_a_kind_is_purged_whosever_it_is()
    {
        var (alice, bob) = (await AddUserAsync(), await AddUserAsync("bob"));
        await Documents.AddAsync(alice.Id, "writing", "old", Stop);
        await Documents.AddAsync(bob.Id, "writing", "old", Stop);
        await Documents.AddAsync(bob.Id, "template", "old", Stop);
        Backend.Time.Advance(TimeSpan.FromHours(1));
        await Documents.AddAsync(bob.Id, "writing", "new", Stop);

        await Documents.PurgeAsync("writing", Now.AddMinutes(-1), Stop);

        Assert.Empty(await Documents.ListAsync(alice.Id, "writing", Stop));
        Assert.Equal("new", Assert.Single(await Documents.ListAsync(bob.Id, "writing", Stop)).Content);
        Assert.Single(await Documents.ListAsync(bob.Id, "template", Stop));
    }

    [Fact]
    public async Task There_is_an_end_to_how_many()
    {
        var alice = await AddUserAsync();
        for (var i = 0; i < IUserDocuments.Most; i++)
            Assert.NotNull(await Documents.AddAsync(alice.Id, "template", "x", Stop));
        Assert.Null(await Documents.AddAsync(alice.Id, "template", "x", Stop));
        Assert.NotNull(await Documents.AddAsync(alice.Id, "style", "x", Stop));
    }
}
