using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Pipeline;

namespace Assistant.GoogleSandbox.Tests.Pipeline;

public sealed class FieldMaskTests
{
    private const string Sample = """{"a":1,"b":{"c":2,"d":3},"e":[{"c":4,"f":{"g":5,"h":6}},{"c":7}]}""";

    [Theory]
    [InlineData("a", """{"a":1}""")]
    [InlineData("b/c", """{"b":{"c":2}}""")]
    [InlineData("a,b(c,d)", """{"a":1,"b":{"c":2,"d":3}}""")]
    [InlineData("e(c,f/h)", """{"e":[{"c":4,"f":{"h":6}},{"c":7}]}""")]
    [InlineData("e/f/g", """{"e":[{"f":{"g":5}},{}]}""")]
    [InlineData("*", Sample)]
    [InlineData("*/c", """{"a":1,"b":{"c":2},"e":[{"c":4},{"c":7}]}""")]
    [InlineData("e/*", """{"e":[{"c":4,"f":{"g":5,"h":6}},{"c":7}]}""")]
    [InlineData("b,b/c", """{"b":{"c":2,"d":3}}""")]
    [InlineData("z", "{}")]
    public void A_mask_keeps_what_it_names(string mask, string expected)
        => Assert.Equal(expected, FieldMask.Parse(mask).Apply(JsonNode.Parse(Sample))!.ToJsonString());

    [Fact]
    public async Task A_partial_response_has_only_the_fields_asked()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Mine", "text"));
        sandbox.As(SmallWorld.Ada);

        var list = await sandbox.GmailAsync("messages?fields=messages/id,resultSizeEstimate");

        Assert.Equal(["messages", "resultSizeEstimate"], list.Select(pair => pair.Key));
        Assert.Equal(["id"], list["messages"]![0]!.AsObject().Select(pair => pair.Key));
    }
}
