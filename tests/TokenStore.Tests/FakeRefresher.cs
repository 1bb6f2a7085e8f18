namespace Assistant.TokenStore.Tests;

/// <summary>Counts what would go to Google and answers as a test says.</summary>
public sealed class FakeRefresher : ITokenRefresher
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Func<int, Secret, CancellationToken, Task<RefreshOutcome>> Answer { get; set; } = (count, _, _) => Task.FromResult(Fresh(count));

    public static DateTimeOffset Expiry { get; } = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static RefreshOutcome Fresh(int count, string? rotated = null) =>
        new RefreshOutcome.Refreshed(new Secret($"fresh-{count}"), rotated is null ? null : new Secret(rotated), Expiry, Scopes: null);

    public Task<RefreshOutcome> RefreshAsync(Secret refreshToken, CancellationToken cancellationToken) =>
        Answer(Interlocked.Increment(ref _count), refreshToken, cancellationToken);
}
