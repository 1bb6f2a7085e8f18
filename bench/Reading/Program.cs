// Usage: Reading ASSISTANT [ROUNDS]. See ../README.md.
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Assistant.Bench.Common;
using Assistant.GoogleSandbox;

const int BatchSize = 25;
const int AtOnce = 8;
const int LargeBytes = 270_000;
const string ReadScope = "https://www.googleapis.com/auth/gmail.readonly";

if (args.Length is < 1 or > 2)
{
    await Console.Error.WriteLineAsync("Usage: Reading ASSISTANT [ROUNDS]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;
var stop = CancellationToken.None;
using var folder = new ScratchFolder();
var (sandbox, _) = await Mailbox.StartAsync(stop);
await using var google = sandbox;
var shipped = await ShippedServer.PrepareAsync(args[0], folder.Path);
await shipped.CommandLine.LoginAsync(ShippedServer.User, Mailbox.Address, sandbox.BaseAddress, stop);
await using var server = await shipped.StartAsync(sandbox.BaseAddress, stop);
using var connection = await Connection.OpenAsync(server.Address, Era.All[0], shipped.Key, stop);
using var plain = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All, ActivityHeadersPropagator = null }) { BaseAddress = sandbox.BaseAddress };
plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.GrantTokens(Mailbox.Address, ReadScope).AccessToken);

// Every mail is read once by each: what the server remembers of one it read before would not be a read.
var number = 0;
var results = new Dictionary<string, List<(double Ours, double Plain)>> { ["read of a 270 KB mail"] = [], ["batch read of 25 mails of 3 KB"] = [] };
for (var round = 0; round <= rounds; round++)
{
    // A round spends 520 of the 6,000 quota units that an account has in a minute: the pause keeps the server's pacing out of the measurement.
    await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System);
    var (large, small) = (Deliver(1, LargeBytes), Deliver(BatchSize, 3_000));
    foreach (var (name, ids) in new[] { ("read of a 270 KB mail", large), ("batch read of 25 mails of 3 KB", small) })
    {
        // Each is first equally often, and the first round warms up.
        var first = round % 2 == 0 ? await TimeAsync(() => OursAsync(ids)) : await TimeAsync(() => PlainAsync(ids));
        var second = round % 2 == 0 ? await TimeAsync(() => PlainAsync(ids)) : await TimeAsync(() => OursAsync(ids));
        if (round > 0)
            results[name].Add(round % 2 == 0 ? (first, second) : (second, first));
    }
}

Console.WriteLine($"Median of {rounds} rounds, one caller; plain is HttpClient with the same GETs, {AtOnce} at once, bodies read and thrown away\n");
Console.WriteLine("| | gmail_read over HTTP | plain | ratio |\n|---|---:|---:|---:|");
foreach (var (name, times) in results)
{
    var (ours, bare) = (Median(times.Select(time => time.Ours)), Median(times.Select(time => time.Plain)));
    Console.WriteLine($"| {name} | {ours:0.0} ms | {bare:0.0} ms | {ours / bare:0.00} |");
}

Console.WriteLine($"\nThe sandbox answered {sandbox.Requests.Count} requests, {sandbox.Violations.Count} of them against Google's description.");
return 0;

string[] Deliver(int count, int bytes) => [.. Enumerable.Range(0, count).Select(_ =>
{
    var body = new StringBuilder("<html><body>");
    while (body.Length < bytes)
        body.Append(CultureInfo.InvariantCulture, $"<table><tr><td style=\"padding:8px\"><p>Paragraph {body.Length} of letter {number} with <b>bold</b> words and a <a href=\"https://news.example/{number}\">link</a>.</p></td></tr></table>\r\n");
    var message = $"From: news@news.example\r\nTo: {Mailbox.Address}\r\nSubject: Letter {number}\r\nMessage-ID: <{number++}@news.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}</body></html>\r\n";
    return sandbox.Deliver(Mailbox.Address, new SeedMail(Encoding.UTF8.GetBytes(message), ["INBOX"], TimeProvider.System.GetUtcNow()));
})];

async Task OursAsync(string[] ids) => await connection.SendAsync(connection.Call("gmail_read", $$"""{"ids":["{{string.Join("\",\"", ids)}}"]}"""), stop);

async Task PlainAsync(string[] ids) => await Parallel.ForEachAsync(
    ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (id, cancel) => await plain.GetByteArrayAsync(new Uri($"gmail/v1/users/me/messages/{id}?format=full", UriKind.Relative), cancel));

static async Task<double> TimeAsync(Func<Task> run)
{
    var started = Stopwatch.GetTimestamp();
    await run();
    return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}
