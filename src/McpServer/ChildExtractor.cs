using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assistant.Retrieval.Text.Files;
using Assistant.Server.Commands;
using Assistant.Tools;
using Assistant.Tools.Gmail.Files;

namespace Assistant.Server;

/// <summary>
/// Opens PDF and Office files in a process of its own: a hostile one can at worst end that. It has a limit of time and memory, gets no secret, and only
/// two run at once.
/// </summary>
internal sealed class ChildExtractor(TimeProvider time) : IFileExtractor, IDisposable
{
    private const int LargestFile = 30_000_000;
    private const long HeapBytes = 768L * 1024 * 1024;

    /// <summary>What a .NET process needs of its parent's environment to start.</summary>
    private static readonly string[] Passed = ["PATH", "HOME", "DOTNET_ROOT", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _running = new(2);

    public async Task<string> ExtractAsync(FileKind kind, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length > LargestFile)
            throw new ToolFailure("too_large", $"The file has {content.Length} bytes; text is taken out of {LargestFile} at most.");
        await _running.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(kind, content, cancellationToken);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    private async Task<string> RunAsync(FileKind kind, byte[] content, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var process = Process.Start(StartOf(kind)) ?? throw new ToolFailure("extraction_failed", "The file could not be opened.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            await FeedAsync(process, content, either.Token);
            await process.WaitForExitAsync(either.Token);
            var (text, said) = (await output, await errors);
            return process.ExitCode switch
            {
                ExitCode.Ok => text,
                // One line, made for people, of our own command.
                ExitCode.Failed when said.Trim() is { Length: > 0 and < 200 } reason => throw new ToolFailure("extraction_failed", $"No text could be taken out of the file: {reason}"),
                _ => throw new ToolFailure("extraction_failed", "No text could be taken out of the file: opening it took more memory than is allowed, or failed."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolFailure("extraction_failed", $"No text could be taken out of the file within {Patience.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task FeedAsync(Process process, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(content, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says why.
        }
    }

    private static ProcessStartInfo StartOf(FileKind kind)
    {
        var start = new ProcessStartInfo(SelfCommand.Current.Command, [.. SelfCommand.Current.Arguments, ExtractCommand.Name, kind.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => !Passed.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapBytes.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
