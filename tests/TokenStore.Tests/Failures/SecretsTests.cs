using System.Collections.Concurrent;
using System.Security.Cryptography;
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

        var files = ReadEverything();
        AssertAbsent(files, [key.Secret.Value, "access-seeded", "refresh-seeded", fresh.Value]);
        AssertMasterKeyAbsent(files, await File.ReadAllTextAsync(Path.Combine(Backend.Options.ConfigurationFolder, "master.key"), Stop));

        // The search itself works: what is no secret is found.
        Assert.Contains(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(account.Id)) >= 0);
    }

    [Fact]
    public async Task No_file_no_log_and_no_message_holds_a_master_key_that_is_refused()
    {
        await Backend.Get<TokenStoreStartup>().CheckAsync(Stop);
        var options = Backend.Options;
        options.MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this)).AddTokenStore(options);
        await using var store = services.BuildServiceProvider();
        await FailAsync(() => store.GetRequiredService<TokenStoreStartup>().CheckAsync(Stop));
        AssertMasterKeyAbsent(ReadEverything(), options.MasterKey);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _texts.Add($"{formatter(state, exception)} {exception}");

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    void IDisposable.Dispose()
    {
    }

    private static void AssertMasterKeyAbsent(List<byte[]> files, string base64)
    {
        var raw = Convert.FromBase64String(base64.Trim());
        AssertAbsent(files, [base64.Trim(), Convert.ToHexString(raw), Convert.ToHexStringLower(raw), string.Join(", ", raw), BitConverter.ToString(raw)]);
        Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(raw) >= 0);
        AssertAbsent(files, [Encoding.Latin1.GetString(raw), Encoding.UTF8.GetString(raw)]);
    }

    private static void AssertAbsent(List<byte[]> files, params ReadOnlySpan<string> secrets)
    {
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0);
            Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0);
        }
    }

    /// <summary>The files of the data folder; last what was logged or said in a message.</summary>
    private List<byte[]> ReadEverything() =>
        [.. Directory.GetFiles(Backend.Options.DataFolder).Select(OpenFile.Read), Encoding.UTF8.GetBytes(string.Join('\n', _texts))];

    private async Task FailAsync(Func<Task> action) => _texts.Add((await Assert.ThrowsAnyAsync<Exception>(action)).ToString());
}
