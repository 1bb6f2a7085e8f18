using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Primitives;

public sealed class PromptTests
{
    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task The_daily_brief_is_listed_and_brings_the_callers_day_and_mail_alone(Era era)
    {
        await using var stage = await Stage.SetAsync();
        foreach (var wire in (IWire[])[stage.OverHttp(stage.Bruno, era), stage.OverStdio(stage.Bruno, era)])
        {
            var listed = (await wire.AnswerAsync("prompts/list"))["prompts"]!.AsArray().Single()!;
            Assert.Equal("daily_brief", (string?)listed["name"]);
            Assert.Equal(["account", "date"], listed["arguments"]!.AsArray().Select(argument => (string?)argument!["name"]));

            var brief = await BriefAsync(wire);

            var (events, mail) = Halves(brief);
            Assert.Contains(SmallWorld.EventId(SmallWorld.Bruno), events, StringComparison.Ordinal);
            Assert.Contains($"{SmallWorld.Marker(SmallWorld.Bruno)} 0", mail, StringComparison.Ordinal);
            Assert.DoesNotContain($"{SmallWorld.Marker(SmallWorld.Bruno)} 1", mail, StringComparison.Ordinal);
            Assert.DoesNotContain(SmallWorld.Marker(SmallWorld.Ada), brief, StringComparison.Ordinal);
            Assert.DoesNotContain(SmallWorld.Marker(SmallWorld.AdaAtHome), brief, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task The_daily_brief_covers_all_accounts_or_the_one_that_is_named(Era era)
    {
        await using var stage = await Stage.SetAsync();
        var ada = stage.OverHttp(stage.Ada, era);

        var all = await BriefAsync(ada);
        var one = await BriefAsync(ada, "home");

        Assert.All([SmallWorld.Ada, SmallWorld.AdaAtHome], email => Assert.Contains($"{SmallWorld.Marker(email)} 0", Halves(all).Mail, StringComparison.Ordinal));
        Assert.Contains(SmallWorld.EventId(SmallWorld.AdaAtHome), Halves(one).Events, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallWorld.Marker(SmallWorld.Ada), one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task Account_is_completed_with_the_callers_own_nicknames(Era era)
    {
        await using var stage = await Stage.SetAsync();
        var (ada, bruno) = (stage.OverHttp(stage.Ada, era), stage.OverHttp(stage.Bruno, era));
        foreach (var reference in (JsonObject[])[
            new() { ["type"] = "ref/prompt", ["name"] = "daily_brief" },
            new() { ["type"] = "ref/resource", ["uri"] = "gmail://{account}/message/{id}" }])
        {
            Assert.Equal(["home", "work"], await CompleteAsync(ada, reference, ""));
            Assert.Equal(["home"], await CompleteAsync(ada, reference, "h"));
            Assert.Equal(["work"], await CompleteAsync(bruno, reference, ""));
            Assert.Empty(await CompleteAsync(bruno, reference, "h"));
        }
    }

    private static async Task<string> BriefAsync(IWire wire, string? account = null)
    {
        var arguments = account is null ? [] : new JsonObject { ["account"] = account };
        var answer = await wire.AnswerAsync("prompts/get", new JsonObject { ["name"] = "daily_brief", ["arguments"] = arguments });
        return (string)answer["messages"]!.AsArray().Single()!["content"]!["text"]!;
    }

    private static (string Events, string Mail) Halves(string brief) =>
        brief.Split("# Unread important mail") is [var events, var mail] ? (events, mail) : throw new ArgumentException(brief, nameof(brief));

    private static async Task<IEnumerable<string>> CompleteAsync(IWire wire, JsonObject reference, string value)
    {
        var parameters = new JsonObject
        {
            ["ref"] = reference.DeepClone(),
            ["argument"] = new JsonObject { ["name"] = "account", ["value"] = value },
        };
        return (await wire.AnswerAsync("completion/complete", parameters))["completion"]!["values"]!.AsArray().Select(name => (string)name!).Order();
    }
}
