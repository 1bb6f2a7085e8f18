namespace Assistant.Tools.Tests.Google;

public sealed class DefinitionTests
{
    private const int CoreTokens = 2_500;

    [Fact]
    public void The_core_tools_cost_little()
    {
        var core = ToolCatalogue.Create(["core"]).Tools;
        Assert.Equal(9, core.Count);
        Assert.True(core.Sum(tool => tool.Tokens) <= CoreTokens, string.Join(", ", core.Select(tool => $"{tool.Name} {tool.Tokens}")));
    }
}
