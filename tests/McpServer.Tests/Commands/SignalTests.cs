using System.Diagnostics;
using System.Globalization;

namespace Assistant.Server.Tests.Commands;

/// <summary>The built program as a process of its own, and Ctrl-C.</summary>
public sealed class SignalTests(EnrolledCli enrolled) : IClassFixture<EnrolledCli>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CliFixture _cli = enrolled.Cli;

    [Theory]
    [InlineData("The sandbox serves at http://127.0.0.1:", "sandbox", "--port", "0")]
    [InlineData("Serving http://127.0.0.1:", "serve", "--http", "http://127.0.0.1:0", "--sandbox", "http://127.0.0.1:1")]
    public async Task Ctrl_C_is_how_a_server_ends(string announcement, params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send on Windows.");
        using var process = Start(args);
        var said = await FindAsync(announcement.StartsWith("Serving", StringComparison.Ordinal) ? process.StandardError : process.StandardOutput, announcement);

        Assert.DoesNotContain(":0/", said, StringComparison.Ordinal);
        await InterruptAsync(process);

        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_stdio_server_whose_client_is_still_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send on Windows.");
        using var process = Start("serve", "--stdio", "--user", "ada", "--sandbox", _cli.Address);
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"""
            + """ "clientInfo":{"name":"test","version":"1"}}}""");
        await FindAsync(process.StandardOutput, "\"serverInfo\"");

        await InterruptAsync(process);

        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "assistant.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _cli.Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<string> FindAsync(StreamReader output, string text)
    {
        while (await output.ReadLineAsync(CliFixture.Stop) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"The program ended without saying '{text}'.");
    }

    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CliFixture.Stop);
        try
        {
            await process.WaitForExitAsync(CliFixture.Stop).WaitAsync(Patience, CliFixture.Stop);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
