using System.Text.Json;
using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.Retrieval.Index;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Gmail.Files;
using Assistant.Tools.Models;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Agreements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tools.Tests.Google;

/// <summary>Ann (work and home) and Bob on a sandbox, with the tools over the real clients.</summary>
public sealed class Workplace : IAsyncDisposable
{
    public const string AnnWork = "ann@work.example";
    public const string AnnHome = "ann@home.example";
    public const string Bob = "bob@work.example";

    private static readonly string[] Everything =
        [GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.GmailSettings, GoogleScopes.CalendarReadonly, GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull];

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    private Workplace(GoogleSandboxHost sandbox, ManualTime time, string[] scopes, GoogleHttpOptions google, IndexExclusions exclusions, WritingSettings? writing, Func<WritingSettings, ChatService?>? chat)
    {
        (Sandbox, Time, Journal) = (sandbox, time, new(time));
        GoogleAccount[] accounts =
        [
            Account("a1", "ann", "work", AnnWork, scopes), Account("a2", "ann", "home", AnnHome, scopes), Account("b1", "bob", "work", Bob, scopes),
        ];
        foreach (var account in accounts)
            Tokens.Set(account.Id, sandbox.GrantTokens(account.Email, scopes).AccessToken);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddTokenStore(new TokenStoreOptions { DataFolder = _folder.File("data"), ConfigurationFolder = _folder.File("configuration") })
            .AddSingleton<IAccountStore>(new InMemoryAccounts(accounts))
            .AddSingleton<IAccessTokens>(Tokens)
            .AddSingleton<IChangeJournal>(Journal)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddGoogleClients(GoogleEndpoints.At(sandbox.BaseAddress), google)
            .AddSingleton<IFileExtractor, DirectExtractor>()
            .AddSingleton(exclusions)
            .AddSingleton(writing ?? new())
            .AddSingleton(new ChatSource(() => chat is not null ? chat(writing ?? new()) : writing?.Chat is { } endpoint ? ChatService.Create(endpoint, time) : null))
            .AddTools()
            .AddSingleton(new IndexShelfOptions(_folder.File("index"), Database: null))
            .AddSingleton<IndexShelf>()
            .AddSingleton<IIndexKeys>(new FixedIndexKeys())
            .AddScoped<IAgreements>(provider => Asked = new AgreeAtOnce(provider.GetServices<IAgreedAction>()));
        // Whoever writes here is in no store.
        if (writing is not null)
            services.AddSingleton<IUserDocuments>(new MemoryDocuments(time));
        _services = services.BuildServiceProvider();
    }

    public GoogleSandboxHost Sandbox { get; }

    public ManualTime Time { get; }

    public FixedAccessTokens Tokens { get; } = new();

    public InMemoryJournal Journal { get; }

    /// <summary>Who was asked last, and what.</summary>
    internal AgreeAtOnce? Asked { get; private set; }

    /// <param name="people">Who has what mail and events.</param>
    /// <param name="scopes">What is granted.</param>
    /// <param name="google">Limits of the client; null for none to speak of, and no second attempts.</param>
    /// <param name="unitsPerMinute">What the sandbox lets one person spend.</param>
    /// <param name="exclusions">Mail that is not indexed.</param>
    public static async Task<Workplace> OpenAsync(IReadOnlyList<SeedPerson>? people = null, string[]? scopes = null, GoogleHttpOptions? google = null, int unitsPerMinute = 1_000_000, IndexExclusions? exclusions = null) =>
        await OpenAsync(people, scopes, google, unitsPerMinute, exclusions, null, null);

    /// <param name="people">Who has what mail and events.</param>
    /// <param name="writing">How mail is written.</param>
    /// <param name="chat">In place of the service that is configured.</param>
    internal static Task<Workplace> WithWriterAsync(IReadOnlyList<SeedPerson> people, WritingSettings? writing = null, Func<WritingSettings, ChatService?>? chat = null) =>
        OpenAsync(people, null, null, 1_000_000, null, writing ?? new(), chat);

    private static async Task<Workplace> OpenAsync(
        IReadOnlyList<SeedPerson>? people, string[]? scopes, GoogleHttpOptions? google, int unitsPerMinute, IndexExclusions? exclusions, WritingSettings? writing, Func<WritingSettings, ChatService?>? chat)
    {
        var time = new ManualTime();
        var given = people ?? [];
        SeedPerson[] all = [.. given, .. new[] { AnnWork, AnnHome, Bob }.Where(email => !given.Any(person => person.Email == email)).Select(email => Person(email))];
        var sandbox = await GoogleSandboxHost.StartAsync(
            new GoogleSandboxOptions { World = new SeedWorld(all), Time = time, UserUnitsPerMinute = unitsPerMinute }, TestContext.Current.CancellationToken);
        return new Workplace(
            sandbox, time, scopes ?? Everything, google ?? new GoogleHttpOptions { MaxAttempts = 1, GmailUnitsPerMinute = 1_000_000, CalendarRequestsPerMinute = 100_000 },
            exclusions ?? IndexExclusions.None,
            writing,
            chat);
    }

    public static SeedPerson Person(string email, IReadOnlyList<SeedMail>? mails = null, IReadOnlyList<SeedCalendar>? calendars = null, string zone = "Europe/Berlin") =>
        new(email, email.Split('@')[0], zone, ["Project X"], mails ?? [], calendars ?? [new SeedCalendar(email, email, zone, "owner", [])]);

    /// <summary>Runs a service as a caller, in a scope of its own, as the server does.</summary>
    internal async Task<TResult> AsAsync<TService, TResult>(string user, Func<TService, Task<TResult>> run, Grants? grants = null, ToolRequest? request = null)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(user, user, grants ?? Grants.All, null), "test", "c1");
        if (request is not null)
            scope.ServiceProvider.GetRequiredService<CurrentCall>().Brings(request);
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static string Json<T>(T result) => JsonSerializer.Serialize(result, ToolJson.Options);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
        var violations = Sandbox.Violations;
        await Sandbox.DisposeAsync();
        Assert.Empty(violations);
    }

    /// <summary>The accounts of these tests are in no store that could keep a key of theirs.</summary>
    private sealed class FixedIndexKeys : IIndexKeys
    {
        public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken) =>
            Task.FromResult(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(accountId)));
    }

    private static GoogleAccount Account(string id, string user, string nickname, string email, string[] scopes) =>
        new(id, user, nickname, email, "sub-" + id, scopes, AccountStatus.Connected, DateTimeOffset.UnixEpoch);
}
