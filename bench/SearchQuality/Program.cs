using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Assistant.Bench.SearchQuality;
using Assistant.Database;
using Assistant.Database.Sqlite;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Index;
using Assistant.Retrieval.Ranking;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    await Console.Error.WriteLineAsync("bench/quality FOLDER: a folder with corpus.jsonl, queries.tsv and qrels.txt.");
    return 1;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var collection = Collection.Read(args[0]);
var folder = Directory.CreateTempSubdirectory("assistant-quality-");
try
{
    using var database = new SqliteDatabase(
        Path.Combine(folder.FullName, "index.db"), new Migrations(typeof(IndexDocument).Assembly, "Assistant.Retrieval.Migrations.", "index"));
    var options = new RankingOptions();
    using var index = await AccountIndex.OpenAsync(database, "bench", RandomNumberGenerator.GetBytes(32), new(new TextAnalyzer(), options, folder.FullName), CancellationToken.None);
    Console.WriteLine($"{collection.Documents.Count} documents, {collection.Questions.Count} questions; {options}");
    var clock = Stopwatch.StartNew();
    foreach (var batch in collection.Documents.Index().Chunk(500))
        await index.AddAsync([.. batch.Select(item => Document(item.Item, item.Index))], null, CancellationToken.None);
    Console.WriteLine($"indexed in {clock.Elapsed.TotalSeconds:0.0} s");
    clock.Restart();
    var learned = await index.LearnAsync(complete: true, null, CancellationToken.None);
    Console.WriteLine(learned ? $"learned in {clock.Elapsed.TotalSeconds:0.0} s" : "too few documents to learn from: words alone");
    foreach (var by in Enum.GetValues<RankBy>())
    {
        var measures = new Measures();
        var times = new List<double>();
        foreach (var (id, text) in collection.Questions)
        {
            if (!collection.Judgements.TryGetValue(id, out var judged))
                continue;
            var asked = Stopwatch.GetTimestamp();
            var ranked = await index.SearchAsync(new SearchQuestion(text, 100), by, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            measures.Add([.. ranked.Select(document => collection.Documents[document.Ordinal - 1].Id)], judged);
        }

        times.Sort();
        Console.WriteLine($"{by,-8} {measures}   p50 {times[times.Count / 2]:0.0} ms   p95 {times[times.Count * 95 / 100]:0.0} ms");
    }

    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

static IndexDocument Document((string Id, string Title, string Text) document, int place) => new(
    DocumentKind.Mail, document.Id, null, DateTimeOffset.UnixEpoch.AddMinutes(place), document.Title, document.Text, [], [], [], false);
