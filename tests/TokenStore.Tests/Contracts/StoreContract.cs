namespace Assistant.TokenStore.Tests.Contracts;

/// <summary>What every backend has to do; each contract has one subclass per backend.</summary>
public abstract class StoreContract<TBackend> : IAsyncDisposable
    where TBackend : StoreBackend, new()
{
    protected TBackend Backend { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected DateTimeOffset Now => Backend.Time.GetUtcNow();

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<User> AddUserAsync(string name = "alice") => Backend.Get<IUserStore>().AddAsync(name, Stop);

    protected async Task<GoogleAccount> ConnectAsync(string userName = "alice", TimeSpan? expiresIn = null)
    {
        var user = await Backend.Get<IUserStore>().FindAsync(userName, Stop) ?? await AddUserAsync(userName);
        return await Backend.Get<IAccountStore>().ConnectAsync(
            user.Id, "work", new GoogleIdentity($"subject of {userName}", $"{userName}@example.com"), Tokens("old", expiresIn), Stop);
    }

    protected GoogleTokens Tokens(string name, TimeSpan? expiresIn = null) => new(
        new Secret($"access-{name}"), new Secret($"refresh-{name}"), Now + (expiresIn ?? TimeSpan.FromHours(1)), ["scope.mail", "scope.calendar"]);
}
