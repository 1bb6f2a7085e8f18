// Usage: Throughput ASSISTANT BARE_SERVER [ROUNDS] [SECONDS]. See ../README.md.
using System.Globalization;
using System.Text.Json;
using Assistant.Bench.Common;
using Assistant.Bench.Throughput;

const int Connections = 32;
const double Target = 0.5;

if (args.Length is < 2 or > 4)
{
    await Console.Error.WriteLineAsync("Usage: Throughput ASSISTANT BARE_SERVER [ROUNDS] [SECONDS]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
var duration = TimeSpan.FromSeconds(args.Length > 3 ? double.Parse(args[3], CultureInfo.InvariantCulture) : 3);
var stop = CancellationToken.None;

using var folder = new ScratchFolder();
var (sandbox, messageId) = await Mailbox.StartAsync(stop);
await using var google = sandbox;
var shipped = await ShippedServer.PrepareAsync(args[0], folder.Path);
await shipped.CommandLine.LoginAsync(ShippedServer.User, Mailbox.Address, sandbox.BaseAddress, stop);
using var catalogue = JsonDocument.Parse(await shipped.CommandLine.RunAsync("tools", "--json"));
await using var server = await shipped.StartAsync(sandbox.BaseAddress, stop);
await using var bareServer = await ServerProcess.StartAsync(Path.GetFullPath(args[1]), address => [address.OriginalString], new Dictionary<string, string>(), stop);

var time = new Load("current_time, authenticated and audited", server, shipped.Key, "current_time", """{"time_zone":"Europe/Berlin"}""");
var bare = new Load("current_time, bare SDK server", bareServer, null, "current_time", """{"time_zone":"Europe/Berlin"}""");
List<Load> loads = [time, bare];
if (catalogue.RootElement.GetRawText().Contains("\"gmail_read\"", StringComparison.Ordinal))
    loads.Insert(1, new Load("gmail_read of a 3 KB mail, authenticated and audited", server, shipped.Key, "gmail_read", $$"""{"ids":["{{messageId}}"]}"""));

var measured = loads.SelectMany(load => Era.All.Select(era => (load, era))).ToDictionary(pair => pair, _ => new List<Round>());
for (var round = 0; round <= rounds; round++)
{
    // The order turns round by round, so that none always has the quiet or the warm moment; the first round warms up.
    foreach (var era in round % 2 == 0 ? Era.All : Era.All.Reverse())
    {
        foreach (var load in round % 2 == 0 ? loads : loads.AsEnumerable().Reverse())
        {
            var result = await load.RunAsync(era, Connections, duration, stop);
            if (round > 0)
                measured[(load, era)].Add(result);
        }
    }
}

Console.WriteLine($"{Environment.ProcessorCount} processors shared with the load, {Connections} connections, median of {rounds} rounds of {duration.TotalSeconds:0.#} s\n");
Console.WriteLine("| Calls over HTTP | era | calls/s | slowest - fastest round | p50 | p95 | p99 | server CPU per call |");
Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
foreach (var ((load, era), results) in measured)
{
    var median = Round.Median(results);
    var (slowest, fastest) = (results.Min(one => one.Rate), results.Max(one => one.Rate));
    Console.WriteLine(
        $"| {load.Name} | {era.Version} | {median.Rate:0} | {slowest:0} - {fastest:0} | {median.P50.TotalMilliseconds:0.0} ms | {median.P95.TotalMilliseconds:0.0} ms "
        + $"| {median.P99.TotalMilliseconds:0.0} ms | {median.ProcessorTime.TotalMicroseconds:0} us |");
}

var reached = true;
Console.WriteLine();
foreach (var era in Era.All)
{
    var ratio = Round.Median(measured[(time, era)]).Rate / Round.Median(measured[(bare, era)]).Rate;
    reached &= ratio >= Target;
    Console.WriteLine($"{era.Version}: current_time at {ratio:0.00} of the bare server's rate (target: at least {Target:0.0})");
}

Console.WriteLine($"The sandbox answered {sandbox.Requests.Count} requests, {sandbox.Violations.Count} of them against Google's description.");
return reached ? 0 : 1;
