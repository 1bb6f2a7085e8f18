using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Assistant.Bench.SearchSpeed;
using Assistant.Retrieval.Index;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var mails = Option("--mails", 100_000);
var users = Option("--users", 1);
var others = Option("--others", 5_000);
var questions = Option("--questions", 400);
var database = Environment.GetEnvironmentVariable("ASSISTANT_BENCH_DATABASE");
var folder = Directory.CreateTempSubdirectory("assistant-search-");
try
{
    if (database is null)
        ScanBench.Run(folder.FullName);
    var generator = new GeneratedMail(7);
    var keys = new FixedKeys();
    using var shelf = new IndexShelf(new(folder.FullName, database), keys);
    Console.WriteLine($"{(database is null ? "SQLite" : "PostgreSQL")}: {users} users, one of {mails:N0} mails{(users > 1 ? $", the others of {others:N0}" : "")}; {Environment.ProcessorCount} processors");
    var accounts = Enumerable.Range(0, users).Select(user => $"bench{user}").ToList();
    var clock = Stopwatch.StartNew();
    await FillAsync(accounts[0], mails, 0);
    if (users > 1)
    {
        await FillAsync(accounts[1], others, 1_000_000);
        // The rest have the same mail under numbers of their own: indexing a million mails would measure something else.
        foreach (var account in accounts.Skip(2))
            await Copies.MakeAsync(await shelf.OpenAsync("bench", accounts[1], CancellationToken.None), await shelf.OpenAsync("bench", account, CancellationToken.None));
    }

    Console.WriteLine($"ready after {clock.Elapsed.TotalSeconds:0} s; working set {Process.GetCurrentProcess().WorkingSet64 >> 20} MB, on disk {Size() >> 20} MB");

    var big = await shelf.OpenAsync("bench", accounts[0], CancellationToken.None);
    var cold = Stopwatch.StartNew();
    await big.FindAsync(generator.Question(0), new(), CancellationToken.None);
    Console.WriteLine($"first question {cold.ElapsedMilliseconds} ms");
    await AskAsync("warm-up", accounts[..1], 1, 40);
    await AskAsync("one caller, the large mailbox", accounts[..1], 1, questions);
    await AskAsync("8 callers, the large mailbox", accounts[..1], 8, questions);
    if (users > 1)
    {
        await AskAsync("8 callers, all mailboxes, first time", accounts, 8, users);
        await AskAsync("one caller, all mailboxes", accounts, 1, questions);
        await AskAsync("8 callers, all mailboxes", accounts, 8, questions);
    }

    GC.Collect();
    Console.WriteLine($"managed memory {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB, working set {Process.GetCurrentProcess().WorkingSet64 >> 20} MB");
    return 0;

    async Task FillAsync(string account, int count, int first)
    {
        var index = await shelf.OpenAsync("bench", account, CancellationToken.None);
        for (var at = 0; at < count; at += 1_000)
            await index.AddAsync([.. Enumerable.Range(first + at, Math.Min(1_000, count - at)).Select(generator.Mail)], null, CancellationToken.None);
        var learning = Stopwatch.StartNew();
        await index.LearnAsync(complete: true, null, CancellationToken.None);
        if (first == 0)
            Console.WriteLine($"the large mailbox: indexed in {(clock.Elapsed - learning.Elapsed).TotalSeconds:0} s, learned in {learning.Elapsed.TotalSeconds:0} s");
    }

    async Task AskAsync(string name, IReadOnlyList<string> chosen, int callers, int count)
    {
        var times = new double[count];
        var next = -1;
        var found = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                var started = Stopwatch.GetTimestamp();
                var index = await shelf.OpenAsync("bench", chosen[number % chosen.Count], CancellationToken.None);
                var hits = await index.FindAsync(generator.Question(number + 1), new(), CancellationToken.None);
                times[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                Interlocked.Add(ref found, hits.Count);
            }
        })));
        Array.Sort(times);
        Console.WriteLine($"{name}: p50 {times[count / 2]:0.0} ms, p95 {times[count * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms, {(double)found / count:0.0} hits a question");
    }
}
finally
{
    folder.Delete(recursive: true);
}

long Size() => folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

internal sealed class FixedKeys : IIndexKeys
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken) => Task.FromResult(_key);
}
