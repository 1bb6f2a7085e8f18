using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Runtime.InteropServices;
using Assistant.Retrieval.Vectors;

namespace Assistant.Bench.SearchSpeed;

/// <summary>What a scan of all vectors costs, against only reading the same bytes from the same mapped file.</summary>
internal static class ScanBench
{
    private const int Documents = 100_000;
    private const int Dimensions = 384;
    private const int Rounds = 41;

    public static void Run(string folder)
    {
        var path = Path.Combine(folder, "vectors-bench.bin");
        var random = new Random(1);
        VectorFile.Append(path, Dimensions, 0, Blocks(random));
        using var file = VectorFile.Open(path, Dimensions, 0);
        using var map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        var question = Vector(random);
        var (scans, reads, cosines, sum) = (new double[Rounds], new double[Rounds], new float[Documents + 1], 0UL);
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            file.Scan(question, null, cosines);
            scans[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            sum += Read(view);
            reads[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(scans);
        Array.Sort(reads);
        var (scan, read) = (scans[Rounds / 2], reads[Rounds / 2]);
        Console.WriteLine($"scan of {Documents:N0} x {Dimensions}: {scan:0.00} ms; reading the same {view.Capacity >> 20} MB: {read:0.00} ms; {scan / read:0.00} times (sum {sum % 10})");
    }

    private static IEnumerable<VectorBlock> Blocks(Random random)
    {
        for (var first = 1; first <= Documents; first += VectorBlock.Rows)
        {
            var block = new VectorBlock(Dimensions);
            for (var ordinal = first; ordinal < first + VectorBlock.Rows && ordinal <= Documents; ordinal++)
                block.Add(ordinal, Vector(random));
            yield return block;
        }
    }

    private static sbyte[] Vector(Random random)
    {
        var vector = new sbyte[Dimensions];
        random.NextBytes(MemoryMarshal.AsBytes(vector.AsSpan()));
        return vector;
    }

    private static unsafe ulong Read(MemoryMappedViewAccessor view)
    {
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        try
        {
            var sum = Vector<ulong>.Zero;
            foreach (var part in MemoryMarshal.Cast<byte, Vector<ulong>>(new ReadOnlySpan<byte>(pointer, (int)view.Capacity)))
                sum += part;
            return System.Numerics.Vector.Sum(sum);
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }
}
