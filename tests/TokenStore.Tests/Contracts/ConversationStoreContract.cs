namespace Assistant.TokenStore.Tests.Contracts;

public abstract class ConversationStoreContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IConversationStore Store => Backend.Get<IConversationStore>();

    [Fact]
    public async Task What_was_said_comes_back_in_order_and_for_nobody_else()
    {
        var (alice, bob) = (await AddUserAsync(), await AddUserAsync("bob"));
        var conversation = await Store.StartAsync(alice.Id, "Plans für Zürich", Stop);
        Assert.Equal(conversation, await Store.FindAsync(alice.Id, conversation.Id, Stop));
        Assert.Equal(1, (await Store.AppendAsync(alice.Id, conversation.Id, [new("user", "Where to?", """{"a":1}"""), new("assistant", "Zürich")], Stop))!.Value.First);
        Backend.Time.Advance(TimeSpan.FromMinutes(1));
        var (after, first) = (await Store.AppendAsync(alice.Id, conversation.Id, [new("user", "When?")], Stop))!.Value;
        Assert.Equal((3, 3, conversation.UsedAt.AddMinutes(1)), (first, after.Messages, after.UsedAt));
        var messages = await Store.MessagesAsync(alice.Id, conversation.Id, 2, 10, Stop);
        Assert.Equal([(2, "Zürich"), (3, "When?")], messages.Select(message => (message.Number, message.Said.Text)));
        Assert.Equal("""{"a":1}""", (await Store.MessagesAsync(alice.Id, conversation.Id, 1, 1, Stop))[0].Said.Metadata);

        Assert.Null(await Store.FindAsync(bob.Id, conversation.Id, Stop));
        Assert.Empty(await Store.MessagesAsync(bob.Id, conversation.Id, 1, 10, Stop));
        Assert.Null(await Store.AppendAsync(bob.Id, conversation.Id, [new("user", "mine")], Stop));
        Assert.False(await Store.RenameAsync(bob.Id, conversation.Id, "mine", Stop));
        Assert.False(await Store.DeleteAsync(bob.Id, conversation.Id, Stop));
        Assert.Empty(await Store.ListAsync(bob.Id, Stop));
    }

    [Fact]
    public async Task They_are_listed_last_used_first_renamed_deleted_and_purged()
    {
        var alice = await AddUserAsync();
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await Store.StartAsync(alice.Id, $"title {i}", Stop)).Id);
            Backend.Time.Advance(TimeSpan.FromDays(1));
        }

        await Store.AppendAsync(alice.Id, ids[0], [new("user", "again")], Stop);
        Assert.Equal([ids[0], ids[2], ids[1]], (await Store.ListAsync(alice.Id, Stop)).Select(one => one.Id));
        Assert.True(await Store.RenameAsync(alice.Id, ids[2], "other", Stop));
        Assert.Equal("other", (await Store.FindAsync(alice.Id, ids[2], Stop))!.Title);
        Assert.Equal([(alice.Id, ids[1])], await Store.UnusedAsync(alice.Id, Now.AddHours(-36), Stop));
        Assert.Contains((alice.Id, ids[1]), await Store.UnusedAsync(null, Now.AddHours(-36), Stop));
        Assert.True(await Store.DeleteAsync(alice.Id, ids[1], Stop));
        Assert.True(await Store.DeleteAsync(alice.Id, ids[0], Stop));
        Assert.Empty(await Store.MessagesAsync(alice.Id, ids[0], 1, 10, Stop));
        Assert.Equal([ids[2]], (await Store.ListAsync(alice.Id, Stop)).Select(one => one.Id));
    }

    [Fact]
    public async Task Many_who_add_at_once_get_numbers_of_their_own_and_the_limit_holds()
    {
        var alice = await AddUserAsync();
        var id = (await Store.StartAsync(alice.Id, "busy", Stop)).Id;
        var added = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Store.AppendAsync(alice.Id, id, [new("user", $"a{i}"), new("user", $"b{i}")], Stop)));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (i * 2) + 1), added.Select(one => one!.Value.First).Order());
        var texts = (await Store.MessagesAsync(alice.Id, id, 1, 100, Stop)).Select(message => message.Said.Text).ToList();
        Assert.All(texts.Chunk(2), pair => Assert.Equal(pair[0][1..], pair[1][1..]));
        NewMessage[] many = [.. Enumerable.Repeat(new NewMessage("user", "x"), IConversationStore.MostMessages - 20)];
        await Store.AppendAsync(alice.Id, id, many, Stop);
        await Assert.ThrowsAsync<ConversationFullException>(() => Store.AppendAsync(alice.Id, id, [new("user", "one too many")], Stop));
        Assert.Equal(IConversationStore.MostMessages, (await Store.FindAsync(alice.Id, id, Stop))!.Messages);
    }

    [Fact]
    public async Task They_open_under_a_new_data_key_and_go_with_their_user()
    {
        var alice = await AddUserAsync();
        var id = (await Store.StartAsync(alice.Id, "secret", Stop)).Id;
        await Store.AppendAsync(alice.Id, id, [new("user", "whisper")], Stop);
        var before = await Backend.Get<IUserKeys>().GetAsync(alice.Id, "index", Stop);
        await Backend.Get<IKeyRotation>().RotateDataKeyAsync(alice.Id, Stop);
        Assert.Equal("whisper", (await Store.MessagesAsync(alice.Id, id, 1, 1, Stop))[0].Said.Text);
        Assert.Equal(before, await Backend.Get<IUserKeys>().GetAsync(alice.Id, "index", Stop));
        await Backend.Get<IUserStore>().RemoveAsync("alice", Stop);
        Assert.Empty(await Store.ListAsync(alice.Id, Stop));
        await Assert.ThrowsAnyAsync<Exception>(() => Backend.Get<IUserKeys>().GetAsync(alice.Id, "index", Stop));
    }
}
