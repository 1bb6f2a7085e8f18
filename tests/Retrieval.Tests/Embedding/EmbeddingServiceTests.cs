using System.Security.Cryptography;
using Assistant.Retrieval.Embedding;
using Assistant.Retrieval.Index;
using Assistant.Tests.Shared;

namespace Assistant.Retrieval.Tests.Embedding;

public sealed class SqliteEmbeddingServiceTests : EmbeddingServiceTests
{
    private protected override string? Database => null;
}

public sealed class PostgresEmbeddingServiceTests : EmbeddingServiceTests
{
    private readonly TestPostgres _postgres = new();

    private protected override string? Database => _postgres.ConnectionString;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _postgres.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Vectors of a service with OpenAI's interface, in place of the embedded model.</summary>
public abstract class EmbeddingServiceTests : IIndexKeys, IAsyncLifetime
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly TemporaryFolder _folder = new();
    private EmbeddingServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract string? Database { get; }

    public async ValueTask InitializeAsync() => _server = await EmbeddingServer.StartAsync(Stop);

    public virtual async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken) => Task.FromResult(_key);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_services_vectors_are_searched_and_what_they_cost_is_counted(bool asNumbers)
    {
        _server.AsNumbers = asNumbers;
        using var shelf = Shelf("small");
        var index = await FillAsync(shelf, 30);
        Assert.True(await index.LearnAsync(complete: true, null, Stop));
        Assert.Equal(["m7"], (await index.SearchAsync(new(Text(7), 1), RankBy.Meaning, Stop)).Select(hit => $"m{hit.Ordinal - 1}"));
        await index.AddAsync([Mail("new", "quite another thing")], null, Stop);
        Assert.Equal("new", (await index.FindAsync(new("another thing", 1), new(), Stop))[0].SourceId);
        Assert.Equal(("Bearer secret", "small"), (_server.Authorization, _server.Model));
        var state = await index.StateAsync(Stop);
        Assert.Equal(("small", 1.0), (state.Model, state.Embedded));
        Assert.InRange(state.Tokens, 100, 1_000);
        Assert.Equal(state.Tokens * 0.5m / 1_000_000, state.Cost);
        Assert.All(_server.Requests, request => Assert.InRange(request.Length, 1, 64));
        Assert.False(await index.LearnAsync(complete: true, null, Stop));
    }

    [Fact]
    public async Task A_long_mail_is_found_by_any_of_its_pieces()
    {
        using var shelf = Shelf("small");
        var index = await FillAsync(shelf, 5);
        var filler = string.Concat(Enumerable.Repeat("lorem ipsum dolor sit amet. ", 150));
        await index.AddAsync([Mail("long", $"{filler}{filler} zebra giraffe elephant zebra giraffe elephant. {filler}")], null, Stop);
        await index.LearnAsync(complete: true, null, Stop);
        Assert.Contains(_server.Requests, request => request.Count(text => text.Length is > 1_000 and < 2_200) > 3);
        Assert.Equal(6, (await index.SearchAsync(new("zebra giraffe elephant", 1), RankBy.Meaning, Stop))[0].Ordinal);
    }

    [Fact]
    public async Task Another_model_is_made_beside_the_old_one_which_is_searched_meanwhile()
    {
        using (var first = Shelf("small"))
            await (await FillAsync(first, 450)).LearnAsync(complete: true, null, Stop);
        _server.DimensionsOf["large"] = 1021;
        using var shelf = Shelf("large");
        var index = await shelf.OpenAsync("u", "a1", Stop);
        var (steps, found) = (0, 0);
        // The old model is still asked, at the same service.
        Assert.True(await index.LearnAsync(complete: true, async () =>
        {
            steps++;
            var state = await index.StateAsync(Stop);
            Assert.Equal("large", state.Model);
            Assert.InRange(state.Embedded, 0.1, 1);
            found += (await index.FindAsync(new(Text(17), 1), new(), Stop)).Count(hit => hit is { SourceId: "m17", Meaning: > 0.9 });
        }, Stop));
        Assert.True(steps > 1 && found == steps);
        Assert.Equal([18], (await index.SearchAsync(new(Text(17), 1), RankBy.Meaning, Stop)).Select(hit => hit.Ordinal));
        // And back to the embedded one, where no service is configured.
        using var without = new IndexShelf(new(_folder.Path, Database), this);
        var plain = await without.OpenAsync("u", "a1", Stop);
        Assert.True(await plain.LearnAsync(complete: true, null, Stop));
        Assert.Equal("lsa", (await plain.StateAsync(Stop)).Model);
    }

    [Fact]
    public async Task What_is_refused_for_a_moment_is_asked_again_and_a_killed_run_goes_on()
    {
        using var shelf = Shelf("small");
        var index = await FillAsync(shelf, 450);
        _server.Refusals.Enqueue(429);
        _server.Refusals.Enqueue(503);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.LearnAsync(
            complete: true,
            () =>
            {
                stopping.Cancel();
                return Task.CompletedTask;
            },
            stopping.Token));
        var sent = _server.Requests.SelectMany(request => request).Count(text => text.Contains("number", StringComparison.Ordinal));
        Assert.True(await index.LearnAsync(complete: true, null, Stop));
        var all = _server.Requests.SelectMany(request => request).Count(text => text.Contains("number", StringComparison.Ordinal));
        Assert.InRange(all - sent, 200, 260);
    }

    [Theory]
    [InlineData(401, "refused the key")]
    [InlineData(404, "has no model 'small'")]
    [InlineData(400, "answered 400")]
    [InlineData(0, "gave no vectors")]
    public async Task A_refusal_says_what_to_do_and_repeats_no_text_and_words_still_find(int status, string expected)
    {
        using var shelf = Shelf("small");
        var index = await FillAsync(shelf, 10);
        _server.Refusals.Enqueue(status);
        var failure = await Assert.ThrowsAsync<EmbeddingServiceException>(() => index.LearnAsync(complete: true, null, Stop));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("number", failure.ToString(), StringComparison.Ordinal);
        await index.LearnAsync(complete: true, null, Stop);
        _server.Refusals.Enqueue(status);
        Assert.Equal("m3", (await index.FindAsync(new("number3", 1), new(), Stop))[0].SourceId);
    }

    [Fact]
    public async Task Vectors_that_are_too_long_for_the_database_are_refused_with_the_way_out()
    {
        _server.Dimensions = 4096;
        using var shelf = Shelf("small");
        var failure = await Assert.ThrowsAsync<EmbeddingServiceException>(async () => await (await FillAsync(shelf, 3)).LearnAsync(complete: true, null, Stop));
        Assert.Contains("ASSISTANT_EMBEDDINGS_DIMENSIONS", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_gone_costs_no_document()
    {
        using var shelf = Shelf("small", new Uri("http://127.0.0.1:9/v1"));
        var index = await FillAsync(shelf, 10);
        await Assert.ThrowsAsync<EmbeddingServiceException>(() => index.LearnAsync(complete: true, null, Stop));
        Assert.Equal("m3", (await index.FindAsync(new("number3", 1), new(), Stop))[0].SourceId);
    }

    private static IndexDocument Mail(string id, string text) => new(DocumentKind.Mail, id, null, DateTimeOffset.UnixEpoch, "", text, [], [], [], false);

    private static string Text(int i) => $"the number{i} of topic{i % 7} and things{i % 3}";

    private IndexShelf Shelf(string model, Uri? url = null) =>
        new(new(_folder.Path, Database, Embeddings: new(url ?? _server.Url, model) { Key = "secret", PricePerMillion = 0.5m }), this);

    private static async Task<AccountIndex> FillAsync(IndexShelf shelf, int count)
    {
        var index = await shelf.OpenAsync("u", "a1", Stop);
        await index.AddAsync([.. Enumerable.Range(0, count).Select(i => Mail($"m{i}", Text(i)))], null, Stop);
        return index;
    }
}
