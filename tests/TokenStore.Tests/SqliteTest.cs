namespace Assistant.TokenStore.Tests;

/// <summary>A test that looks into the SQLite store.</summary>
public abstract class SqliteTest : IAsyncDisposable
{
    private protected SqliteBackend Backend { get; } = new();

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<GoogleAccount> ConnectAsync(string userName, string nickname = "work", string secret = "old")
    {
        var users = Backend.Get<IUserStore>();
        var user = await users.FindAsync(userName, Stop) ?? await users.AddAsync(userName, Stop);
        var tokens = new GoogleTokens(new Secret($"access-{secret}"), new Secret($"refresh-{secret}"), DateTimeOffset.UnixEpoch, []);
        return await Backend.Get<IAccountStore>().ConnectAsync(
            user.Id, nickname, new GoogleIdentity($"{userName} {nickname}", $"{nickname}@example.com"), tokens, Stop);
    }

    private protected Task<GoogleTokens?> ReadAsync(GoogleAccount account) => Backend.Get<IAccountStore>().ReadTokensAsync(account, Stop);
}
