using System.Diagnostics;
using System.Globalization;
using Assistant.Bench.SearchSpeed;
using Assistant.Bench.WritingSpeed;
using Assistant.Tools.Insight;
using Assistant.Tools.Search;
using Assistant.Tools.Writing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var mails = Option("--mails", 100_000);
var calls = Option("--calls", 200);
var stop = CancellationToken.None;
var generator = new GeneratedMail(7);
var clock = Stopwatch.StartNew();
await using var desk = await WritingDesk.OpenAsync(generator, mails, stop);
Console.WriteLine($"{mails:N0} mails in the index, {Environment.ProcessorCount} processors, ready after {clock.Elapsed.TotalSeconds:0} s; Google is the sandbox in this process, over HTTP");
await desk.RunAsync<EmailWriter, GeneratedEmail>(writer => writer.WriteAsync(Wish(0, times: true), new(By: "rules"), stop));
foreach (var callers in new[] { 1, 4 })
{
    await MeasureAsync("generate_email, an answer", callers, i => desk.RunAsync<EmailWriter, GeneratedEmail>(writer => writer.WriteAsync(Wish(i, times: false), new(By: "rules"), stop)));
    await MeasureAsync("generate_email, an answer that offers times", callers, i => desk.RunAsync<EmailWriter, GeneratedEmail>(writer => writer.WriteAsync(Wish(i, times: true), new(By: "rules"), stop)));
    await MeasureAsync("retrieve_context", callers, i => desk.RunAsync<ContextBuilder, ContextAnswer>(context => context.GatherAsync(generator.Question(i + 1).Text, new("work"), null, stop)));
    await MeasureAsync("analyze_context of a thread", callers, i => desk.RunAsync<ContextAnalyst, ContextAnalysis>(analyst => analyst.AnalyseAsync(desk.Threads[i % desk.Threads.Count], null, "work", "rules", false, null, stop)));
}

return 0;

EmailWish Wish(int i, bool times) => new()
{
    Wish = $"accept, and tell them about {generator.Question(i + 1).Text}",
    Thread = desk.Threads[i % desk.Threads.Count],
    Facts = ["The room is B12."],
    Offer = times ? new(30) : null,
    Account = "work",
};

async Task MeasureAsync<T>(string name, int callers, Func<int, Task<T>> run)
{
    for (var i = 0; i < 20; i++)
        await run(i);
    var times = new double[calls];
    var next = -1;
    await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
    {
        for (var number = Interlocked.Increment(ref next); number < calls; number = Interlocked.Increment(ref next))
        {
            var started = Stopwatch.GetTimestamp();
            await run(number + 20);
            times[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    })));
    Array.Sort(times);
    Console.WriteLine($"{name}, {callers} caller{(callers == 1 ? "" : "s")}: p50 {times[calls / 2]:0.0} ms, p95 {times[calls * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms");
}

int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
