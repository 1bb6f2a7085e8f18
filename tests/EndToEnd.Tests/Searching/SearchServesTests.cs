using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.Tools;

namespace Assistant.EndToEnd.Tests.Searching;

/// <summary>A server with the toolset keeps the indexes of all its people, and gives each their own; no file has a word of anybody's mail (the stage looks).</summary>
public sealed class SearchServesTests
{
    [Theory]
    [MemberData(nameof(Stage.Databases), MemberType = typeof(Stage))]
    public async Task Indexes_are_filled_while_serving_and_everybody_finds_their_own(bool onPostgres)
    {
        await using var stage = await Stage.SetAsync(onPostgres: onPostgres);
        var server = await stage.ServeAsync(change: options => options with { Toolsets = [.. ToolCatalogue.DefaultToolsets, "search", "conversations"] });
        foreach (var person in (StagePerson[])[stage.Ada, stage.Bruno])
        {
            var wire = stage.OverHttp(person, Era.Session, server);
            await Deadline.UntilAsync(
                async () => (await wire.ResultAsync("index_status"))["accounts"]!.AsArray().All(account => (bool)account!["mail_complete"]! && account["up_to_date"] is not null), "the index is complete");
            var mail = (await wire.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!;
            var found = await wire.ResultAsync("search", new JsonObject { ["query"] = (string)mail["subject"]!, ["account"] = "work" });
            Assert.Contains(found["hits"]!.AsArray(), hit => (string)hit!["title"]! == (string)mail["subject"]!);
            Assert.NotEmpty((await wire.ResultAsync("find_similar", new JsonObject { ["id"] = (string)found["hits"]![0]!["id"]! }))["hits"]!.AsArray());
            Assert.NotEmpty((await wire.ResultAsync("retrieve_context", new JsonObject { ["question"] = (string)mail["subject"]! }))["passages"]!.AsArray());
            var started = await wire.ResultAsync("conversation_start", new JsonObject
            {
                ["title"] = "Plans",
                ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["text"] = $"{person.Name} plans a zeppelin" }),
            });
            var said = await wire.ResultAsync("search", new JsonObject { ["query"] = "zeppelin", ["kind"] = "conversation" });
            Assert.Equal((string)started["id"]!, (string)Assert.Single(said["hits"]!.AsArray())!["thread"]!);
        }

        var other = stage.OverHttp(stage.Bruno, Era.Stateless, server);
        var hers = await stage.OverHttp(stage.Ada, Era.Stateless, server).ResultAsync("conversation_list");
        Assert.Contains("You have no conversation", await other.FailureAsync("conversation_get", new JsonObject { ["id"] = (string)hers["conversations"]![0]!["id"]! }), StringComparison.Ordinal);
    }
}
