using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Sending;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Calendars;

/// <summary>Nobody is told of an event, and nothing shows in their calendar, before the person agreed.</summary>
public sealed class CalendarAgreementTests
{
    /// <summary>As a model reads it: without the escapes of the wire.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Invitation => new()
    {
        ["account"] = "work",
        ["title"] = "Planning",
        ["start"] = TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd'T'10:00", CultureInfo.InvariantCulture),
        ["attendees"] = new JsonArray(SmallWorld.Bruno, "eve@stranger.example"),
    };

    [Fact]
    public async Task A_client_that_cannot_ask_reaches_nobody_with_any_tool_until_the_person_approves()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless, await stage.ServeAsync(change: options => options with { Toolsets = ["core", "mail", "calendar", "calendar_more"] }));
        var waiting = await wire.ResultAsync("calendar_create", Invitation);
        Assert.Equal("waiting", (string?)waiting["state"]);
        Assert.Empty(stage.Sandbox.Notices);

        var approved = await stage.RunAsync("outbox", "approve", (string)waiting["outbox_id"]!, "--yes", "--user", "ada");
        Assert.True(approved.ExitCode == 0, approved.Errors + approved.Output);
        Assert.Equal("invitation", Assert.Single(stage.Sandbox.Notices).Kind);
        var id = (string)(await wire.ResultAsync("calendar_create", Invitation))["id"]!;
        var before = stage.Sandbox.FindEvent(SmallWorld.Bruno, id)!.ToJsonString();
        var club = (string)(await wire.ResultAsync("calendar_create_calendar", new() { ["account"] = "work", ["name"] = "Club" }))["id"]!;

        JsonObject Of(params (string Name, string Value)[] arguments)
        {
            var call = new JsonObject { ["account"] = "work" };
            foreach (var (name, value) in arguments)
                call[name] = value;
            return call;
        }

        (string Tool, JsonObject Arguments)[] calls =
        [
            ("calendar_update", Of(("event_id", id), ("title", "Other"))), ("calendar_update", Of(("event_id", id), ("start", "in 5 days at 11:00"), ("notify", "none"))),
            ("calendar_delete", Of(("event_id", id))), ("calendar_delete", Of(("event_id", id), ("notify", "none"))), ("calendar_move", Of(("event_id", id), ("to_calendar", "Club"))),
            ("calendar_share", Of(("calendar", club), ("with", "eve@stranger.example"), ("role", "reader"))), ("calendar_delete_calendar", Of(("calendar", club))),
            ("calendar_create_many", new() { ["account"] = "work", ["events"] = new JsonArray(new JsonObject { ["title"] = "A", ["start"] = "in 2 days", ["attendees"] = new JsonArray(SmallWorld.Bruno) }) }),
        ];
        foreach (var (tool, arguments) in calls)
            Assert.Equal("waiting", (string?)(await wire.ResultAsync(tool, arguments))["state"]);
        var undo = (await wire.ResultAsync("change_undo", new() { ["undo_id"] = await ChangeAsync(stage) })).ToJsonString();
        Assert.Contains("Nothing happened yet", undo, StringComparison.Ordinal);
        var answer = await stage.OverHttp(stage.Bruno, Era.Stateless).ResultAsync("calendar_respond", new() { ["event_id"] = id, ["response"] = "declined", ["comment"] = "Sorry" });
        Assert.Equal("waiting", (string?)answer["state"]);

        Assert.Single(stage.Sandbox.Notices);
        Assert.Equal(before, stage.Sandbox.FindEvent(SmallWorld.Bruno, id)!.ToJsonString());
    }

    /// <summary>The journal's id of the invitation.</summary>
    private static async Task<string> ChangeAsync(Stage stage)
    {
        var server = await stage.ServeAsync(change: options => options with { Toolsets = ["mail_more"] });
        var changes = await stage.OverHttp(stage.Ada, Era.Stateless, server).ResultAsync("change_list");
        return (string)changes["changes"]!.AsArray().Single(change => ((string)change!["done"]!).Contains("Planning", StringComparison.Ordinal))!["id"]!;
    }

    [Fact]
    public async Task After_a_yes_the_invitations_leave_once_however_often_the_answer_comes()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.Asking(stage.Ada);
        var arguments = Invitation;
        var question = await wire.QuestionAsync(arguments, "calendar_create");
        var card = (string)question["inputRequests"]!["agreement"]!["params"]!["message"]!;

        Assert.Contains("eve@stranger.example", card, StringComparison.Ordinal);
        Assert.Contains("You have never written to eve@stranger.example", card, StringComparison.Ordinal);
        Assert.Empty(stage.Sandbox.Notices);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wire.AnswerAsync(arguments, question.State(), tool: "calendar_create")));

        Assert.All(answers, answer => Assert.Equal("sent", Letters.StateOf(answer)));
        Assert.Single(answers.Select(answer => (string?)JsonNode.Parse(answer)!["result"]!["structuredContent"]!["id"]).Distinct());
        Assert.Single(stage.Sandbox.Notices);
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("cancel")]
    public async Task After_a_no_nobody_is_told(string action)
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.Asking(stage.Ada);
        var arguments = Invitation;
        var question = await wire.QuestionAsync(arguments, "calendar_create");

        await wire.AnswerAsync(arguments, question.State(), action, "calendar_create");
        await wire.AnswerAsync(arguments, question.State(), tool: "calendar_create");

        Assert.Empty(stage.Sandbox.Notices);
        Assert.DoesNotContain("Planning", (await stage.OverHttp(stage.Bruno, Era.Stateless).ResultAsync("calendar_list_events")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_events_are_answered_within_the_budget_page_by_page()
    {
        await using var stage = await Stage.SetAsync();
        var start = TimeProvider.System.GetUtcNow().AddDays(30);
        for (var i = 0; i < 500; i++)
        {
            stage.Sandbox.PutEvent(SmallWorld.Ada, new JsonObject
            {
                ["id"] = $"many{i:D4}",
                ["summary"] = $"Number {i} with a title of some length",
                ["location"] = "A room in a building",
                ["start"] = new JsonObject { ["dateTime"] = $"{start.AddMinutes(20 * i):yyyy-MM-dd'T'HH:mm:ss}Z" },
                ["end"] = new JsonObject { ["dateTime"] = $"{start.AddMinutes(20 * i + 15):yyyy-MM-dd'T'HH:mm:ss}Z" },
            });
        }

        var (wire, seen, cursor) = (stage.OverHttp(stage.Ada, Era.Stateless), new HashSet<string>(), (string?)null);
        do
        {
            var text = await wire.CallAsync(1, "calendar_list_events", new JsonObject
            {
                ["account"] = "work",
                ["time_min"] = $"{start:yyyy-MM-dd}",
                ["time_max"] = $"{start.AddDays(10):yyyy-MM-dd}",
                ["max_results"] = 250,
                ["cursor"] = cursor,
            });
            var whole = JsonNode.Parse(text)!["result"]!;
            Assert.InRange(whole.ToJsonString(Plain).Length, 1, 4_000 * 4);
            var result = whole["structuredContent"]!;
            Assert.All(result["events"]!.AsArray().Select(one => (string)one!["id"]!).Where(id => id.StartsWith("many", StringComparison.Ordinal)), id => Assert.True(seen.Add(id)));
            cursor = (string?)result["next_cursor"];
        }
        while (cursor is not null);

        Assert.Equal(500, seen.Count);
    }
}
