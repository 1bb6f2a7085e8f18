using Assistant.Server.Commands;
using Assistant.Tools.Models;

namespace Assistant.Server.Tests;

public sealed class WriterSettingsTests
{
    [Fact]
    public void Nothing_set_is_the_clients_model_where_it_is_lent_and_rules()
    {
        var settings = Read();
        Assert.Equal([WritingWay.Sampling, WritingWay.Service, WritingWay.Rules], settings.Order);
        Assert.Null(settings.Chat);
        Assert.Null(settings.TokensPerDay);
        Assert.Equal(TimeSpan.FromHours(1), settings.Kept);
    }

    [Fact]
    public void What_is_set_is_read_and_the_key_is_shown_nowhere()
    {
        var settings = Read(
            ("ASSISTANT_CHAT_URL", "http://localhost:11434/v1"), ("ASSISTANT_CHAT_MODEL", "llama"), ("ASSISTANT_CHAT_KEY", "secret-key"), ("ASSISTANT_CHAT_TIMEOUT", "5"),
            ("ASSISTANT_CHAT_TOKENS_PER_DAY", "20000"), ("ASSISTANT_WRITER", "service, Client"), ("ASSISTANT_WRITER_REMEMBERS", "10"));
        Assert.Equal(("llama", "secret-key", TimeSpan.FromSeconds(5)), (settings.Chat!.Model, settings.Chat.Key, settings.Chat.Timeout));
        Assert.Equal([WritingWay.Service, WritingWay.Client], settings.Order);
        Assert.Equal((20_000L, TimeSpan.FromMinutes(10)), (settings.TokensPerDay, settings.Kept));
        Assert.DoesNotContain("secret-key", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASSISTANT_WRITER", "gpt", "write client, sampling, service and rules")]
    [InlineData("ASSISTANT_WRITER", "1", "write client, sampling, service and rules")]
    [InlineData("ASSISTANT_CHAT_URL", "http://example.com/v1", "give an https address")]
    [InlineData("ASSISTANT_CHAT_URL", "https://example.com/v1", "name the model")]
    [InlineData("ASSISTANT_CHAT_TOKENS_PER_DAY", "many", "give a whole number above zero")]
    public void What_is_wrong_is_named_with_what_to_write(string name, string value, string expected)
    {
        var failure = Assert.Throws<CliException>(() => Read((name, value)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    private static WritingSettings Read(params (string Name, string Value)[] variables) =>
        WriterSettings.Read(new(name => variables.FirstOrDefault(variable => variable.Name == name).Value));
}
