using Assistant.Server.Documentation;
using Assistant.Tests.Shared;

namespace Assistant.Server.Tests;

public class GeneratedPagesTests
{
    public static TheoryData<string> Names => [.. GeneratedPages.All().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_generated_page_is_as_the_program_would_write_it_now(string name)
    {
        var written = File.ReadAllText(Path.Combine(Repository.Root, "docs", name)).ReplaceLineEndings("\n");

        Assert.True(GeneratedPages.All()[name] == written, $"docs/{name} is out of date: run 'dotnet run --project src/McpServer -- docs generate'.");
    }
}
