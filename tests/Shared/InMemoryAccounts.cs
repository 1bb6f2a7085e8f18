using System.Collections.Concurrent;
using Assistant.TokenStore;

namespace Assistant.Tests.Shared;

/// <summary>An account store in memory, without encryption.</summary>
public sealed class InMemoryAccounts(params IEnumerable<GoogleAccount> accounts) : IAccountStore
{
    private readonly ConcurrentDictionary<string, GoogleAccount> _accounts = new(accounts.ToDictionary(account => account.Id));
    private readonly ConcurrentDictionary<string, GoogleTokens> _tokens = new();

    public Task<IReadOnlyList<GoogleAccount>> ListAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GoogleAccount>>([.. Of(userId).OrderBy(account => account.Nickname, StringComparer.OrdinalIgnoreCase)]);

    public Task<GoogleAccount?> FindAsync(string userId, string nicknameOrEmail, CancellationToken cancellationToken) =>
        Task.FromResult(Of(userId).FirstOrDefault(account => Is(account.Nickname, nicknameOrEmail) || Is(account.Email, nicknameOrEmail)));

    public Task<GoogleAccount> ConnectAsync(
        string userId,
        string nickname,
        GoogleIdentity identity,
        GoogleTokens tokens,
        CancellationToken cancellationToken)
    {
        var old = Of(userId).FirstOrDefault(account => account.Subject == identity.Subject);
        if (Of(userId).Any(account => Is(account.Nickname, nickname) && account.Id != old?.Id))
            throw new NicknameTakenException(nickname);
        var id = old?.Id ?? Guid.NewGuid().ToString("n");
        var account = new GoogleAccount(
            id, userId, nickname, identity.Email, identity.Subject, tokens.Scopes, AccountStatus.Connected, tokens.AccessTokenExpiresAt);
        _tokens[id] = tokens;
        return Task.FromResult(_accounts[id] = account);
    }

    public Task<GoogleTokens?> ReadTokensAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        Task.FromResult(_tokens.GetValueOrDefault(account.Id));

    public Task<bool> RemoveAsync(string userId, string accountId, CancellationToken cancellationToken) =>
        Task.FromResult(_accounts.TryGetValue(accountId, out var account) && account.UserId == userId
            && _tokens.TryRemove(accountId, out _) | _accounts.TryRemove(accountId, out _));

    private IEnumerable<GoogleAccount> Of(string userId) => _accounts.Values.Where(account => account.UserId == userId);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
