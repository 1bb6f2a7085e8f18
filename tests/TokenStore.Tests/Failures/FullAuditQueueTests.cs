using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.TokenStore.Tests.Failures;

public sealed class FullAuditQueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_entries_cannot_be_written_the_queue_fills_up_and_then_refuses_and_loses_nothing()
    {
        var rows = new BrokenRows();
        await using var audit = new QueuedAuditLog(rows, new Assistant.Tests.Shared.ManualTime(), NullLogger<QueuedAuditLog>.Instance);
        for (var i = 0; i < QueuedAuditLog.Capacity; i++)
            audit.Record(Entry(i));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => audit.FlushAsync(Stop));
        // What failed waits outside of the queue, so it holds as many again.
        for (var i = 0; i < QueuedAuditLog.Capacity; i++)
            audit.Record(Entry(QueuedAuditLog.Capacity + i));
        Assert.Throws<StoreUnavailableException>(() => audit.Record(Entry(-1)));

        rows.Works = true;
        await audit.FlushAsync(Stop);
        Assert.Equal(Enumerable.Range(0, 2 * QueuedAuditLog.Capacity).Select(i => $"c{i}"), rows.Written);
    }

    private static AuditEntry Entry(int i) => new(DateTimeOffset.UnixEpoch, "alice", null, "gmail_search", null, "ok", null, TimeSpan.Zero, $"c{i}");

    private sealed class BrokenRows : IAuditRows
    {
        public bool Works { get; set; }

        public List<string> Written { get; } = [];

        public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
        {
            if (!Works)
                throw new StoreUnavailableException("The disk is full.");
            Written.AddRange(entries.Select(entry => entry.CorrelationId));
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);
    }
}
