using System.Text;
using Assistant.GoogleSandbox;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Google;
using ModelContextProtocol;

namespace Assistant.Tools.Tests.Search;

public sealed class IndexUpdateTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task The_caller_is_told_how_far_it_is_and_progress_only_grows()
    {
        _place = await Workplace.OpenAsync([Workplace.Person(Workplace.AnnWork, [.. Enumerable.Range(0, 130).Select(i => Mail($"Report {i}", "turbines", "carl@plant.example", "INBOX", i))])]);
        var told = new List<ProgressNotificationValue>();
        var status = await DriveAsync(_place.AsAsync<IndexUpdate, IndexStatus>("ann", update => update.RunAsync("work", 300, new Told(told), Token)));
        Assert.True(status.Accounts[0].MailComplete);
        Assert.Equal(130, status.Accounts[0].Documents);
        Assert.True(told.Count >= 7);
        Assert.Equal(130, told[0].Total);
        Assert.Equal(told.Select(value => value.Progress).Order(), told.Select(value => value.Progress));
        Assert.Equal(told.Count, told.Select(value => value.Progress).Distinct().Count());
    }

    [Fact]
    public async Task What_is_excluded_is_not_indexed_and_leaves_when_it_gets_the_label()
    {
        _place = await Workplace.OpenAsync(
            [
                Workplace.Person(Workplace.AnnWork,
                [
                    Mail("One", "turbines", "carl@plant.example", "INBOX", 1), Mail("Two", "turbines", "news@bank.example", "INBOX", 2),
                    Mail("Three", "turbines", "x@private.example", "INBOX", 3), Mail("Four", "turbines", "carl@plant.example", "Project X", 4),
                ]),
            ],
            exclusions: IndexExclusions.Parse("label:project x,from:news@bank.example,from:@private.example"));
        await UpdateAsync();
        var one = Assert.Single(await TitlesAsync());
        Assert.Equal("One", one.Title);
        _place.Sandbox.ChangeLabels(Workplace.AnnWork, one.Id, ["Project X"], []);
        await UpdateAsync();
        Assert.Empty(await TitlesAsync());
    }

    private static SeedMail Mail(string subject, string text, string from, string label, int minute) => new(
        Encoding.UTF8.GetBytes($"From: <{from}>\r\nTo: ann@work.example\r\nSubject: {subject}\r\nMessage-ID: <{Guid.NewGuid():n}@plant.example>\r\n\r\n{text}\r\n"),
        [label],
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));

    private async Task<IReadOnlyList<SearchHit>> TitlesAsync() =>
        (await _place.AsAsync<IndexSearch, SearchAnswer>("ann", search => search.FindAsync("turbines", new("work", "mail"), 50, 20_000, null, Token))).Hits;

    private Task<IndexStatus> UpdateAsync() =>
        DriveAsync(_place.AsAsync<IndexUpdate, IndexStatus>("ann", update => update.RunAsync("work", 300, new Told([]), Token)));

    private async Task<T> DriveAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
            _place.Time.Advance(TimeSpan.FromMilliseconds(20));
        }

        return await work;
    }

    private sealed class Told(List<ProgressNotificationValue> values) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => values.Add(value);
    }
}
