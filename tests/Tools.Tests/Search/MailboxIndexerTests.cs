using System.Text;
using Assistant.GoogleSandbox;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Search;

public sealed class MailboxIndexerTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.OpenAsync(
    [
        Workplace.Person(Workplace.AnnWork, [.. Enumerable.Range(0, 230).Select(i => Mail($"Report {i}", $"The turbines of plant number{i} were inspected", i))]),
        Workplace.Person(Workplace.Bob, [Mail("Salary", "Bob's turbines secret", 1)]),
    ]);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task All_mail_is_found_and_what_changes_is_followed()
    {
        Assert.Equal(230, await RunAsync());
        var hit = Assert.Single((await FindAsync("number17 turbine")).Hits, hit => hit.Title == "Report 17");
        Assert.Contains("**turbines**", hit.Passage, StringComparison.Ordinal);
        Assert.Equal("Carl <carl@plant.example>", hit.From);

        var added = _place.Sandbox.Deliver(Workplace.AnnWork, Mail("Holiday", "We fly to the beach", 500));
        _place.Sandbox.DeleteMessage(Workplace.AnnWork, hit.Id);
        var other = Assert.Single((await FindAsync("number18")).Hits);
        _place.Sandbox.ChangeLabels(Workplace.AnnWork, other.Id, ["Project X"], []);
        Assert.Equal(1, await RunAsync());

        Assert.Equal(added, (await FindAsync("beach flying")).Hits[0].Id);
        Assert.DoesNotContain((await FindAsync("number17")).Hits, one => one.Id == hit.Id);
        Assert.Equal(other.Id, Assert.Single((await FindAsync("turbines", label: "Project X")).Hits).Id);
        Assert.Null((await FindAsync("turbines")).Problems);
    }

    [Fact]
    public async Task Mail_in_the_trash_is_not_found_until_it_comes_back()
    {
        await RunAsync();
        var hit = Assert.Single((await FindAsync("number18")).Hits);
        _place.Sandbox.ChangeLabels(Workplace.AnnWork, hit.Id, ["TRASH"], ["INBOX"]);
        await RunAsync();
        Assert.Empty((await FindAsync("number18")).Hits);
        _place.Sandbox.ChangeLabels(Workplace.AnnWork, hit.Id, ["INBOX"], ["TRASH"]);
        await RunAsync();
        Assert.Single((await FindAsync("number18")).Hits);
    }

    [Fact]
    public async Task A_history_that_is_too_old_is_made_good_by_reading_everything_again()
    {
        await RunAsync();
        var hit = Assert.Single((await FindAsync("number18")).Hits);
        _place.Sandbox.DeleteMessage(Workplace.AnnWork, hit.Id);
        _place.Sandbox.ExpireHistory(Workplace.AnnWork);
        Assert.Equal(229, await RunAsync());
        Assert.Empty((await FindAsync("number18")).Hits);
        Assert.Single((await FindAsync("number19")).Hits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_run_that_was_stopped_goes_on_where_it_was(int seed)
    {
        var random = new Random(seed);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var count = 0;
        // Stopped between two steps: what a step adds and how far it is are one transaction.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(_ =>
        {
            if (++count > random.Next(2))
                stopping.Cancel();
        }, stopping.Token));
        await RunAsync();
        for (var i = 0; i < 230; i += 23)
            Assert.Equal($"Report {i}", Assert.Single((await FindAsync($"number{i}")).Hits).Title);
        Assert.Equal(230, (await StatusAsync()).Accounts[0].Documents);
    }

    [Fact]
    public async Task A_place_that_is_too_old_to_go_on_at_begins_the_pass_again()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        // After the first page.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            report =>
            {
                if (report.Seen >= 120)
                    stopping.Cancel();
            },
            stopping.Token));
        _place.Sandbox.Faults.Add(new SandboxFault { Match = "gmail.users.messages.list", Status = 400, Reason = "invalidArgument" });
        Assert.Equal(230, await RunAsync());
        Assert.Equal(230, (await StatusAsync()).Accounts[0].Documents);
    }

    [Fact]
    public async Task Events_are_found_and_leave_when_they_are_cancelled()
    {
        _place.Sandbox.PutEvent(Workplace.AnnWork, Event());
        await RunAsync();
        var hit = Assert.Single((await FindAsync("spaceship", kind: "event")).Hits);
        Assert.Equal(("event", $"{Workplace.AnnWork}/e1"), (hit.Kind, hit.Id));
        _place.Sandbox.CancelEvent(Workplace.AnnWork, "e1");
        await RunAsync();
        Assert.Empty((await FindAsync("spaceship", kind: "event")).Hits);
    }

    [Fact]
    public async Task Nobody_finds_what_is_somebody_elses_and_an_account_without_index_says_so()
    {
        await RunAsync();
        var mine = await FindAsync("turbines secret salary");
        Assert.DoesNotContain(mine.Hits, hit => hit.Title == "Salary");
        var his = await _place.AsAsync<IndexSearch, SearchAnswer>("bob", search => search.FindAsync("turbines", new(), 10, null, null, Token));
        Assert.Empty(his.Hits);
        Assert.Contains("no index yet", Assert.Single(his.Problems!), StringComparison.Ordinal);
    }

    private static SeedMail Mail(string subject, string text, int minute) => new(
        Encoding.UTF8.GetBytes($"From: Carl <carl@plant.example>\r\nTo: ann@work.example\r\nSubject: {subject}\r\nMessage-ID: <{Guid.NewGuid():n}@plant.example>\r\n\r\n{text}\r\n"),
        ["INBOX"],
        new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));

    private static System.Text.Json.Nodes.JsonObject Event() => new()
    {
        ["id"] = "e1",
        ["status"] = "confirmed",
        ["summary"] = "Kick-off",
        ["description"] = "The spaceship project",
        ["start"] = new System.Text.Json.Nodes.JsonObject { ["dateTime"] = "2026-12-01T10:00:00Z" },
        ["end"] = new System.Text.Json.Nodes.JsonObject { ["dateTime"] = "2026-12-01T11:00:00Z" },
    };

    private Task<SearchAnswer> FindAsync(string text, string? label = null, string? kind = null) => _place.AsAsync<IndexSearch, SearchAnswer>(
        "ann", search => search.FindAsync(text, new("work", kind, Label: label), 50, 20_000, null, Token));

    private Task<IndexStatus> StatusAsync() => _place.AsAsync<IndexSearch, IndexStatus>("ann", search => search.StatusAsync("work", Token));

    /// <summary>The clock runs on while it waits for its share of the quota.</summary>
    private async Task<int?> RunAsync(Action<IndexReport>? report = null, CancellationToken? stop = null)
    {
        var run = _place.AsAsync<MailboxIndexer, int?>("ann", async indexer => await indexer.RunAsync(await AccountAsync(), report, stop ?? Token));
        while (!run.IsCompleted)
        {
            _place.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
        }

        return await run;
    }

    private Task<GoogleAccount> AccountAsync() => _place.AsAsync<GoogleAccounts, GoogleAccount>("ann", accounts => accounts.OneAsync("work", Token));
}
