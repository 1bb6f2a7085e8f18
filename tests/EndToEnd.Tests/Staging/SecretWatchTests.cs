using Assistant.Tests.Shared;
using Microsoft.Extensions.Logging;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>What every stage's end relies on.</summary>
public sealed class SecretWatchTests
{
    private const string Token = "ya29.0123456789012345678901234567890123456789";
    private const string Canary = "canaryofada";

    private readonly SecretWatch _watch = new("client-secret", [Canary]);

    [Theory]
    [InlineData(Token)]
    [InlineData("1//0gCgYIARAAGBASNwF123456789012345678901234567890")]
    [InlineData("4/0AeanS0abcdefghijabcdefghijabcdefghijabcdefghij123")]
    [InlineData("asst_0123456789012345678901234567890123456789012345678")]
    [InlineData("client-secret")]
    [InlineData(Canary)]
    public void A_secret_in_a_log_line_is_found(string secret)
    {
        _watch.Log.CreateLogger("Assistant").Log(LogLevel.Debug, new EventId(), secret, null, (text, _) => $"something {text} else");

        Assert.Single(_watch.InWords());
    }

    [Fact]
    public void A_mail_may_be_in_its_owners_answer_and_neither_in_anybody_elses_nor_in_an_error()
    {
        _watch.Answered("Ada", $$"""{"result":"{{Canary}}"}""", [Canary]);
        Assert.Empty(_watch.InWords());

        _watch.Answered("Bruno", $$"""{"result":"{{Canary}}"}""", []);
        Assert.Single(_watch.InWords());

        _watch.Answered("Ada", $$"""{"error":"{{Canary}}"}""", [Canary]);
        Assert.Equal(2, _watch.InWords().Count());
    }

    [Fact]
    public async Task A_secret_between_the_bytes_of_a_file_is_found_and_so_is_the_master_key()
    {
        using var folder = new TemporaryFolder();
        var key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());
        await File.WriteAllTextAsync(folder.File("master.key"), key, Stage.Stop);
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(data, "clean"), [1, 2, 3], Stage.Stop);
        Assert.Empty(_watch.InFiles(data, folder.File("master.key")));

        await File.WriteAllBytesAsync(Path.Combine(data, "token"), [0xFF, 0x00, .. System.Text.Encoding.ASCII.GetBytes(Token), 0x00], Stage.Stop);
        await File.WriteAllBytesAsync(Path.Combine(data, "raw"), [0xFF, .. Convert.FromBase64String(key)], Stage.Stop);

        Assert.Equal(2, _watch.InFiles(data, folder.File("master.key")).Count());
    }
}
