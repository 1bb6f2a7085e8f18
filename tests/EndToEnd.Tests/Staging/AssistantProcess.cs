using System.Collections.Concurrent;
using System.Diagnostics;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);

/// <summary>The built program in a process of its own.</summary>
internal sealed class AssistantProcess : IAsyncDisposable
{
    /// <summary>Far beyond what any command takes: a hung one fails its test instead of the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly Task _reading;

    private AssistantProcess(Process process)
    {
        _process = process;
        _reading = ReadErrorsAsync();
    }

    public event Action<string>? ErrorReceived;

    /// <summary>Beside the tests' own assembly: the build puts it there.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "assistant.exe" : "assistant");

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    public static AssistantProcess Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new AssistantProcess(Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start."));
    }

    /// <summary>Closes its input and waits for its end.</summary>
    public async Task<CommandResult> FinishAsync()
    {
        Input.Close();
        var output = await Output.ReadToEndAsync(Stage.Stop).WaitAsync(Patience, Stage.Stop);
        return new CommandResult(await EndAsync(), output, string.Join('\n', _errors));
    }

    /// <summary>The exit code, once it has ended by itself.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Stage.Stop).WaitAsync(Patience, Stage.Stop);
        await _reading;
        return _process.ExitCode;
    }

    /// <summary>Without any chance to tidy up (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Stage.Stop).WaitAsync(Patience, Stage.Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
        await _reading;
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _errors.Enqueue(line);
            ErrorReceived?.Invoke(line);
        }
    }
}
