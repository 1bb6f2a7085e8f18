using System.CommandLine;
using System.Security.Cryptography;
using Assistant.Server.Commands;
using Assistant.Server.GoogleLogin;
using Microsoft.Data.Sqlite;

namespace Assistant.Server.Tests.Commands;

public sealed class DoctorTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();

    public ValueTask InitializeAsync() => _cli.InitializeAsync();

    public ValueTask DisposeAsync() => _cli.DisposeAsync();

    [Fact]
    public async Task Everything_that_has_to_work_is_looked_at()
    {
        await _cli.EnrolAsync();

        var findings = (await _cli.RunAsync("doctor", "--json")).Succeeded().Json.EnumerateArray().ToList();

        Assert.Equal(
            ["data folder", "configuration", "SQLite", "database", "master key", "key ring", "users", "OAuth client", "Google", "clock", "ada/work"],
            findings.Select(finding => finding.GetProperty("what").GetString()));
        Assert.All(findings, finding => Assert.Equal("ok", finding.GetProperty("grade").GetString()));
        (await _cli.RunAsync("doctor")).Succeeded().Says("1 key(s); opens the data key of every user");
        Assert.Empty(Directory.GetFiles(_cli.DataFolder, ".doctor*"));
    }

    [Fact]
    public async Task Another_master_key_is_told_and_not_used()
    {
        await _cli.EnrolAsync();
        _cli.Variables["ASSISTANT_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

        (await _cli.RunAsync("doctor")).Failing("The master key from the environment is not the one that protects");
    }

    [Fact]
    public async Task A_data_key_that_the_ring_does_not_open_fails_and_names_its_user()
    {
        await _cli.EnrolAsync();
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_cli.DataFolder, "assistant.db")};Pooling=False"))
        {
            database.Open();
            using var damage = new SqliteCommand("UPDATE data_keys SET wrapped = zeroblob(150)", database);
            Assert.Equal(1, damage.ExecuteNonQuery());
        }

        (await _cli.RunAsync("doctor")).Failing("does not open the data key of ada");
    }

    [Fact]
    public async Task A_missing_OAuth_client_is_a_warning_until_there_are_accounts()
    {
        var warning = Assert.Single(await ExamineWithoutClientAsync(), finding => finding.What == "OAuth client");
        Assert.Equal(Grade.Warn, warning.Grade);
        Assert.Contains(OAuthClientConfiguration.FileName, warning.Says, StringComparison.Ordinal);

        await _cli.EnrolAsync();
        Assert.Contains(await ExamineWithoutClientAsync(), finding => finding is { Grade: Grade.Fail, What: "OAuth client" });
    }

    [Fact]
    public async Task An_account_that_needs_a_new_login_fails_with_what_to_type()
    {
        await _cli.EnrolAsync();
        _cli.Sandbox.RevokeGrant(CliFixture.Ada);

        (await _cli.RunAsync("doctor")).Failing("assistant login --user ada --account work");
    }

    [Fact]
    public async Task A_folder_that_others_can_read_is_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        (await _cli.RunAsync("users", "list")).Succeeded();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_cli.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        (await _cli.RunAsync("doctor")).Succeeded().Says($"chmod 700 '{_cli.DataFolder}'");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_fails()
    {
        await File.WriteAllTextAsync(_cli.DataFolder, "a file", CliFixture.Stop);

        (await _cli.RunAsync("doctor")).Failing($"{_cli.DataFolder} is not there and could not be made");
    }

    [Fact]
    public async Task Google_out_of_reach_fails()
    {
        await _cli.Sandbox.DisposeAsync();

        (await _cli.RunAsync("doctor")).Failing("cannot be reached");
    }

    [Theory]
    [InlineData(0, Grade.Ok)]
    [InlineData(59, Grade.Ok)]
    [InlineData(-61, Grade.Fail)]
    [InlineData(3600, Grade.Fail)]
    public void A_clock_that_is_off_by_more_than_a_minute_fails(int seconds, object grade)
    {
        var now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(grade, Examination.Clock(now.AddSeconds(seconds), now).Grade);
    }

    [Fact]
    public void An_answer_without_a_date_is_a_warning() =>
        Assert.Equal(Grade.Warn, Examination.Clock(null, DateTimeOffset.UnixEpoch).Grade);

    /// <summary>As against Google itself, which knows no client of its own.</summary>
    private async Task<IReadOnlyList<Finding>> ExamineWithoutClientAsync()
    {
        var common = new CommonOptions(new CliConsole(TextReader.Null, TextWriter.Null, TextWriter.Null, name => _cli.Variables.GetValueOrDefault(name)));
        var root = new RootCommand { common.Data, common.User, common.Sandbox, common.Json };
        await using var context = new CliContext(common, root.Parse(["--sandbox", _cli.Address]));
        context.Options = context.Options with { OAuthClient = null };
        return await Examination.RunAsync(context, CliFixture.Stop);
    }
}
