using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Primitives;

public sealed class ResourceTests
{
    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task Profile_mail_and_event_are_listed_and_read(Era era)
    {
        await using var stage = await Stage.SetAsync();
        foreach (var wire in (IWire[])[stage.OverHttp(stage.Bruno, era), stage.OverStdio(stage.Bruno, era)])
        {
            var resources = (await wire.AnswerAsync("resources/list"))["resources"]!.AsArray();
            Assert.Equal(["assistant://conversations", "assistant://profile", "assistant://templates"], resources.Select(resource => (string?)resource!["uri"]));
            var templates = (await wire.AnswerAsync("resources/templates/list"))["resourceTemplates"]!.AsArray();
            Assert.Equal(
                [
                    "assistant://conversations/{conversation}", "assistant://style/{account}", "assistant://templates/{template}", "calendar://{account}/event/{calendar}/{id}", "calendar://{account}/upcoming", "gmail://{account}/inbox", "gmail://{account}/message/{id}", "gmail://{account}/message/{id}/part/{part}", "gmail://{account}/message/{id}/raw", "gmail://{account}/sent",
                ],
                templates.Select(template => (string?)template!["uriTemplate"]));

            var profile = await ReadAsync(wire, "assistant://profile");
            Assert.Contains("User: bruno", profile, StringComparison.Ordinal);
            Assert.Contains(SmallWorld.Bruno, profile, StringComparison.Ordinal);
            Assert.DoesNotContain(SmallWorld.Ada, profile, StringComparison.Ordinal);

            var found = await wire.ResultAsync("gmail_search", new JsonObject { ["max_results"] = 1 });
            var mail = await ReadAsync(wire, $"gmail://work/message/{found["messages"]![0]!["id"]}");
            Assert.Contains(SmallWorld.Canary(SmallWorld.Bruno), mail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Era.Stateless, "bruno@dune.example")]
    [InlineData(Era.Stateless, "bruno%40dune.example")]
    [InlineData(Era.Stateless, "primary")]
    [InlineData(Era.Session, "bruno@dune.example")]
    [InlineData(Era.Session, "bruno%40dune.example")]
    [InlineData(Era.Session, "primary")]
    public async Task An_event_is_read_however_its_calendar_is_written(Era era, string calendar)
    {
        await using var stage = await Stage.SetAsync();

        var read = await ReadAsync(stage.OverHttp(stage.Bruno, era), $"calendar://work/event/{calendar}/{SmallWorld.EventId(SmallWorld.Bruno)}");

        Assert.Contains(SmallWorld.Marker(SmallWorld.Bruno), read, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(IWire wire, string uri)
    {
        var content = (await wire.AnswerAsync("resources/read", new JsonObject { ["uri"] = uri }))["contents"]!.AsArray().Single()!;
        Assert.Equal(uri, (string?)content["uri"]);
        Assert.Equal("text/plain", (string?)content["mimeType"]);
        return (string)content["text"]!;
    }
}
