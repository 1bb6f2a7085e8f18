namespace Assistant.Bench.Common;

/// <summary>A folder that goes with the benchmark.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assistant-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
