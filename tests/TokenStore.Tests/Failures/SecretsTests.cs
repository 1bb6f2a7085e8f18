using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.TokenStore.Tests.Failures;

public sealed class SecretsTests : SqliteTest, ILoggerProvider, ILogger
{
    private readonly ConcurrentBag<string> _texts = [];

    [Fact]
    public async Task No_file_no_log_and_no_message_holds_a_secret()
    {
        Backend.Refresher.Answer = (count, _, _) => count switch
        {
            1 => Task.FromResult(FakeRefresher.Fresh(count, rotated: "refresh-seeded-rotated")),
            _ => throw new RefreshUnavailableException("Google answered 503."),
        };
        var services = new ServiceCollection().AddSingleton<ITokenRefresher>(Backend.Refresher).AddSingleton<TimeProvider>(Backend.Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this)).AddTokenStore(Backend.Options);
        await using var store = services.BuildServiceProvider();
        var user = await store.GetRequiredService<IUserStore>().AddAsync("alice", Stop);
        var key = await store.GetRequiredService<IKeyStore>().CreateAsync(user.Id, "laptop", Grants.All, null, Stop);
        var tokens = new GoogleTokens(new Secret("access-seeded"), new Secret("refresh-seeded"), DateTimeOffset.UnixEpoch, []);
        var account = await store.GetRequiredService<IAccountStore>().ConnectAsync(user.Id, "work", new GoogleIdentity("subject", "mail"), tokens, Stop);
        var fresh = await store.GetRequiredService<IAccessTokens>().GetAsync(account, Stop);
        _texts.Add($"{key} {tokens} {fresh} {await store.GetRequiredService<IAccountStore>().ReadTokensAsync(account, Stop)}");
        await FailAsync(() => store.GetRequiredService<IAccessTokens>().RenewAsync(account, fresh, Stop));
        Sql.Execute(Backend, "UPDATE tokens SET generation = generation + 1");
        await FailAsync(() => store.GetRequiredService<IAccountStore>().ReadTokensAsync(account, Stop));
        await store.GetRequiredService<IAuditLog>().FlushAsync(Stop);

        var masterKey = (await File.ReadAllTextAsync(Path.Combine(Backend.Options.ConfigurationFolder, "master.key"), Stop)).Trim();
        string[] secrets = [key.Secret.Value, "access-seeded", "refresh-seeded", fresh.Value, masterKey];
        var files = Directory.GetFiles(Backend.Options.DataFolder).Select(OpenFile.Read).Append(Encoding.UTF8.GetBytes(string.Join('\n', _texts))).ToList();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0);
            Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0);
        }

        // The search itself works: what is no secret is found.
        Assert.Contains(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(account.Id)) >= 0);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _texts.Add($"{formatter(state, exception)} {exception}");

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    void IDisposable.Dispose()
    {
    }

    private async Task FailAsync(Func<Task> action) => _texts.Add((await Assert.ThrowsAnyAsync<Exception>(action)).ToString());
}
