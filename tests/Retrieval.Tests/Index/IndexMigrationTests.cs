using System.Security.Cryptography;
using Assistant.Retrieval.Index;
using Assistant.Tests.Shared;

namespace Assistant.Retrieval.Tests.Index;

/// <summary>An index goes from SQLite to PostgreSQL and back to another folder: every question has the same answer.</summary>
public sealed class IndexMigrationTests : IIndexKeys, IAsyncLifetime
{
    private static readonly string[] Words = ["invoice", "payment", "holiday", "beach", "server", "outage", "teacher", "exam", "contract", "turbine", "garden", "recipe"];

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly TestPostgres _postgres = new();
    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _others = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IndexShelfOptions Source => new(_files.Path, null);

    private IndexShelfOptions Target => new(_files.Path, _postgres.ConnectionString);

    private IndexShelfOptions Back => new(_others.Path, null);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _files.Dispose();
        _others.Dispose();
    }

    public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken) => Task.FromResult(_key);

    [Fact]
    public async Task Every_question_has_the_same_answer_there_and_back()
    {
        await FillAsync(Source, 0, 500);
        var before = await AnswersAsync(Source);
        Assert.Contains(before.Values, numbers => numbers is [_, _, > 0]);
        var there = await IndexShelf.MigrateAsync(Source, Target, "a1", Stop);
        Assert.True(there.IsNew);
        AssertSame(before, await AnswersAsync(Target));
        Assert.Equal((there.Rows, true), await IndexShelf.MigrateAsync(Target, Back, "a1", Stop));
        AssertSame(before, await AnswersAsync(Back));
        Assert.Equal((0, false), await IndexShelf.MigrateAsync(Source, Target, "a2", Stop));
    }

    [Fact]
    public async Task What_is_there_already_is_left_and_what_is_not_the_same_is_copied_anew()
    {
        await FillAsync(Source, 0, 320);
        var first = await IndexShelf.MigrateAsync(Source, Target, "a1", Stop);
        Assert.Equal((first.Rows, false), await IndexShelf.MigrateAsync(Source, Target, "a1", Stop));
        await FillAsync(Source, 320, 40);
        var second = await IndexShelf.MigrateAsync(Source, Target, "a1", Stop);
        Assert.True(second.IsNew);
        Assert.True(second.Rows > first.Rows);
        AssertSame(await AnswersAsync(Source), await AnswersAsync(Target));
        // And the copy goes on by itself.
        await FillAsync(Target, 360, 10);
        using var shelf = new IndexShelf(Target, this);
        Assert.Equal(369, (await (await shelf.OpenAsync("u", "a1", Stop)).StateAsync(Stop)).Documents);
    }

    [Fact]
    public async Task Interrupted_it_leaves_the_source_and_an_empty_target_and_the_next_run_completes_it()
    {
        await FillAsync(Source, 0, 500);
        var before = await AnswersAsync(Source);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        stopping.CancelAfter(TimeSpan.FromMilliseconds(40));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IndexShelf.MigrateAsync(Source, Target, "a1", stopping.Token));
        Assert.Equal((0, false), await IndexShelf.MigrateAsync(Target, Back, "a1", Stop));
        await IndexShelf.MigrateAsync(Source, Target, "a1", Stop);
        AssertSame(before, await AnswersAsync(Target));
        AssertSame(before, await AnswersAsync(Source));
    }

    // The two databases add up a cosine in another order.
    private static void AssertSame(SortedDictionary<string, double[]> expected, SortedDictionary<string, double[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, answer => Assert.All(answer.Value.Zip(actual[answer.Key]), pair => Assert.Equal(pair.First, pair.Second, 0.001)));
    }

    private async Task FillAsync(IndexShelfOptions options, int first, int count)
    {
        using var shelf = new IndexShelf(options, this);
        var index = await shelf.OpenAsync("u", "a1", Stop);
        await index.AddAsync([.. Enumerable.Range(first, count).Select(Mail)], "progress", Stop);
        await index.RemoveAsync([new(DocumentKind.Mail, "m3")], Stop);
        await index.LearnAsync(complete: true, null, Stop);
    }

    private static IndexDocument Mail(int number)
    {
        var random = new Random(number);
        var topic = random.Next(4) * 3;
        return new(
            DocumentKind.Mail, $"m{number}", $"t{number / 2}", DateTimeOffset.UnixEpoch.AddDays(number), $"Subject {number}",
            string.Join(' ', Enumerable.Range(0, 15).Select(_ => Words[topic + random.Next(3)])) + $" ünïcode{random.Next(50)}", [new Party("ann@example.com", "Ann")], [], ["INBOX", $"L{number % 3}"], number % 2 == 0);
    }

    private async Task<SortedDictionary<string, double[]>> AnswersAsync(IndexShelfOptions options)
    {
        using var shelf = new IndexShelf(options, this);
        var index = await shelf.OpenAsync("u", "a1", Stop);
        var answers = new SortedDictionary<string, double[]>(StringComparer.Ordinal) { [await index.ProgressAsync(Stop)] = [], [$"{await index.StateAsync(Stop)}"] = [] };
        foreach (var question in (SearchQuestion[])[new("beach payment"), new("exam") { Label = "L1" }, new("ünïcode7"), new("turbine garden") { HasAttachment = true, From = "ann" }, new("outage") { After = DateTimeOffset.UnixEpoch.AddDays(200) }])
        {
            foreach (var hit in await index.FindAsync(question, new(), Stop))
                answers[$"{question.Text}: {hit.SourceId} {hit.Card.Title} {hit.Passage} {hit.Others}"] = [hit.Score, hit.Words, hit.Meaning];
        }

        return answers;
    }
}
