using System.Diagnostics;
using Assistant.GoogleSandbox;

namespace Assistant.Bench.Common;

/// <summary>The published <c>assistant</c> with folders of its own, driven as a person would drive it.</summary>
public sealed class CommandLine(string executable, string folder)
{
    public string Executable => executable;

    public string DataFolder { get; } = Path.Combine(folder, "data");

    public IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string> { ["ASSISTANT_CONFIG"] = Path.Combine(folder, "config") };

    /// <returns>What the command printed.</returns>
    public async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        return await EndAsync(process, await process.StandardOutput.ReadToEndAsync());
    }

    /// <summary>Connects a mailbox of the sandbox, going through its consent page.</summary>
    public async Task LoginAsync(string user, string email, Uri sandbox, CancellationToken cancellationToken)
    {
        using var process = Start(["login", "--no-browser", "--user", user, "--account", "work", "--sandbox", sandbox.AbsoluteUri]);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!Uri.TryCreate(line.Trim(), UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttp)
                continue;
            var landed = await GoogleSandboxHost.AllowAsync(page, email, scopes: null, cancellationToken);
            await process.StandardInput.WriteLineAsync(landed.AbsoluteUri);
            process.StandardInput.Close();
            break;
        }

        await EndAsync(process, await process.StandardOutput.ReadToEndAsync(cancellationToken));
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(executable, [.. arguments, "--data", DataFolder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
    }

    private async Task<string> EndAsync(Process process, string output)
    {
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{executable} {string.Join(' ', process.StartInfo.ArgumentList)}' ended with code {process.ExitCode}.");
    }
}
