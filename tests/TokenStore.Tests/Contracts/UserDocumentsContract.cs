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
    public async Task There_is_an_end_to_how_many()
    {
        var alice = await AddUserAsync();
        for (var i = 0; i < IUserDocuments.Most; i++)
            Assert.NotNull(await Documents.AddAsync(alice.Id, "template", "x", Stop));
        Assert.Null(await Documents.AddAsync(alice.Id, "template", "x", Stop));
        Assert.NotNull(await Documents.AddAsync(alice.Id, "style", "x", Stop));
    }
}
