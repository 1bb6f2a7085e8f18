using Assistant.TokenStore;

namespace Assistant.EndToEnd.Tests.ExactlyOnce;

/// <summary>An outbox on a disk that fails now and then, before or after a step has reached it.</summary>
internal sealed class FlakyOutbox(IOutboxStore inner, Random random) : IOutboxStore
{
    private readonly Lock _gate = new();

    /// <summary>How often a step fails, from 0 to 1.</summary>
    public double Share { get; set; }

    public Task<(OutboxEntry Entry, bool Added)> AddAsync(NewOutboxEntry entry, TimeSpan sameWithin, CancellationToken cancellationToken) =>
        RunAsync(() => inner.AddAsync(entry, sameWithin, cancellationToken));

    public Task<OutboxEntry?> FindSameAsync(string userId, string digest, string? idempotencyKey, TimeSpan sameWithin, CancellationToken cancellationToken) =>
        RunAsync(() => inner.FindSameAsync(userId, digest, idempotencyKey, sameWithin, cancellationToken));

    public Task<OutboxEntry?> FindAsync(string userId, string id, CancellationToken cancellationToken) => RunAsync(() => inner.FindAsync(userId, id, cancellationToken));

    public Task<IReadOnlyList<OutboxEntry>> ListAsync(string userId, bool open, int limit, CancellationToken cancellationToken) => inner.ListAsync(userId, open, limit, cancellationToken);

    public Task<bool> AskAsync(string id, string nonce, CancellationToken cancellationToken) => RunAsync(() => inner.AskAsync(id, nonce, cancellationToken));

    public Task<bool> AgreeAsync(string id, string? nonce, CancellationToken cancellationToken) => RunAsync(() => inner.AgreeAsync(id, nonce, cancellationToken));

    public Task<bool> CloseAsync(string id, OutboxState state, bool held, string? nonce, CancellationToken cancellationToken) =>
        RunAsync(() => inner.CloseAsync(id, state, held, nonce, cancellationToken));

    public Task<bool> ReopenAsync(string id, string owner, CancellationToken cancellationToken) => RunAsync(() => inner.ReopenAsync(id, owner, cancellationToken));

    public Task<OutboxEntry?> ClaimAsync(string id, string owner, TimeSpan lease, CancellationToken cancellationToken) => RunAsync(() => inner.ClaimAsync(id, owner, lease, cancellationToken));

    public Task<OutboxEntry?> ClaimNextAsync(string owner, TimeSpan lease, CancellationToken cancellationToken) => RunAsync(() => inner.ClaimNextAsync(owner, lease, cancellationToken));

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => inner.NextDueAsync(cancellationToken);

    public Task<bool> KeepAsync(string id, string owner, TimeSpan lease, CancellationToken cancellationToken) => RunAsync(() => inner.KeepAsync(id, owner, lease, cancellationToken));

    public Task NoteAsync(OutboxEntry entry, string owner, string progress, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await inner.NoteAsync(entry, owner, progress, cancellationToken);
        return 0;
    });

    public Task FinishAsync(OutboxEntry entry, string owner, OutboxState state, string result, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await inner.FinishAsync(entry, owner, state, result, cancellationToken);
        return 0;
    });

    public Task ReleaseAsync(string id, string owner, DateTimeOffset dueAt, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await inner.ReleaseAsync(id, owner, dueAt, cancellationToken);
        return 0;
    });

    public Stream OpenContent(OutboxEntry entry) => inner.OpenContent(entry);

    public Task PurgeAsync(TimeSpan keep, CancellationToken cancellationToken) => inner.PurgeAsync(keep, cancellationToken);

    private async Task<T> RunAsync<T>(Func<Task<T>> step)
    {
        var (fails, after) = Draw();
        if (fails && !after)
            throw new StoreUnavailableException("The disk of this test failed.");
        var result = await step();
        return fails ? throw new StoreUnavailableException("The disk of this test failed after it had written.") : result;
    }

    private (bool Fails, bool After) Draw()
    {
        lock (_gate)
            return (random.NextDouble() < Share, random.Next(2) == 0);
    }
}
