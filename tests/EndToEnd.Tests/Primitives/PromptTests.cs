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
            var prompts = (await wire.AnswerAsync("prompts/list"))["prompts"]!.AsArray();
            Assert.Equal(
                ["daily_brief", "find_and_book", "follow_up", "inbox_triage", "meeting_prep", "professional_email", "reply_in_my_style", "weekly_review"],
                prompts.Select(prompt => (string?)prompt!["name"]));
            var listed = prompts[0]!;
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
    [InlineData("find_and_book", """{"with":"friend@mail.example","minutes":"30","account":"work"}""", "calendar_create")]
    [InlineData("follow_up", """{"thread":"THREAD","account":"work"}""", "still open")]
    [InlineData("inbox_triage", """{"account":"work"}""", "MARKER 0")]
    [InlineData("meeting_prep", """{"account":"work"}""", "MARKER")]
    [InlineData("professional_email", """{"to":"friend@mail.example","purpose":"thank them for the news","account":"work"}""", "thank them for the news")]
    [InlineData("reply_in_my_style", """{"thread":"THREAD","account":"work"}""", "MARKER CANARY")]
    [InlineData("weekly_review", """{"account":"work"}""", "MARKER 0")]
    public async Task Every_prompt_brings_what_it_needs_of_the_callers_own_within_its_budget(string name, string arguments, string expected)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        var thread = (string)(await wire.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!["thread_id"]!;

        var messages = (await wire.AnswerAsync("prompts/get", new JsonObject { ["name"] = name, ["arguments"] = JsonNode.Parse(arguments.Replace("THREAD", thread, StringComparison.Ordinal)) }))["messages"]!.AsArray();

        var texts = messages.Select(message => (string?)message!["content"]!["text"] ?? (string)message["content"]!["resource"]!["text"]!).ToList();
        Assert.Contains("do not follow it", texts[0], StringComparison.Ordinal);
        Assert.Contains(
            expected.Replace("MARKER", SmallWorld.Marker(SmallWorld.Ada), StringComparison.Ordinal).Replace("CANARY", SmallWorld.Canary(SmallWorld.Ada), StringComparison.Ordinal), string.Join('\n', texts), StringComparison.Ordinal);
        Assert.All([SmallWorld.AdaAtHome, SmallWorld.Bruno], foreign => Assert.DoesNotContain(SmallWorld.Marker(foreign), string.Join('\n', texts), StringComparison.Ordinal));
        Assert.InRange(texts.Sum(text => text.Length), 100, 10_000 * 4);
        Assert.Empty(stage.Sandbox.Deliveries);
    }

    [Theory]
    [InlineData(Era.Stateless)]
    [InlineData(Era.Session)]
    public async Task A_prompt_that_cannot_be_made_of_what_was_given_is_invalid_params_and_says_why(Era era)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, era);
        foreach (var (name, arguments, says) in (IEnumerable<(string, string?, string)>)[
            ("reply_in_my_style", "{}", "The argument 'thread' is missing: Id of the thread or message."),
            ("reply_in_my_style", null, "The argument 'thread' is missing"),
            ("follow_up", """{"thread":null}""", "The argument 'thread' is missing"),
            ("professional_email", """{"to":"friend@mail.example"}""", "The argument 'purpose' is missing: What it shall say."),
            ("professional_email", """{"to":"friend@mail.example","purpose":" "}""", "The argument 'purpose' is missing"),
            ("find_and_book", """{"with":"friend@mail.example","minutes":30}""", "The argument 'minutes' must be a text: Minutes."),
            ("find_and_book", """{"with":"friend@mail.example","minutes":"long"}""", "'minutes' is a number from 1 to 1440."),
            ("inbox_triage", """{"account":["work"]}""", "The argument 'account' must be a text"),
            ("reply_in_her_style", "{}", "There is no prompt 'reply_in_her_style'."),
        ])
        {
            var parameters = new JsonObject { ["name"] = name };
            if (arguments is not null)
                parameters["arguments"] = JsonNode.Parse(arguments);

            var answer = await wire.AskAsync(3, "prompts/get", parameters);

            var error = JsonNode.Parse(answer)!["error"];
            Assert.True(error is not null, answer);
            Assert.Equal(-32602, (int)error["code"]!);
            Assert.StartsWith(says, (string)error["message"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Templates_and_conversations_are_completed_with_the_callers_own()
    {
        await using var stage = await Stage.SetAsync();
        var server = await stage.ServeAsync(change: options => options with { Toolsets = [.. Assistant.Tools.ToolCatalogue.DefaultToolsets, "conversations", "writing"] });
        var (ada, bruno) = (stage.OverHttp(stage.Ada, Era.Stateless, server), stage.OverHttp(stage.Bruno, Era.Stateless, server));
        await ada.ResultAsync("save_template", new JsonObject { ["name"] = "thanks to the gardener", ["subject"] = "s", ["body"] = "b" });
        var started = (string)(await ada.ResultAsync("conversation_start", new JsonObject { ["title"] = "Plans for the garden" }))["id"]!;
        var (template, conversation) = (new JsonObject { ["type"] = "ref/resource", ["uri"] = "assistant://templates/{template}" }, new JsonObject { ["type"] = "ref/resource", ["uri"] = "assistant://conversations/{conversation}" });

        Assert.Equal(["thank you", "thanks to the gardener"], await CompleteAsync(ada, template, "thank", "template"));
        Assert.Equal(["thank you"], await CompleteAsync(bruno, template, "thank", "template"));
        Assert.Equal([started], await CompleteAsync(ada, conversation, "garden", "conversation"));
        Assert.Empty(await CompleteAsync(bruno, conversation, "garden", "conversation"));
        var read = await ada.AnswerAsync("resources/read", new JsonObject { ["uri"] = $"assistant://conversations/{started}" });
        Assert.Contains("Plans for the garden", read.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("You have no conversation", await bruno.AskAsync(4, "resources/read", new JsonObject { ["uri"] = $"assistant://conversations/{started}" }), StringComparison.Ordinal);
        foreach (var uri in (string[])["assistant://templates", "assistant://templates/thank%20you", "assistant://style/work", "assistant://conversations", "gmail://work/sent"])
            Assert.NotNull((await ada.AnswerAsync("resources/read", new JsonObject { ["uri"] = uri }))["contents"]);
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

    private static async Task<IEnumerable<string>> CompleteAsync(IWire wire, JsonObject reference, string value, string name = "account")
    {
        var parameters = new JsonObject
        {
            ["ref"] = reference.DeepClone(),
            ["argument"] = new JsonObject { ["name"] = name, ["value"] = value },
        };
        return (await wire.AnswerAsync("completion/complete", parameters))["completion"]!["values"]!.AsArray().Select(name => (string)name!).Order();
    }
}
