using System.Security.Cryptography;
using System.Text;
using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Tests.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Tests.Gmail.Settings;

/// <summary>Settings and undo through the real outbox and the real journal, with a client that can ask and a person who answers.</summary>
public sealed class SettingsOutboxTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly TemporaryFolder _folder = new();
    private readonly FixedAccessTokens _tokens = new();
    private readonly List<string> _asked = [];
    private GoogleSandboxHost _sandbox = null!;
    private ServiceProvider _services = null!;
    private User _ann = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string[] scopes = [GoogleScopes.GmailModify, GoogleScopes.GmailSettings, GoogleScopes.CalendarReadonly];
        _sandbox = await GoogleSandboxHost.StartAsync(
            new() { World = new SeedWorld([Workplace.Person(Workplace.AnnWork)]), Time = _time, UserUnitsPerMinute = 1_000_000 }, Cancel);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddTokenStore(new TokenStoreOptions { DataFolder = _folder.File("data"), ConfigurationFolder = _folder.File("configuration") })
            .AddSingleton<IAccessTokens>(_tokens)
            .AddGoogleClients(GoogleEndpoints.At(_sandbox.BaseAddress), new GoogleHttpOptions { MaxAttempts = 1 })
            .AddTools()
            .BuildServiceProvider();
        _ann = await _services.GetRequiredService<IUserStore>().AddAsync("ann", Cancel);
        var granted = _sandbox.GrantTokens(Workplace.AnnWork, scopes);
        var account = await _services.GetRequiredService<IAccountStore>().ConnectAsync(
            _ann.Id, "work", new("sub", Workplace.AnnWork), new(new(granted.AccessToken), new(granted.RefreshToken), granted.ExpiresAt, scopes), Cancel);
        _tokens.Set(account.Id, granted.AccessToken);
    }

    [Fact]
    public async Task On_off_and_on_again_within_minutes_is_done_three_times()
    {
        await VacationAsync(enabled: true);
        await VacationAsync(enabled: false);
        await VacationAsync(enabled: true);

        Assert.Equal(3, _asked.Count);
        Assert.True((await SettingAsync()).Enabled);
    }

    [Fact]
    public async Task Undo_without_an_argument_goes_from_change_to_change_whether_it_asks_or_not()
    {
        var id = _sandbox.Deliver(Workplace.AnnWork, Letters.Plain("a", "x", labels: "INBOX"));
        await VacationAsync(enabled: true);
        await CallAsync<MailOrganiser, ChangeResult>("archive", organiser => organiser.ModifyAsync("work", Desk.Of(id), [MailChange.Archive], null, null, false, Cancel));
        await VacationAsync(enabled: false);

        Assert.Contains("done", (await UndoAsync()).Done, StringComparison.Ordinal);
        Assert.True((await SettingAsync()).Enabled);
        Assert.Contains("Labels restored on 1 message.", (await UndoAsync()).Done, StringComparison.Ordinal);
        await UndoAsync();

        Assert.False((await SettingAsync()).Enabled);
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(UndoAsync)).Code);
        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task The_same_question_before_anything_changed_is_the_same_entry()
    {
        Task<OutboxResult> Ask() => CallAsync<VacationResponder, OutboxResult>(
            "on", responder => responder.SetAsync("work", new(true, "Away", "x", null, null, null, null), Cancel), canAsk: false);

        var (first, second) = (await Ask(), await Ask());

        Assert.Equal(("waiting", first.OutboxId), (second.State, second.OutboxId));
        Assert.False((await SettingAsync()).Enabled);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        var violations = _sandbox.Violations;
        await _sandbox.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(violations);
    }

    private async Task VacationAsync(bool enabled)
    {
        var result = await CallAsync<VacationResponder, OutboxResult>(
            $"vacation {enabled}", responder => responder.SetAsync("work", new(enabled, "Away", "x", null, null, null, null), Cancel));
        Assert.Equal("done", result.State);
    }

    private Task<VacationView> SettingAsync() => CallAsync<VacationResponder, VacationView>("get", responder => responder.GetAsync("work", Cancel));

    private Task<ChangeResult> UndoAsync() => CallAsync<Undoing, ChangeResult>("undo", undoing => undoing.UndoAsync(null, Cancel));

    /// <summary>Calls as the front door does: equal words have equal digests, and a question is answered with yes by the same call again.</summary>
    private async Task<TResult> CallAsync<TService, TResult>(string words, Func<TService, Task<TResult>> run, bool canAsk = true)
        where TService : notnull
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
        try
        {
            return await OnceAsync(run, new(digest, canAsk, null, null));
        }
        catch (InputRequiredException question)
        {
            _asked.Add(words);
            return await OnceAsync(run, new(digest, canAsk, question.Result.RequestState, true));
        }
    }

    private async Task<TResult> OnceAsync<TService, TResult>(Func<TService, Task<TResult>> run, ToolRequest request)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<CurrentCall>();
        call.Begin(new Caller(_ann.Id, "ann", Grants.All, null), "test", "c1");
        call.Brings(request);
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
