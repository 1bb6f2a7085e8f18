using System.Diagnostics;

namespace Assistant.Tools.Tests.Fuzzing;

public sealed class FuzzTests
{
    private const int Inputs = 20_000;
    private const int Seed = 20261125;

    /// <summary>Far beyond the readers' own time limit: only what hangs takes longer.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Names => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_input_ends_a_reader_or_keeps_it_for_ever(string name)
    {
        var target = FuzzTarget.All.Single(one => one.Name == name);
        for (var i = 0; i < Inputs; i++)
        {
            var input = new Mutations(Seed + i, target.Pieces).Next();
            var started = Stopwatch.GetTimestamp();
            var problem = Record.Exception(() => target.Run(input));
            Assert.True(problem is null, $"{name}, seed {Seed + i}: {problem}");
            Assert.True(Stopwatch.GetElapsedTime(started) < Deadline, $"{name}, seed {Seed + i} took {Stopwatch.GetElapsedTime(started)}");
        }
    }
}
