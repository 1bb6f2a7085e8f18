using System.Text.Json;
using ModelContextProtocol;

namespace Assistant.Tools.Tests;

public class CatalogueTests
{
    private static readonly ToolCatalogue Catalogue = ToolCatalogue.Create();

    public static TheoryData<string> Names => [.. Catalogue.Tools.Select(tool => tool.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tool_says_its_title_all_four_hints_and_its_output(string name)
    {
        var tool = Catalogue.Find(name)!.Protocol;
        TestContext.Current.TestOutputHelper!.WriteLine(JsonSerializer.Serialize(tool, McpJsonUtilities.DefaultOptions));

        Assert.False(string.IsNullOrWhiteSpace(tool.Title));
        Assert.False(string.IsNullOrWhiteSpace(tool.Description));
        Assert.NotNull(tool.Annotations?.ReadOnlyHint);
        Assert.NotNull(tool.Annotations.DestructiveHint);
        Assert.NotNull(tool.Annotations.IdempotentHint);
        Assert.NotNull(tool.Annotations.OpenWorldHint);
        Assert.Equal("object", tool.OutputSchema?.GetProperty("type").GetString());
    }
}
