using System.Collections.Concurrent;
using Assistant.TokenStore;

namespace Assistant.Tests.Shared;

/// <summary>Access tokens by account id, as a test set them.</summary>
public sealed class FixedAccessTokens : IAccessTokens
{
    private readonly ConcurrentDictionary<string, string> _tokens = new();

    public int Renewals { get; private set; }

    /// <summary>What a renewal gives; without it the grant has ended.</summary>
    public Func<GoogleAccount, string>? OnRenew { get; set; }

    public void Set(string accountId, string token) => _tokens[accountId] = token;

    public Task<Secret> GetAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        _tokens.TryGetValue(account.Id, out var token)
            ? Task.FromResult(new Secret(token))
            : throw new ReconnectNeededException(account.Nickname, account.UserId);

    public Task<Secret> RenewAsync(GoogleAccount account, Secret rejected, CancellationToken cancellationToken)
    {
        Renewals++;
        var renewed = OnRenew?.Invoke(account) ?? throw new ReconnectNeededException(account.Nickname, account.UserId);
        _tokens[account.Id] = renewed;
        return Task.FromResult(new Secret(renewed));
    }
}
