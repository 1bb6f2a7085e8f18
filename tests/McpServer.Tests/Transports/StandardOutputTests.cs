using System.Diagnostics;
using System.Text.Json.Nodes;
using Assistant.Server.Tests.Commands;

namespace Assistant.Server.Tests.Transports;

/// <summary>The built program as a process of its own: a client reads its standard output line by line.</summary>
public sealed class StandardOutputTests(EnrolledCli enrolled) : IClassFixture<EnrolledCli>
{
    private readonly CliFixture _cli = enrolled.Cli;

    [Fact]
    public async Task Every_line_on_standard_output_is_JSON_RPC_also_while_an_error_is_logged()
    {
        (await _cli.RunAsync("users", "add", "leaver")).Succeeded();
        using var process = Start("serve", "--stdio", "--user", "leaver", "--sandbox", _cli.Address);
        var logged = process.StandardError.ReadToEndAsync(CliFixture.Stop);

        string?[] answers =
        [
            await AskAsync(process, "this is not json"),
            await AskAsync(process, Messages.Initialize(1, "2025-11-25")),
            await AskAsync(process, Messages.Request(2, "tools/list")),
            await AskAsync(process, Messages.Call(3, "account_list")),
            await AskAsync(process, Messages.Call(4, "no_such_tool")),
        ];
        (await _cli.RunAsync("users", "remove", "leaver", "--yes")).Succeeded();
        var rest = await process.StandardOutput.ReadToEndAsync(CliFixture.Stop);
        await process.WaitForExitAsync(CliFixture.Stop);

        Assert.Contains("'leaver' does not exist or was removed", await logged, StringComparison.Ordinal);
        Assert.All([.. answers, .. rest.Split('\n', StringSplitOptions.RemoveEmptyEntries)], line => Assert.Equal("2.0", (string?)JsonNode.Parse(line!)!["jsonrpc"]));
    }

    private static async Task<string?> AskAsync(Process process, string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await process.StandardOutput.ReadLineAsync(CliFixture.Stop);
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
}
