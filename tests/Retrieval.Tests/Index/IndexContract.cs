using System.Security.Cryptography;
using Assistant.Database;
using Assistant.Database.Postgres;
using Assistant.Database.Sqlite;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Index;
using Assistant.Retrieval.Ranking;
using Assistant.Tests.Shared;

namespace Assistant.Retrieval.Tests.Index;

public sealed class SqliteIndexTests : IndexContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override string? VectorFolder => _folder.Path;

    private protected override IDatabase Open() => new SqliteDatabase(_folder.File("index.db"), Schema);

    protected override ValueTask CloseAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgresIndexTests : IndexContract
{
    private readonly TestPostgres _postgres = new();

    private protected override IDatabase Open() => new PostgresDatabase(_postgres.ConnectionString, Schema);

    protected override ValueTask CloseAsync() => _postgres.DisposeAsync();
}

/// <summary>What an account's index has to do on every database.</summary>
public abstract class IndexContract : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Topics = ["invoice payment bank transfer", "holiday beach hotel flight", "server deployment database outage", "school teacher homework exam"];

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private IDatabase? _database;

    private protected static Migrations Schema { get; } = new(typeof(IndexDocument).Assembly, "Assistant.Retrieval.Migrations.", "index");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _database?.Dispose();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_word_finds_its_mail_in_every_form_and_in_its_language()
    {
        using var index = await OpenAsync();
        await index.AddAsync([Mail("en", "The boats were sailing to the island and we have seen them"), Mail("de", "Die Rechnungen für das Haus sind noch nicht bezahlt"), Mail("ja", "会議は明日の午後です")], null, Stop);
        Assert.Equal(["en"], await FindAsync(index, "boat sailed"));
        Assert.Equal(["de"], await FindAsync(index, "Rechnung"));
        Assert.Equal(["de"], await FindAsync(index, "häuser"));
        Assert.Equal(["ja"], await FindAsync(index, "明日"));
        Assert.Empty(await FindAsync(index, "zebra"));
    }

    [Fact]
    public async Task Every_filter_has_to_hold()
    {
        using var index = await OpenAsync();
        var mail = Mail("a", "quarterly report") with { From = [new("ann@example.com", "Ann Müller")], To = [new("bob@example.org")], Labels = ["INBOX", "Label_1"], HasAttachment = true };
        await index.AddAsync([mail, Mail("b", "quarterly report"), Mail("c", "quarterly report") with { Kind = DocumentKind.Event, At = Start.AddDays(40) }], null, Stop);
        Assert.Equal(["a"], await FindAsync(index, "report", question => question with { From = "muller" }));
        Assert.Equal(["a"], await FindAsync(index, "report", question => question with { From = "ann@example.com", To = "bob" }));
        Assert.Empty(await FindAsync(index, "report", question => question with { From = "bob" }));
        Assert.Equal(["a"], await FindAsync(index, "report", question => question with { Label = "Label_1" }));
        Assert.Equal(["a"], await FindAsync(index, "report", question => question with { HasAttachment = true }));
        Assert.Equal(["c"], await FindAsync(index, "report", question => question with { Kinds = [DocumentKind.Event] }));
        Assert.Equal(["c"], await FindAsync(index, "report", question => question with { After = Start.AddDays(30) }));
        Assert.Equal(["a", "b"], (await FindAsync(index, "report", question => question with { Before = Start.AddDays(30) })).Order());
    }

    [Fact]
    public async Task What_is_removed_changed_or_labelled_anew_is_so_for_every_reader()
    {
        using var index = await OpenAsync();
        using var reader = await OpenAsync();
        await index.AddAsync([Mail("a", "first draft"), Mail("b", "second draft")], null, Stop);
        Assert.Equal(["a", "b"], (await FindAsync(reader, "draft")).Order());
        await index.AddAsync([Mail("a", "final version")], null, Stop);
        Assert.Equal(["b"], await FindAsync(reader, "draft"));
        Assert.Equal(["a"], await FindAsync(reader, "final"));
        Assert.Empty(await index.Store.RelabelAsync([(new(DocumentKind.Mail, "a"), ["Label_9"])], Stop));
        Assert.Equal([new DocumentKey(DocumentKind.Mail, "x")], await index.Store.RelabelAsync([(new(DocumentKind.Mail, "x"), ["Label_9"])], Stop));
        Assert.Equal(["a"], await FindAsync(reader, "final", question => question with { Label = "Label_9" }));
        Assert.Equal(1, await index.Store.RemoveAsync([new(DocumentKind.Mail, "a"), new(DocumentKind.Mail, "x")], Stop));
        Assert.Empty(await FindAsync(reader, "final"));
        await index.Store.DeleteAsync(Stop);
        Assert.Empty(await index.Store.SourceIdsAsync(DocumentKind.Mail, Stop));
    }

    [Fact]
    public async Task Merging_segments_changes_no_answer()
    {
        using var index = await OpenAsync();
        for (var i = 0; i < 40; i++)
            await index.AddAsync([Mail($"m{i}", $"common words number{i} {(i % 2 == 0 ? "even" : "odd")}")], null, Stop);
        await index.Store.RemoveAsync([new(DocumentKind.Mail, "m7")], Stop);
        Assert.Equal(20, (await FindAsync(index, "even")).Count);
        Assert.Equal(19, (await FindAsync(index, "odd")).Count);
        for (var i = 0; i < 40; i++)
            Assert.Equal(i == 7 ? [] : [$"m{i}"], await FindAsync(index, $"number{i}"));
        var lists = await index.Store.PostingsAsync([new TermKey(Subkey("terms")).OfTerm("common")], Stop);
        Assert.InRange(lists.Count, 1, 16);
    }

    [Fact]
    public async Task Searches_go_on_while_documents_arrive()
    {
        using var index = await OpenAsync();
        await index.AddAsync([.. Enumerable.Range(0, 400).Select(i => Topical($"m{i}", i % 4, i))], null, Stop);
        Assert.True(await index.LearnAsync(complete: true, null, Stop));
        var adding = Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
                await index.AddAsync([.. Enumerable.Range(0, 100).Select(j => Topical($"n{i}-{j}", j % 4, (i * 100) + j) with { Labels = ["L"] })], null, Stop);
        }, Stop);
        var searching = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!adding.IsCompleted)
                await index.SearchAsync(new("hotel invoice", 20) { HasAttachment = false }, RankBy.Hybrid, Stop);
        }, Stop)).ToList();
        await adding;
        await Task.WhenAll(searching);
        Assert.Equal(1900, (await index.StateAsync(Stop)).Documents);
        Assert.Equal(1500, (await index.SearchAsync(new(string.Join(" ", Topics), 5000) { Label = "L" }, RankBy.Words, Stop)).Count);
    }

    [Fact]
    public async Task Another_account_sees_nothing_and_its_words_have_other_numbers()
    {
        using var index = await OpenAsync();
        using var other = await AccountIndex.OpenAsync(_database!, "other", RandomNumberGenerator.GetBytes(32), new(new TextAnalyzer(), new(), VectorFolder is null ? null : Path.Combine(VectorFolder, "other")), Stop);
        await index.AddAsync([Mail("a", "confidential merger")], null, Stop);
        await other.AddAsync([Mail("b", "confidential lunch")], null, Stop);
        Assert.Equal(["a"], await FindAsync(index, "confidential"));
        Assert.Equal(["b"], await FindAsync(other, "confidential"));
        Assert.Empty(await FindAsync(other, "merger"));
        var text = Assert.Single(await index.Store.TextsAsync([1], Stop));
        Assert.Equal("confidential merger", index.Open(text.Body!, 1));
        Assert.Throws<IndexDamagedException>(() => other.Open(text.Body!, 1));
        Assert.Throws<IndexDamagedException>(() => index.Open(text.Body!, 2));
    }

    [Fact]
    public async Task Meaning_is_learned_from_the_mail_and_goes_on_for_new_mail()
    {
        using var index = await OpenAsync();
        await index.AddAsync([.. Enumerable.Range(0, 200).Select(i => Topical($"m{i}", i % 4, i))], null, Stop);
        Assert.False(await index.LearnAsync(complete: true, null, Stop));
        await index.AddAsync([.. Enumerable.Range(200, 200).Select(i => Topical($"m{i}", i % 4, i))], null, Stop);
        Assert.True(await index.LearnAsync(complete: true, null, Stop));
        Assert.False(await index.LearnAsync(complete: true, null, Stop));
        await index.AddAsync([Topical("new", 1, 999)], null, Stop);
        using var reader = await OpenAsync();
        var near = await RankAsync(reader, new("hotel", 50), RankBy.Meaning);
        Assert.Equal(50, near.Count);
        Assert.All(near, id => Assert.True(id == "new" || int.Parse(id[1..], null) % 4 == 1, id));
        Assert.Contains("new", await RankAsync(reader, new("hotel", 200), RankBy.Meaning));
        // Who was open already sees the vectors of what comes later too.
        await index.AddAsync([Topical("newer", 1, 998)], null, Stop);
        Assert.Contains("newer", await RankAsync(reader, new("hotel", 200), RankBy.Meaning));
        Assert.Contains("newer", await RankAsync(index, new("hotel", 200), RankBy.Meaning));
    }

    [Fact]
    public async Task Under_a_filter_the_scan_finds_exactly_what_brute_force_finds()
    {
        using var index = await OpenAsync();
        var random = new Random(5);
        await index.AddAsync([.. Enumerable.Range(0, 400).Select(i => Topical($"m{i}", random.Next(4), i) with { Labels = [$"L{i % 10}"] })], null, Stop);
        Assert.True(await index.LearnAsync(complete: true, null, Stop));
        for (var label = 0; label < 10; label++)
        {
            var question = Topics[label % 4].Split(' ')[label % 3];
            var all = await index.SearchAsync(new(question, 400), RankBy.Meaning, Stop);
            var expected = all.Where(document => (document.Ordinal - 1) % 10 == label).Take(10).Select(document => document.Ordinal);
            var found = await index.SearchAsync(new(question, 10) { Label = $"L{label}" }, RankBy.Meaning, Stop);
            Assert.Equal(expected, found.Select(document => document.Ordinal));
        }
    }

    private protected abstract IDatabase Open();

    private protected virtual string? VectorFolder => null;

    protected abstract ValueTask CloseAsync();

    private static IndexDocument Mail(string id, string text) => new(DocumentKind.Mail, id, null, Start, "", text, [], [], [], false);

    private static IndexDocument Topical(string id, int topic, int seed)
    {
        var random = new Random(seed);
        var words = Topics[topic].Split(' ');
        return Mail(id, string.Join(' ', Enumerable.Range(0, 12).Select(_ => words[random.Next(words.Length)])) + $" filler{random.Next(60)}");
    }

    private static async Task<IReadOnlyList<string>> FindAsync(AccountIndex index, string text, Func<SearchQuestion, SearchQuestion>? filter = null) =>
        await RankAsync(index, filter is null ? new(text) : filter(new(text)), RankBy.Words);

    private static async Task<IReadOnlyList<string>> RankAsync(AccountIndex index, SearchQuestion question, RankBy by)
    {
        var ranked = await index.SearchAsync(question, by, Stop);
        var texts = (await index.Store.TextsAsync([.. ranked.Select(document => document.Ordinal)], Stop)).ToDictionary(text => text.Ordinal, text => text.SourceId);
        return [.. ranked.Select(document => texts[document.Ordinal])];
    }

    private byte[] Subkey(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, 32, info: System.Text.Encoding.UTF8.GetBytes($"assistant index {purpose}"));

    private Task<AccountIndex> OpenAsync() =>
        AccountIndex.OpenAsync(_database ??= Open(), "mine", _key, new(new TextAnalyzer(), new RankingOptions { FeedbackDocuments = 0 }, VectorFolder), Stop);
}
