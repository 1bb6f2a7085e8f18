using System.Security.Cryptography;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Tokens;

public sealed class MasterKeyTests
{
    [Theory]
    [InlineData("--stdio")]
    [InlineData("--http")]
    public async Task A_wrong_master_key_stops_the_start_with_a_clear_message_and_changes_nothing(string transport)
    {
        await using var stage = await Stage.SetAsync();
        string[] command = transport == "--http" ? ["serve", "--http", "http://127.0.0.1:0"] : ["serve", "--stdio", "--user", "ada"];
        var wrong = new Dictionary<string, string> { ["ASSISTANT_MASTER_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };

        var refused = await stage.Start(wrong, command).FinishAsync();

        Assert.Equal(1, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.Contains("is not the one that protects", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("Restore the key file", refused.Errors, StringComparison.Ordinal);
        await stage.OverStdio(stage.Ada, Era.Stateless).ResultAsync("gmail_search");
    }
}
