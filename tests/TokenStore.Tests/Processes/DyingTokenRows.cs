using System.Diagnostics;
using Assistant.TokenStore.Store;

namespace Assistant.TokenStore.Tests.Processes;

/// <summary>Kills the process where Google's answer would be stored.</summary>
internal sealed class DyingTokenRows(SqlTokenRows rows) : ITokenRows
{
    public Task<TokenRow?> ReadAsync(
        string userId, string accountId, CancellationToken cancellationToken) => rows.ReadAsync(userId, accountId, cancellationToken);

    public Task<bool> TryLeaseAsync(string accountId, long generation, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        rows.TryLeaseAsync(accountId, generation, owner, duration, cancellationToken);

    public Task ReleaseAsync(string accountId, string owner, CancellationToken cancellationToken) => rows.ReleaseAsync(accountId, owner, cancellationToken);

    public Task<bool> ReplaceAsync(
        string accountId, long generation, string keyId, byte[] box, IReadOnlyList<string>? scopes, CancellationToken cancellationToken)
    {
        Process.GetCurrentProcess().Kill();
        return Task.FromResult(false);
    }

    public Task<bool> EndAsync(
        string accountId, long generation, CancellationToken cancellationToken) => rows.EndAsync(accountId, generation, cancellationToken);
}
