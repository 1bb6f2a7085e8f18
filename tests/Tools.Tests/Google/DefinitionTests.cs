using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Tests.Google;

public sealed class DefinitionTests
{
    private const int CoreTokens = 2_500;
    private const int DefaultTokens = 8_000;
    private const int OptionalTokens = 4_000;

    private static readonly ToolCatalogue Catalogue = ToolCatalogue.Create();

    public static TheoryData<string> Names => [.. Catalogue.Tools.Select(tool => tool.Name)];

    public static TheoryData<string> OptionalToolsets => [.. Catalogue.Toolsets.Except(ToolCatalogue.DefaultToolsets)];

    [Fact]
    public void The_core_tools_cost_little()
    {
        var core = ToolCatalogue.Create(["core"]).Tools;
        Assert.Equal(9, core.Count);
        CostAtMost(CoreTokens, core);
    }

    [Fact]
    public void The_default_toolsets_together_cost_little() => CostAtMost(DefaultTokens, ToolCatalogue.Create(ToolCatalogue.DefaultToolsets).Tools);

    [Fact]
    public void Creating_and_changing_events_together_cost_little() =>
        CostAtMost(1_500, [.. Catalogue.Tools.Where(tool => tool.Name is "calendar_create" or "calendar_update")]);

    [Theory]
    [MemberData(nameof(OptionalToolsets))]
    public void An_optional_toolset_costs_little(string toolset) => CostAtMost(OptionalTokens, ToolCatalogue.Create([toolset]).Tools);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tool_that_changes_something_needs_more_than_the_level_read_and_one_that_reads_does_not(string name)
    {
        var tool = Catalogue.Find(name)!;
        if (tool.IsReadOnly)
            Assert.Equal(PermissionLevel.Read, tool.Level);
        else
            Assert.True(tool.Level > PermissionLevel.Read, $"{name} changes something and lacks [NeedsLevel].");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tool_that_only_reads_destroys_nothing(string name)
    {
        var hints = Catalogue.Find(name)!.Protocol.Annotations!;
        Assert.False(hints.ReadOnlyHint is true && hints.DestructiveHint is true);
    }

    /// <summary>One tool has one set of hints: an argument that chooses what the tool does would mix them.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_argument_chooses_between_reading_and_destroying(string name)
    {
        var schema = Catalogue.Find(name)!.Protocol.InputSchema;
        foreach (var argument in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [])
        {
            Assert.DoesNotContain(argument.Name, new[] { "action", "operation", "method", "command", "mode" });
            string[] choices = argument.Value.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => $"{value}")] : [];
            Assert.False(
                choices.Any(choice => choice is "get" or "list" or "read" or "show") && choices.Any(choice => choice is "delete" or "remove" or "create" or "update"),
                $"{name}.{argument.Name} chooses between reading and changing.");
        }
    }

    [Fact]
    public async Task Every_tool_class_finds_what_it_needs()
    {
        await using var place = await Workplace.OpenAsync();
        var classes = typeof(ToolCatalogue).Assembly.GetTypes().Where(type => type.IsDefined(typeof(ToolsetAttribute), inherit: false)).ToList();

        Assert.NotEmpty(classes);
        foreach (var one in classes)
            Assert.NotNull(await place.AsAsync<IServiceProvider, object>("ann", services => Task.FromResult(ActivatorUtilities.CreateInstance(services, one))));
    }

    private static void CostAtMost(int tokens, IReadOnlyList<ToolDefinition> tools)
    {
        var costs = $"{tools.Sum(tool => tool.Tokens)}: {string.Join(", ", tools.Select(tool => $"{tool.Name} {tool.Tokens}"))}";
        TestContext.Current.TestOutputHelper!.WriteLine(costs);
        Assert.True(tools.Sum(tool => tool.Tokens) <= tokens, costs);
    }
}
