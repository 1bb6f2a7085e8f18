using System.Text.Json;

namespace Assistant.Server.Tests.Commands;

/// <summary>How a command line ended.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public override string ToString() => $"Exit code {ExitCode}\nStandard output:\n{Out}\nStandard error:\n{Error}";

    public CliResult Succeeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>Failed with one line that says <paramref name="expected"/>, and nothing on standard output.</summary>
    public CliResult Failed(int exitCode, string expected)
    {
        Assert.True(ExitCode == exitCode, ToString());
        Assert.Contains(expected, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.Equal("", Out);
        return this;
    }

    /// <summary>Exit code 1, with <paramref name="expected"/> on either stream.</summary>
    public CliResult Failing(string expected)
    {
        Assert.True(ExitCode == 1, ToString());
        Assert.Contains(expected, Out + Error, StringComparison.Ordinal);
        return this;
    }

    public CliResult Says(string expected)
    {
        Assert.Contains(expected, Out, StringComparison.Ordinal);
        return this;
    }
}
