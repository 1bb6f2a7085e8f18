using Assistant.Server.Commands;

namespace Assistant.Server.Tests;

public sealed class SearchSettingsTests
{
    [Fact]
    public void Nothing_set_is_the_embedded_model_bodies_kept_and_indexes_filled_while_serving()
    {
        var settings = SearchSettings.Read(new(_ => null));
        Assert.True(settings.InBackground && settings.KeepBodies);
        Assert.Null(settings.Embeddings);
        Assert.Null(WriterSettings.ReadConversations(new(_ => null)).Kept);
    }

    [Fact]
    public void What_is_set_is_read()
    {
        var settings = Read(
            ("ASSISTANT_INDEX", "off"), ("ASSISTANT_INDEX_BODIES", "false"), ("ASSISTANT_INDEX_EXCLUDE", " label:Private Things, from:Bank@Example.com ,from:@example.org"),
            ("ASSISTANT_EMBEDDINGS_URL", "http://127.0.0.1:11434/v1"), ("ASSISTANT_EMBEDDINGS_MODEL", "nomic"), ("ASSISTANT_EMBEDDINGS_DIMENSIONS", "256"),
            ("ASSISTANT_EMBEDDINGS_PRICE", "0.02"), ("ASSISTANT_INDEX_HNSW_ABOVE", "5000"));
        Assert.False(settings.InBackground || settings.KeepBodies);
        Assert.Equal(["Private Things"], settings.Exclusions.Labels);
        Assert.Equal(["@example.org", "bank@example.com"], settings.Exclusions.Senders);
        Assert.Equal(("nomic", 256, 0.02m, null), (settings.Embeddings!.Model, settings.Embeddings.Dimensions, settings.Embeddings.PricePerMillion, settings.Embeddings.Key));
        Assert.Equal(5_000, settings.GraphAbove);
        Assert.Equal(TimeSpan.FromDays(30), WriterSettings.ReadConversations(new(name => name == "ASSISTANT_CONVERSATION_DAYS" ? "30" : null)).Kept);
    }

    [Theory]
    [InlineData("ASSISTANT_INDEX_EXCLUDE", "Private", "write label:NAME, from:ADDRESS or from:@DOMAIN")]
    [InlineData("ASSISTANT_INDEX_EXCLUDE", "from:somebody", "write label:NAME")]
    [InlineData("ASSISTANT_EMBEDDINGS_URL", "http://example.com/v1", "give an https address")]
    [InlineData("ASSISTANT_EMBEDDINGS_URL", "https://example.com/v1", "name the model")]
    [InlineData("ASSISTANT_INDEX_HNSW_ABOVE", "-3", "give a whole number above zero")]
    public void What_is_wrong_is_named_with_what_to_write(string name, string value, string expected)
    {
        var failure = Assert.Throws<CliException>(() => Read((name, value)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("ASSISTANT_", failure.Message, StringComparison.Ordinal);
    }

    private static SearchSettings Read(params (string Name, string Value)[] variables) =>
        SearchSettings.Read(new(name => variables.FirstOrDefault(variable => variable.Name == name).Value));
}
