using Assistant.Database;
using Assistant.Database.Postgres;
using Assistant.Database.Sqlite;
using Assistant.Retrieval.Index;
using Assistant.Retrieval.Vectors;
using Assistant.Tests.Shared;

namespace Assistant.Retrieval.Tests.Vectors;

public sealed class MappedVectorsTests : VectorsContract
{
    private readonly TemporaryFolder _folder = new();

    private string File => Assert.Single(Directory.GetFiles(_folder.Path, "vectors-*.bin"));

    [Fact]
    public async Task Full_blocks_are_in_the_file_and_the_next_process_reads_them_from_there()
    {
        var model = await FillAsync(2_500);
        using (var vectors = await OpenAsync(model))
        {
        }

        Assert.True(new FileInfo(File).Length > 2 * VectorBlock.Rows * Dimensions);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        // What is in the file is not asked of the database again.
        await Store.DeleteAsync(Stop);
        using var again = await OpenAsync(model);
        var cosines = new float[2_501];
        await again.ScanAsync(Vector(7), null, 10, cosines, Stop);
        Assert.Equal(1, cosines[7], 0.0001);
        Assert.True(cosines.Count(cosine => cosine > 0) is > 500 and < 2_100);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(-70)]
    public async Task A_damaged_file_is_made_anew_from_the_database(int place)
    {
        var model = await FillAsync(2_500);
        using (await OpenAsync(model))
        {
        }

        using (var stream = new FileStream(File, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Position = place < 0 ? stream.Length + place : place;
            var old = stream.ReadByte();
            stream.Position--;
            stream.WriteByte((byte)(old ^ 0x55));
        }

        await AssertExactAsync(model, 2_500);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    [InlineData(50_000)]
    public async Task A_file_that_a_kill_cut_off_is_completed(int length)
    {
        var model = await FillAsync(2_500);
        using (await OpenAsync(model))
        {
        }

        using (var stream = new FileStream(File, FileMode.Open, FileAccess.ReadWrite))
            stream.SetLength(length);
        await AssertExactAsync(model, 2_500);
        await AssertExactAsync(model, 2_500);
    }

    [Fact]
    public async Task Readers_that_open_together_have_the_same_answers()
    {
        var model = await FillAsync(3_000);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AssertExactAsync(model, 3_000), Stop)));
        await AssertExactAsync(model, 3_000);
    }

    private protected override IDatabase Open() => new SqliteDatabase(_folder.File("index.db"), Schema);

    private protected override IVectors Vectors(StoredModel model) => new MappedVectors(Store, model, _folder.Path);

    protected override ValueTask CloseAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgresVectorsTests : VectorsContract
{
    private readonly TestPostgres _postgres = new();

    [Fact]
    public async Task Above_a_size_they_have_a_partition_and_a_graph_that_finds_nearly_all_and_a_filter_is_still_exact()
    {
        var model = await FillAsync(3_000);
        using var vectors = new PostgresVectors(Store, model, graphAbove: 2_000);
        await vectors.RefreshAsync(Stop);
        await vectors.MaintainAsync(2_000, Stop);
        Assert.False(await VectorScan.HasGraphAsync(Store, model, Stop));
        await vectors.MaintainAsync(3_000, Stop);
        Assert.True(await VectorScan.HasGraphAsync(Store, model, Stop));
        // Another process sees it; more vectors go into it.
        using var other = new PostgresVectors(Store, model, graphAbove: 2_000);
        await Store.AddVectorsAsync(model.Id, Enumerable.Range(3_001, 200).Select(ordinal => (ordinal, 0, Vector(ordinal))), Stop);
        await other.RefreshAsync(Stop);
        var (found, asked) = (0, 0);
        for (var question = 0; question < 20; question++)
        {
            var (exact, graph) = (new float[3_201], new float[3_201]);
            foreach (var (ordinal, cosine) in await VectorScan.ExactAsync(Store, model.Id, Vector(20_000 + question), null, 20, Stop))
                exact[ordinal] = (float)cosine;
            await other.ScanAsync(Vector(20_000 + question), null, 20, graph, Stop);
            asked += exact.Count(cosine => cosine > 0);
            found += exact.Index().Count(item => item.Item > 0 && Math.Abs(graph[item.Index] - item.Item) < 0.0001);
        }

        Assert.InRange((double)found / asked, 0.95, 1);
        var allowed = Enumerable.Range(0, 3_201).Select(ordinal => ordinal % 500 == 7).ToArray();
        var cosines = new float[3_201];
        await other.ScanAsync(Vector(7), allowed, 5, cosines, Stop);
        Assert.Equal(1, cosines[7], 0.0001);
        Assert.All(cosines.Index(), item => Assert.True(item.Item == 0 || allowed[item.Index]));
        // Another model takes its place, and all goes with the account.
        var next = new StoredModel(await Store.AddModelAsync("next", Dimensions, 0, Stop), "next", Dimensions, 0, 0, 0);
        await VectorScan.MakeGraphAsync(Store, next, Stop);
        Assert.False(await VectorScan.HasGraphAsync(Store, model, Stop));
        await Store.DeleteAsync(Stop);
        Assert.Empty(await VectorScan.ExactAsync(Store, model.Id, Vector(7), null, 20, Stop));
    }

    private protected override IDatabase Open() => new PostgresDatabase(_postgres.ConnectionString, Schema);

    private protected override IVectors Vectors(StoredModel model) => new PostgresVectors(Store, model, 200_000);

    protected override ValueTask CloseAsync() => _postgres.DisposeAsync();
}

/// <summary>What vectors have to do on every database: exactly what brute force does.</summary>
public abstract class VectorsContract : IAsyncLifetime
{
    private protected const int Dimensions = 24;

    private IDatabase? _database;

    private protected static Migrations Schema { get; } = new(typeof(IndexDocument).Assembly, "Assistant.Retrieval.Migrations.", "index");

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected IndexStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = Open();
        Store = new(_database, await IndexStore.OpenAsync(_database, "mine", Stop), (_, _) => []);
    }

    public async ValueTask DisposeAsync()
    {
        _database?.Dispose();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_best_are_those_of_brute_force_with_and_without_a_filter_also_when_more_arrive()
    {
        var model = await FillAsync(1_500);
        using var vectors = await OpenAsync(model);
        await AssertExactAsync(vectors, 1_500);
        await AddAsync(model, 1_501, 1_400);
        await vectors.RefreshAsync(Stop);
        await AssertExactAsync(vectors, 2_900);
    }

    [Fact]
    public async Task A_document_of_several_pieces_counts_with_its_best_one()
    {
        var model = await FillAsync(0);
        await Store.AddVectorsAsync(model.Id, [(1, 0, Vector(50)), (1, 1, Vector(51)), (2, 0, Vector(52))], Stop);
        using var vectors = await OpenAsync(model);
        foreach (var piece in (int[])[50, 51])
        {
            var cosines = new float[3];
            await vectors.ScanAsync(Vector(piece), null, 10, cosines, Stop);
            Assert.Equal(1, cosines[1], 0.0001);
            Assert.True(cosines[2] < 0.99);
        }
    }

    [Fact]
    public async Task Another_account_and_another_model_are_not_seen()
    {
        var model = await FillAsync(20);
        var other = new IndexStore(_database!, await IndexStore.OpenAsync(_database!, "other", Stop), (_, _) => []);
        var theirs = await other.AddModelAsync("test", Dimensions, 0, Stop);
        await other.AddVectorsAsync(theirs, [(21, 0, Vector(99))], Stop);
        var second = await Store.AddModelAsync("second", Dimensions, 0, Stop);
        await Store.AddVectorsAsync(second, [(22, 0, Vector(99))], Stop);
        using var vectors = await OpenAsync(model);
        var cosines = new float[30];
        await vectors.ScanAsync(Vector(99), null, 30, cosines, Stop);
        Assert.Equal(0, cosines[21]);
        Assert.Equal(0, cosines[22]);
    }

    private protected abstract IDatabase Open();

    private protected abstract IVectors Vectors(StoredModel model);

    protected abstract ValueTask CloseAsync();

    private protected static sbyte[] Vector(int seed)
    {
        var random = new Random(seed);
        return Quantized.From([.. Enumerable.Range(0, Dimensions).Select(_ => (random.NextSingle() * 2) - 1)]);
    }

    private protected async Task<StoredModel> FillAsync(int documents)
    {
        var id = await Store.AddModelAsync("test", Dimensions, documents, Stop);
        var model = new StoredModel(id, "test", Dimensions, documents, documents, 0);
        await AddAsync(model, 1, documents);
        return model;
    }

    private protected async Task<IVectors> OpenAsync(StoredModel model)
    {
        var vectors = Vectors(model);
        await vectors.RefreshAsync(Stop);
        return vectors;
    }

    private protected async Task AssertExactAsync(StoredModel model, int documents)
    {
        using var vectors = await OpenAsync(model);
        await AssertExactAsync(vectors, documents);
    }

    private static async Task AssertExactAsync(IVectors vectors, int documents)
    {
        for (var question = 0; question < 6; question++)
        {
            var asked = Vector(10_000 + question);
            foreach (var every in (int[])[1, 3, 50])
            {
                var allowed = every == 1 ? null : Enumerable.Range(0, documents + 1).Select(ordinal => ordinal % every == 0).ToArray();
                var expected = Enumerable.Range(1, documents).Where(ordinal => ordinal % every == 0)
                    .Select(ordinal => (Ordinal: ordinal, Cosine: Cosine(asked, Vector(ordinal))))
                    .Where(document => document.Cosine > 0)
                    .OrderByDescending(document => document.Cosine).Take(20).ToList();
                var cosines = new float[documents + 1];
                await vectors.ScanAsync(asked, allowed, 20, cosines, Stop);
                var found = cosines.Index().Where(item => item.Item > 0).OrderByDescending(item => item.Item).Take(20).ToList();
                Assert.Equal(expected.Select(document => document.Ordinal), found.Select(item => item.Index));
                Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Cosine, pair.Second.Item, 0.0001));
            }
        }
    }

    private static double Cosine(sbyte[] one, sbyte[] other) =>
        one.Zip(other, (a, b) => (double)a * b).Sum() / Math.Sqrt(one.Sum(a => (double)a * a) * other.Sum(b => (double)b * b));

    private Task AddAsync(StoredModel model, int first, int count) =>
        Store.AddVectorsAsync(model.Id, Enumerable.Range(first, count).Select(ordinal => (ordinal, 0, Vector(ordinal))), Stop);
}
