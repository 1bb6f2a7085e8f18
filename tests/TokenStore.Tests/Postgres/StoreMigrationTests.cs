using System.Text;
using Assistant.Database.Sqlite;
using Assistant.Tests.Shared;
using Assistant.TokenStore.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Postgres;

/// <summary>From SQLite to PostgreSQL and back to another SQLite: everything answers as before.</summary>
public sealed class StoreMigrationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PostgresBackend _postgres = new();
    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _others = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // One master key for all.
    private TokenStoreOptions Source => new() { DataFolder = _files.File("data"), ConfigurationFolder = _postgres.Options.ConfigurationFolder };

    private TokenStoreOptions Back => new() { DataFolder = _others.File("data"), ConfigurationFolder = _postgres.Options.ConfigurationFolder };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _files.Dispose();
        _others.Dispose();
    }

    [Fact]
    public async Task Everything_answers_as_before_there_and_back()
    {
        var key = await FillAsync(Source);
        var before = await AnswersAsync(Source, key);
        var there = await TokenStoreServices.MigrateAsync(Source, _postgres.Options, Stop);
        Assert.Equal(before, await AnswersAsync(_postgres.Options, key));
        var back = await TokenStoreServices.MigrateAsync(_postgres.Options, Back, Stop);
        Assert.Equal(before, await AnswersAsync(Back, key));
        // Looking at it leaves traces: a key was seen, the audit grew. What was copied was the same both times but for those.
        Assert.Equal(there.Select(table => table.Table), back.Select(table => table.Table));
        Assert.All(there.Zip(back), pair => Assert.True(pair.First == pair.Second || pair.First.Table is "sessions" or "audit", pair.First.Table));
        Assert.Equal(StoreMigration.TableNames.Order(), await TablesAsync());
    }

    [Fact]
    public async Task A_second_run_finds_everything_there_and_what_goes_on_afterwards_gets_new_numbers()
    {
        var key = await FillAsync(Source);
        var first = await TokenStoreServices.MigrateAsync(Source, _postgres.Options, Stop);
        Assert.Equal(first, await TokenStoreServices.MigrateAsync(Source, _postgres.Options, Stop));
        await using (var services = Services(_postgres.Options))
            await RecordAsync(services, "later");
        var failure = await Assert.ThrowsAsync<MigrationException>(() => TokenStoreServices.MigrateAsync(Source, _postgres.Options, Stop));
        Assert.Contains("audit differ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("empty database", failure.Message, StringComparison.Ordinal);
        Assert.Contains("later", await AnswersAsync(_postgres.Options, key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_anywhere_the_source_is_untouched_the_target_is_empty_and_the_next_run_completes_it()
    {
        var key = await FillAsync(Source);
        var before = await AnswersAsync(Source, key);
        for (var milliseconds = 1; milliseconds < 60; milliseconds += 6)
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            stopping.CancelAfter(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                await TokenStoreServices.MigrateAsync(Source, _postgres.Options, stopping.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                await using var services = Services(_postgres.Options);
                Assert.Empty(await services.GetRequiredService<IUserStore>().ListAsync(Stop));
            }
        }

        await TokenStoreServices.MigrateAsync(Source, _postgres.Options, Stop);
        Assert.Equal(before, await AnswersAsync(_postgres.Options, key));
        Assert.Equal(before, await AnswersAsync(Source, key));
    }

    private ServiceProvider Services(TokenStoreOptions options) =>
        new ServiceCollection().AddSingleton<TimeProvider>(_postgres.Time).AddSingleton<ITokenRefresher>(_postgres.Refresher).AddTokenStore(options).BuildServiceProvider();

    private async Task<string> FillAsync(TokenStoreOptions options)
    {
        await using var services = Services(options);
        await RecordAsync(services, "earlier");
        var secret = "";
        foreach (var name in (string[])["ann", "Bob", "carl"])
        {
            var user = await services.GetRequiredService<IUserStore>().AddAsync(name, Stop);
            var account = await services.GetRequiredService<IAccountStore>().ConnectAsync(
                user.Id, "work", new GoogleIdentity($"subject of {name}", $"{user.Id}@example.com"), Tokens(name), Stop);
            secret = (await services.GetRequiredService<IKeyStore>().CreateAsync(user.Id, "laptop", Grants.All, null, Stop)).Secret.Value;
            await services.GetRequiredService<IAccountKeys>().GetAsync(user.Id, account.Id, "index", Stop);
            await services.GetRequiredService<IChangeJournal>().RecordAsync(new(user.Id, account.Id, "kind", $"a change of {name}", "undo"), Stop);
            await services.GetRequiredService<IOutboxStore>().AddAsync(
                new()
                {
                    UserId = user.Id,
                    AccountId = account.Id,
                    Tool = "gmail_send",
                    Kind = "mail",
                    Digest = "digest",
                    ExpiresAfter = TimeSpan.FromDays(7),
                    Card = $"card of {name}",
                    Payload = "payload",
                    WriteContent = (target, stop) => target.WriteAsync(Encoding.UTF8.GetBytes(new string('x', 1_500_000) + name), stop).AsTask(),
                },
                TimeSpan.FromMinutes(10),
                Stop);
        }

        return secret;
    }

    private static async Task RecordAsync(ServiceProvider services, string detail)
    {
        var audit = services.GetRequiredService<IAuditLog>();
        audit.Record(new AuditEntry(Start, "u1", KeyId: null, "test", AccountId: null, Outcome: "ok", detail, TimeSpan.Zero, CorrelationId: "c"));
        await audit.FlushAsync(Stop);
    }

    private GoogleTokens Tokens(string name) => new(
        new Secret($"access-{name}"), new Secret($"refresh-{name}"), _postgres.Time.GetUtcNow() + TimeSpan.FromHours(1), ["scope.mail"]);

    /// <summary>What the store says to everything that is asked of it, in one text.</summary>
    private async Task<string> AnswersAsync(TokenStoreOptions options, string key)
    {
        await using var services = Services(options);
        var text = new StringBuilder();
        var lease = await services.GetRequiredService<ICallers>().FromKeyAsync(key, Stop);
        Say($"{lease?.Caller.UserName} {lease?.Caller.KeyId}");
        foreach (var user in await services.GetRequiredService<IUserStore>().ListAsync(Stop))
        {
            Say($"{user}");
            foreach (var account in await services.GetRequiredService<IAccountStore>().ListAsync(user.Id, Stop))
            {
                Say($"{account.Id} {account.Nickname} {account.Email} {account.Status} {string.Join(' ', account.Scopes)}");
                Say((await services.GetRequiredService<IAccessTokens>().GetAsync(account, Stop)).Value);
                Say(Convert.ToHexString(await services.GetRequiredService<IAccountKeys>().GetAsync(user.Id, account.Id, "index", Stop)));
            }

            foreach (var change in await services.GetRequiredService<IChangeJournal>().ListAsync(user.Id, 10, Stop))
                Say($"{change}");
            foreach (var entry in await services.GetRequiredService<IOutboxStore>().ListAsync(user.Id, open: false, 10, Stop))
            {
                using var content = new StreamReader(services.GetRequiredService<IOutboxStore>().OpenContent(entry));
                Say($"{entry.Id} {entry.State} {entry.Card} {entry.Payload} {(await content.ReadToEndAsync(Stop)).Length}");
            }
        }

        var database = services.GetRequiredService<IDatabase>();
        foreach (var row in await database.ReadAsync(session => session.ListAsync("SELECT id, action, detail FROM audit WHERE action = 'test' ORDER BY id", row => $"{row.GetInt64(0)} {row.GetText(2)}"), Stop))
            Say(row);
        return text.ToString();

        void Say(string line) => text.Append(line).Append('\n');
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        using var database = new SqliteDatabase(Path.Combine(Source.DataFolder, "assistant.db"), new Migrations(typeof(TokenStoreServices).Assembly, "Assistant.TokenStore.Migrations.", "store"));
        return await database.ReadAsync(
            session => session.ListAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%migration%' ORDER BY name", row => row.GetString(0)), Stop);
    }
}
