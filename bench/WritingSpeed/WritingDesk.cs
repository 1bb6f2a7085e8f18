using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bench.SearchSpeed;
using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools;
using Assistant.Tools.Gmail;
using Assistant.Tools.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Bench.WritingSpeed;

/// <summary>One person with threads and a calendar at the sandbox and a large index, and the tools' services over the real store.</summary>
internal sealed class WritingDesk : IAsyncDisposable
{
    private const string Address = "me@home.example";
    private const int ThreadCount = 300;

    private readonly GoogleSandboxHost _sandbox;
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;
    private readonly User _user;

    private WritingDesk(GoogleSandboxHost sandbox, ServiceProvider services, DirectoryInfo folder, User user) => (_sandbox, _services, _folder, _user) = (sandbox, services, folder, user);

    /// <summary>Ids at the sandbox.</summary>
    public IReadOnlyList<string> Threads { get; private set; } = [];

    public static async Task<WritingDesk> OpenAsync(GeneratedMail generator, int mails, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var sandbox = await GoogleSandboxHost.StartAsync(new GoogleSandboxOptions { World = new SeedWorld([Person(generator, now)]), UserUnitsPerMinute = 100_000_000 }, stop);
        var folder = Directory.CreateTempSubdirectory("assistant-writing-");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddTokenStore(new TokenStoreOptions { DataFolder = Path.Combine(folder.FullName, "data"), ConfigurationFolder = Path.Combine(folder.FullName, "configuration") })
            .AddSingleton<ITokenRefresher, NoRefresher>()
            .AddGoogleClients(GoogleEndpoints.At(sandbox.BaseAddress), new GoogleHttpOptions { GmailUnitsPerMinute = 100_000_000, CalendarRequestsPerMinute = 100_000_000 })
            .AddTools()
            .AddSingleton(new IndexShelfOptions(Path.Combine(folder.FullName, "index"), Database: null))
            .AddSingleton<IndexShelf>()
            .BuildServiceProvider();
        var user = await services.GetRequiredService<IUserStore>().AddAsync("me", stop);
        string[] scopes = [GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.GmailSettings, GoogleScopes.CalendarReadonly];
        var tokens = sandbox.GrantTokens(Address, scopes);
        var account = await services.GetRequiredService<IAccountStore>().ConnectAsync(
            user.Id, "work", new("subject", Address), new(new(tokens.AccessToken), new(tokens.RefreshToken), tokens.ExpiresAt, tokens.Scopes), stop);
        var desk = new WritingDesk(sandbox, services, folder, user);
        await desk.FillAsync(account, generator, mails, stop);
        desk.Threads = await desk.RunAsync<MailSearch, IReadOnlyList<string>>(async search =>
        {
            var found = new List<string>();
            for (var i = 0; i < ThreadCount; i += 20)
                found.AddRange((await search.FindAsync($"subject:\"Matter {i / 20}\"", "work", null, 20, 20_000, null, stop)).Messages!.Select(hit => hit.ThreadId!));
            return [.. found.Distinct()];
        });
        return desk;
    }

    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> run)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(new Caller(_user.Id, _user.Name, Grants.All, null), "bench", "bench");
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task FillAsync(GoogleAccount account, GeneratedMail generator, int mails, CancellationToken stop)
    {
        var index = await _services.GetRequiredService<IndexShelf>().OpenAsync(account.UserId, account.Id, stop);
        for (var at = 0; at < mails; at += 1_000)
            await index.AddAsync([.. Enumerable.Range(at, Math.Min(1_000, mails - at)).Select(generator.Mail)], new IndexProgress(1, null, true).Write(), stop);
        await index.LearnAsync(complete: true, null, stop);
    }

    /// <summary>Threads of three mails with people whom the index knows too, sent mail to learn the style from, and a full calendar.</summary>
    private static SeedPerson Person(GeneratedMail generator, DateTimeOffset now)
    {
        var mails = new List<SeedMail>();
        for (var i = 0; i < ThreadCount; i++)
        {
            var known = generator.Mail(i);
            var them = $"{known.From[0].Name} <{known.From[0].Address}>";
            var at = now.AddMinutes(-30 * i);
            var subject = $"Matter {i / 20}";
            mails.Add(Mail(them, Address, $"{subject} number {i}", $"Hello,\n\n{known.Text}\n\nCould you send me the plan by Friday?\n\nRegards", at.AddHours(-3), $"a{i}", null));
            mails.Add(Mail(Address, them, $"Re: {subject} number {i}", $"Hi there,\n\nwith this mail you get what we have of the plan.\n\nCheers\nMe", at.AddHours(-2), $"b{i}", $"a{i}"));
            mails.Add(Mail(them, Address, $"Re: {subject} number {i}", $"Hello,\n\nthank you. {known.Text}\n\nWhen can we talk about it?\n\nRegards", at.AddHours(-1), $"c{i}", $"b{i}"));
        }

        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        JsonObject Event(int i) => new()
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"event{i}"),
            ["summary"] = "Busy",
            ["start"] = new JsonObject { ["dateTime"] = day.AddDays(i / 6).AddHours(8 + (i % 6 * 1.5)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) },
            ["end"] = new JsonObject { ["dateTime"] = day.AddDays(i / 6).AddHours(9 + (i % 6 * 1.5)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) },
        };
        return new(Address, "Me", "Europe/Berlin", [], mails, [new SeedCalendar(Address, Address, "Europe/Berlin", "owner", [.. Enumerable.Range(0, 120).Select(Event)])]);
    }

    private static SeedMail Mail(string from, string to, string subject, string body, DateTimeOffset at, string id, string? answers)
    {
        var reply = answers is null ? "" : $"In-Reply-To: <{answers}@bench.example>\r\nReferences: <{answers}@bench.example>\r\n";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"From: {from}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{id}@bench.example>\r\nDate: {at:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n{reply}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n");
        return new(Encoding.UTF8.GetBytes(text), [from == Address ? "SENT" : "INBOX"], at);
    }

    /// <summary>The token lasts an hour; this does not.</summary>
    private sealed class NoRefresher : ITokenRefresher
    {
        public Task<RefreshOutcome> RefreshAsync(Secret refreshToken, CancellationToken cancellationToken) => throw new RefreshUnavailableException("The benchmark took longer than a token lasts.");
    }
}
