using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Isolation;

public sealed class ReusedIdTests
{
    [Theory]
    [InlineData(Era.Session)]
    [InlineData(Era.Stateless)]
    public async Task An_id_may_be_used_again_as_soon_as_it_was_answered(Era era)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverStdio(stage.Ada, era);

        for (var call = 0; call < 200; call++)
            Assert.NotNull(await wire.AskAsync(7, "tools/list", new JsonObject()));
    }
}
