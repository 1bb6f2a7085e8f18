namespace Assistant.Tools.Tests.Google;

public sealed class DefinitionTests
{
    private const int CoreTokens = 2_500;

    [Fact]
    public void The_core_tools_cost_little()
    {
        var core = ToolCatalogue.Create().Choose(["core"]).Tools;
        Assert.Equal(9, core.Count);
        foreach (var tool in core)
            TestContext.Current.TestOutputHelper!.WriteLine($"{tool.Name} {tool.Tokens}");
        Assert.InRange(core.Sum(tool => tool.Tokens), 1, CoreTokens);
    }
}
