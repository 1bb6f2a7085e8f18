using Assistant.Server.Documentation;

namespace Assistant.Server.Tests.Commands;

public sealed class UsageTests(CliFixture cli) : IClassFixture<CliFixture>
{
    [Fact]
    public async Task No_command_at_all_prints_the_help_and_one_clear_line()
    {
        var result = await cli.RunBareAsync();

        Assert.Equal(2, result.ExitCode);
        result.Says("First steps:").Says("login").Says("doctor");
        Assert.Equal("No command was given: choose one of these.", result.Error.TrimEnd());
    }

    [Fact]
    public async Task Help_is_no_failure() => (await cli.RunBareAsync("keys", "create", "--help")).Succeeded().Says("--read-only").Says("Make a key.");

    [Theory]
    [InlineData("lgoin")]
    [InlineData("dcotor")]
    public async Task A_command_that_is_mistyped_is_wrong_usage_with_a_suggestion(string command)
    {
        var result = await cli.RunBareAsync(command);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(command == "lgoin" ? "login" : "doctor", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("Add --help", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give either --stdio or --http URL.", "serve")]
    [InlineData("Give either --stdio or --http URL.", "serve", "--stdio", "--http", "http://127.0.0.1:0")]
    [InlineData("Unknown toolset 'all'. The toolsets are: calendar, calendar_more, conversations, core", "serve", "--http", "http://127.0.0.1:0", "--toolsets", "all")]
    [InlineData("Unknown toolset 'all'. The toolsets are: calendar, calendar_more, conversations, core", "serve", "--stdio", "--toolsets", "all")]
    [InlineData("0.0.0.0", "serve", "--http", "http://0.0.0.0:8085")]
    [InlineData("The file of --certificate cannot be used", "serve", "--http", "https://127.0.0.1:0", "--certificate", "none.pem")]
    [InlineData("--port: give a number", "sandbox", "--port", "70000")]
    [InlineData("--sandbox ftp://x: give a loopback address", "users", "list", "--sandbox", "ftp://x")]
    [InlineData("--sandbox http://example.org: give a loopback address", "users", "list", "--sandbox", "http://example.org")]
    [InlineData("Required argument missing for command: 'add'.", "users", "add")]
    [InlineData("Required command was not provided.", "users")]
    public async Task Wrong_usage_is_exit_code_2_with_what_to_do(string says, params string[] args) =>
        (await cli.RunBareAsync(args)).Failed(2, says);

    [Fact]
    public async Task Documentation_is_written_where_it_is_asked_for()
    {
        var folder = Directory.CreateDirectory(Path.Combine(cli.ConfigurationFolder, "docs"));

        (await cli.RunBareAsync("docs", "generate", folder.FullName)).Succeeded();

        foreach (var (name, text) in GeneratedPages.All())
            Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(folder.FullName, name), CliFixture.Stop));
        (await cli.RunBareAsync("docs", "generate", Path.Combine(folder.FullName, "none"))).Failed(2, "There is no folder");
    }

    [Fact]
    public async Task A_master_key_that_is_none_is_one_clear_line()
    {
        cli.Variables["ASSISTANT_MASTER_KEY"] = "too short";
        var failed = await cli.RunAsync("users", "add", "zoe");
        cli.Variables.Remove("ASSISTANT_MASTER_KEY");

        Assert.Single(failed.Failed(1, "The master key from the environment is not the base64 of 32 bytes").Error.TrimEnd().Split('\n'));
    }
}
