using System.Diagnostics;
using System.Globalization;
using Assistant.Tools.Tests.Fuzzing;

// Gives every reader of other people's input a million inputs (or as many as the first argument says), beginning with a seed (second argument). An input
// that ends a reader with anything but its own refusal is printed with the seed that makes it again, and the exit code is 1.
var inputs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var failures = 0;
var each = inputs / FuzzTarget.All.Count;
foreach (var target in FuzzTarget.All)
{
    var (slowest, slowestSeed, started) = (TimeSpan.Zero, 0, Stopwatch.GetTimestamp());
    var gate = new Lock();
    Parallel.For(first, first + each, seed =>
    {
        var input = new Mutations(seed, target.Pieces).Next();
        var begun = Stopwatch.GetTimestamp();
        try
        {
            target.Run(input);
        }
        catch (Exception failure)
        {
            Interlocked.Increment(ref failures);
            Console.WriteLine($"FAIL {target.Name}, seed {seed}: {failure.GetType().Name}: {failure.Message}");
        }

        var took = Stopwatch.GetElapsedTime(begun);
        lock (gate)
        {
            if (took > slowest)
                (slowest, slowestSeed) = (took, seed);
        }
    });
    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{target.Name}: {each} inputs in {seconds:0.0} s ({each / seconds:0}/s), slowest {slowest.TotalMilliseconds:0} ms (seed {slowestSeed})"));
}

Console.WriteLine($"{failures} failures");
return failures == 0 ? 0 : 1;
