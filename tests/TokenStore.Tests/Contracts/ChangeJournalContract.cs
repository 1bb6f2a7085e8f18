namespace Assistant.TokenStore.Tests.Contracts;

public abstract class ChangeJournalContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IChangeJournal Journal => Backend.Get<IChangeJournal>();

    [Fact]
    public async Task Changes_are_listed_newest_first_for_their_owner_alone()
    {
        var account = await ConnectAsync();
        var bob = await AddUserAsync("bob");
        foreach (var number in Enumerable.Range(1, 3))
            await Journal.RecordAsync(new(account.UserId, account.Id, "kind", $"change {number}", number == 2 ? null : "undo"), Stop);

        var changes = await Journal.ListAsync(account.UserId, 2, Stop);

        Assert.Equal(["change 3", "change 2"], changes.Select(change => change.Summary));
        Assert.Null(changes[1].Undo);
        Assert.Empty(await Journal.ListAsync(bob.Id, 10, Stop));
        Assert.Null(await Journal.FindAsync(bob.Id, changes[0].Id, Stop));
        Assert.False(await Journal.MarkUndoneAsync(bob.Id, changes[0].Id, Stop));
    }

    [Fact]
    public async Task Changes_of_one_kind_are_found_among_others()
    {
        var account = await ConnectAsync();
        var bob = await AddUserAsync("bob");
        foreach (var kind in new[] { "a", "b", "a" })
            await Journal.RecordAsync(new(account.UserId, account.Id, kind, $"change of {kind}", null), Stop);

        var changes = await Journal.ListAsync(account.UserId, "a", Stop);

        Assert.Equal(["change of a", "change of a"], changes.Select(change => change.Summary));
        Assert.Equal((await Journal.ListAsync(account.UserId, 1, Stop))[0].Id, changes[0].Id);
        Assert.Empty(await Journal.ListAsync(bob.Id, "a", Stop));
    }

    [Fact]
    public async Task A_change_is_completed_and_undone_once()
    {
        var account = await ConnectAsync();
        var id = await Journal.RecordAsync(new(account.UserId, account.Id, "kind", "intended", "before"), Stop);
        await Journal.CompleteAsync(account.UserId, id, "done", "after", Stop);
        await Journal.CompleteAsync("nobody", id, "forged", "forged", Stop);

        var marks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Journal.MarkUndoneAsync(account.UserId, id, Stop)));

        Assert.Single(marks, marked => marked);
        var change = (await Journal.FindAsync(account.UserId, id, Stop))!;
        Assert.Equal(("done", "after", (DateTimeOffset?)Now), (change.Summary, change.Undo, change.UndoneAt));
    }
}
