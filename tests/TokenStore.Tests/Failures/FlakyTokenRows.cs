namespace Assistant.TokenStore.Tests.Failures;

/// <summary>Fails to store as often as it is told.</summary>
internal sealed class FlakyTokenRows(ITokenRows rows) : ITokenRows
{
    public int FailuresLeft { get; set; }

    public Task<TokenRow?> ReadAsync(
        string userId, string accountId, CancellationToken cancellationToken) => rows.ReadAsync(userId, accountId, cancellationToken);

    public Task<bool> TryLeaseAsync(string accountId, long generation, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        rows.TryLeaseAsync(accountId, generation, owner, duration, cancellationToken);

    public Task ReleaseAsync(string accountId, string owner, CancellationToken cancellationToken) => rows.ReleaseAsync(accountId, owner, cancellationToken);

    public Task<bool> ReplaceAsync(
        string accountId, long generation, string keyId, byte[] box, IReadOnlyList<string>? scopes, CancellationToken cancellationToken) =>
        FailuresLeft-- > 0
            ? throw new StoreUnavailableException("The disk is full.")
            : rows.ReplaceAsync(accountId, generation, keyId, box, scopes, cancellationToken);

    public Task<bool> EndAsync(
        string accountId, long generation, CancellationToken cancellationToken) => rows.EndAsync(accountId, generation, cancellationToken);
}
