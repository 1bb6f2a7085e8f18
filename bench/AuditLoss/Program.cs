// Usage: AuditLoss ASSISTANT [ROUNDS]. See ../README.md.
using System.Globalization;
using Assistant.Bench.AuditLoss;
using Assistant.Bench.Common;

if (args.Length is < 1 or > 2)
{
    await Console.Error.WriteLineAsync("Usage: AuditLoss ASSISTANT [ROUNDS]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var allowed = TimeSpan.FromSeconds(1);
using var folder = new ScratchFolder();
var shipped = await ShippedServer.PrepareAsync(args[0], folder.Path);
var reached = true;

Console.WriteLine("| killed after | calls answered | in the audit log | lost | oldest lost call was answered before the kill by |");
Console.WriteLine("|---:|---:|---:|---:|---:|");
for (var round = 0; round < rounds; round++)
{
    var before = await AuditTable.CountAsync(shipped);
    var run = await KilledRun.DoAsync(shipped, CancellationToken.None);
    var kept = await AuditTable.CountAsync(shipped) - before;
    var age = run.AgeOfOldestLost(kept);
    reached &= age <= allowed;
    Console.WriteLine($"| {run.KilledAfter.TotalMilliseconds:0} ms | {run.Answered.Count} | {kept} | {Math.Max(0, run.Answered.Count - kept)} | {age.TotalMilliseconds:0} ms |");
}

Console.WriteLine($"\nTarget: nothing answered more than {allowed.TotalSeconds:0} s before the kill is lost: {(reached ? "reached" : "MISSED")}.");
return reached ? 0 : 1;
