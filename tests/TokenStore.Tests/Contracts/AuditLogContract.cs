namespace Assistant.TokenStore.Tests.Contracts;

public abstract class AuditLogContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private IAuditLog Audit => Backend.Get<IAuditLog>();

    [Fact]
    public async Task Entries_come_back_newest_first_per_user_and_limited()
    {
        var entries = Enumerable.Range(0, 5).Select(i => Entry(i % 2 == 0 ? "alice" : "bob", $"c{i}")).ToList();
        entries.ForEach(Audit.Record);
        await Audit.FlushAsync(Stop);
        Assert.Equal([entries[4], entries[2]], await Audit.ReadAsync("alice", 2, Stop));
        Assert.Equal(["c3", "c1"], (await Audit.ReadAsync("bob", 10, Stop)).Select(entry => entry.CorrelationId));
    }

    [Fact]
    public async Task Closing_the_store_writes_what_is_queued()
    {
        await using (var other = Backend.OpenAnother())
            ((IAuditLog)other.GetService(typeof(IAuditLog))!).Record(Entry("alice", "c1"));
        Assert.Single(await Audit.ReadAsync("alice", 10, Stop));
    }

    [Fact]
    public async Task Entries_are_on_disk_within_a_second_without_being_asked_for()
    {
        await using var other = Backend.OpenAnother(TimeProvider.System);
        ((IAuditLog)other.GetService(typeof(IAuditLog))!).Record(Entry("alice", "c1"));
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromSeconds(10));
        while ((await Audit.ReadAsync("alice", 10, late.Token)).Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, late.Token);
    }

    private AuditEntry Entry(string user, string correlation) =>
        new(Now, user, "key", "gmail_search", "account", "ok", null, TimeSpan.FromMilliseconds(1.5), correlation);
}
