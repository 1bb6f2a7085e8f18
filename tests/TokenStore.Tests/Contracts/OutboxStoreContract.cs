using System.Text;

namespace Assistant.TokenStore.Tests.Contracts;

public abstract class OutboxStoreContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private static readonly TimeSpan SameWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private IOutboxStore Outbox => Backend.Get<IOutboxStore>();

    [Fact]
    public async Task An_entry_comes_back_as_it_was_added_and_for_nobody_else()
    {
        var account = await ConnectAsync();
        var bob = await AddUserAsync("bob");
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400_000).Select(number => $"{number} ")));

        var (entry, added) = await Outbox.AddAsync(New(account) with { WriteContent = (target, stop) => target.WriteAsync(content, stop).AsTask() }, SameWithin, Stop);

        Assert.True(added);
        var found = (await Outbox.FindAsync(account.UserId, entry.Id, Stop))!;
        Assert.Equal((OutboxState.Waiting, "card", "payload", null, null), (found.State, found.Card, found.Payload, found.Progress, found.Result));
        using var read = new MemoryStream();
        await Outbox.OpenContent(found).CopyToAsync(read, Stop);
        Assert.Equal(content, read.ToArray());
        Assert.Null(await Outbox.FindAsync(bob.Id, entry.Id, Stop));
        Assert.Empty(await Outbox.ListAsync(bob.Id, open: false, 10, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024 * 1024)]
    [InlineData(2 * 1024 * 1024 + 7)]
    public async Task Content_of_any_length_comes_back(int length)
    {
        var account = await ConnectAsync();
        var (entry, _) = await Outbox.AddAsync(New(account) with { WriteContent = (target, stop) => target.WriteAsync(new byte[length], stop).AsTask() }, SameWithin, Stop);
        using var read = new MemoryStream();

        await Outbox.OpenContent(entry).CopyToAsync(read, Stop);

        Assert.Equal(length, read.Length);
    }

    [Fact]
    public async Task The_same_call_is_the_same_entry_and_a_key_names_one_alone()
    {
        var account = await ConnectAsync();
        var (first, _) = await Outbox.AddAsync(New(account), SameWithin, Stop);
        var adds = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Outbox.AddAsync(New(account), SameWithin, Stop)));
        var (named, _) = await Outbox.AddAsync(New(account) with { IdempotencyKey = "week 1" }, SameWithin, Stop);

        Assert.All(adds, add => Assert.Equal((first.Id, false), (add.Entry.Id, add.Added)));
        Assert.NotEqual(first.Id, named.Id);
        Assert.Equal(named.Id, (await Outbox.AddAsync(New(account) with { IdempotencyKey = "week 1" }, SameWithin, Stop)).Entry.Id);
        await Assert.ThrowsAsync<IdempotencyConflictException>(() => Outbox.AddAsync(New(account) with { IdempotencyKey = "week 1", Digest = "other" }, SameWithin, Stop));
        await Assert.ThrowsAsync<IdempotencyConflictException>(() => Outbox.FindSameAsync(account.UserId, "other", "week 1", SameWithin, Stop));
        await FinishAsync(first);
        Assert.Equal(first.Id, (await Outbox.FindSameAsync(account.UserId, "digest", null, SameWithin, Stop))!.Id);
        Backend.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await Outbox.FindSameAsync(account.UserId, "digest", null, SameWithin, Stop));
    }

    [Fact]
    public async Task Only_the_question_asked_last_can_be_answered_and_only_once()
    {
        var entry = await AddAsync();
        Assert.True(await Outbox.AskAsync(entry.Id, "one", Stop));
        Assert.True(await Outbox.AskAsync(entry.Id, "two", Stop));

        Assert.False(await Outbox.AgreeAsync(entry.Id, "one", Stop));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Outbox.AgreeAsync(entry.Id, "two", Stop)));

        Assert.Single(answers, agreed => agreed);
        Assert.False(await Outbox.CloseAsync(entry.Id, OutboxState.Rejected, held: false, "two", Stop));
        Assert.False(await Outbox.AskAsync(entry.Id, "three", Stop));
    }

    [Fact]
    public async Task One_of_many_processes_gets_the_lease_and_another_once_it_has_run_out()
    {
        var entry = await AddAsync();
        Assert.Null(await Outbox.ClaimAsync(entry.Id, "early", Lease, Stop));
        await Outbox.AgreeAsync(entry.Id, nonce: null, Stop);
        var other = Backend.OpenAnother().GetService(typeof(IOutboxStore)) as IOutboxStore;

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? Outbox : other!).ClaimNextAsync($"owner {number}", Lease, Stop)));

        var winner = "owner " + Array.FindIndex(claims, claim => claim is not null);
        Assert.Single(claims, claim => claim is not null);
        await Outbox.NoteAsync(entry, winner, "half-way", Stop);
        Backend.Time.Advance(Lease + TimeSpan.FromSeconds(1));
        var taken = (await other!.ClaimAsync(entry.Id, "second", Lease, Stop))!;
        Assert.Equal("half-way", taken.Progress);
        Assert.False(await Outbox.KeepAsync(entry.Id, winner, Lease, Stop));
        await Assert.ThrowsAsync<LeaseLostException>(() => Outbox.NoteAsync(entry, winner, "further", Stop));
        await Assert.ThrowsAsync<LeaseLostException>(() => Outbox.FinishAsync(entry, winner, OutboxState.Done, "{}", Stop));
        await other.FinishAsync(taken, "second", OutboxState.Done, "result", Stop);
        var final = (await Outbox.FindAsync(entry.UserId, entry.Id, Stop))!;
        Assert.Equal((OutboxState.Done, "result"), (final.State, final.Result));
        Assert.Null(await Outbox.ClaimNextAsync("third", Lease, Stop));
    }

    [Fact]
    public async Task What_is_held_is_due_after_its_hold_time_and_can_be_taken_back_until_then()
    {
        var account = await ConnectAsync();
        var (entry, _) = await Outbox.AddAsync(New(account) with { Hold = TimeSpan.FromSeconds(30) }, SameWithin, Stop);
        await Outbox.AgreeAsync(entry.Id, nonce: null, Stop);

        Assert.Equal(Now.AddSeconds(30), await Outbox.NextDueAsync(Stop));
        Assert.Null(await Outbox.ClaimNextAsync("owner", Lease, Stop));
        Assert.True(await Outbox.CloseAsync(entry.Id, OutboxState.Cancelled, held: true, nonce: null, Stop));
        Backend.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Outbox.ClaimNextAsync("owner", Lease, Stop));
        Assert.Equal(OutboxState.Cancelled, (await Outbox.FindAsync(account.UserId, entry.Id, Stop))!.State);
    }

    [Fact]
    public async Task What_nobody_agreed_to_expires_and_what_is_over_is_forgotten_in_time()
    {
        var entry = await AddAsync();
        Backend.Time.Advance(TimeSpan.FromDays(8));
        Assert.False(await Outbox.AgreeAsync(entry.Id, nonce: null, Stop));
        await Outbox.PurgeAsync(TimeSpan.FromDays(30), Stop);
        Assert.Equal(OutboxState.Expired, (await Outbox.FindAsync(entry.UserId, entry.Id, Stop))!.State);
        Backend.Time.Advance(TimeSpan.FromDays(31));
        await Outbox.PurgeAsync(TimeSpan.FromDays(30), Stop);
        Assert.Null(await Outbox.FindAsync(entry.UserId, entry.Id, Stop));
    }

    [Fact]
    public async Task Entries_and_changes_open_after_the_users_key_was_replaced_and_end_with_user_and_account()
    {
        var entry = await AddAsync();
        var journal = Backend.Get<IChangeJournal>();
        var change = await journal.RecordAsync(new(entry.UserId, entry.AccountId, "kind", "summary", "undo"), Stop);

        await Backend.Get<IKeyRotation>().RotateDataKeyAsync(entry.UserId, Stop);
        await Backend.Get<IKeyRotation>().RotateKeyRingAsync(Stop);

        Assert.Equal("payload", (await Outbox.FindAsync(entry.UserId, entry.Id, Stop))!.Payload);
        using var read = new MemoryStream();
        await Outbox.OpenContent(entry).CopyToAsync(read, Stop);
        Assert.Equal("content", Encoding.UTF8.GetString(read.ToArray()));
        Assert.Equal("undo", (await journal.FindAsync(entry.UserId, change, Stop))!.Undo);
        await Backend.Get<IAccountStore>().RemoveAsync(entry.UserId, entry.AccountId, Stop);
        Assert.Null(await Outbox.FindAsync(entry.UserId, entry.Id, Stop));
        Assert.Empty(await journal.ListAsync(entry.UserId, 10, Stop));
    }

    private static NewOutboxEntry New(GoogleAccount account) => new()
    {
        UserId = account.UserId,
        AccountId = account.Id,
        Tool = "gmail_send",
        Kind = "mail",
        Digest = "digest",
        ExpiresAfter = TimeSpan.FromDays(7),
        Card = "card",
        Payload = "payload",
        WriteContent = (target, stop) => target.WriteAsync("content"u8.ToArray(), stop).AsTask(),
    };

    private async Task<OutboxEntry> AddAsync() => (await Outbox.AddAsync(New(await ConnectAsync()), SameWithin, Stop)).Entry;

    private async Task FinishAsync(OutboxEntry entry)
    {
        await Outbox.AgreeAsync(entry.Id, nonce: null, Stop);
        var claimed = (await Outbox.ClaimAsync(entry.Id, "owner", Lease, Stop))!;
        await Outbox.FinishAsync(claimed, "owner", OutboxState.Done, "{}", Stop);
    }
}
