using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Budgets;

/// <summary>Sizes in tokens of four characters, of the very bytes that a client gets.</summary>
public sealed class BudgetTests
{
    private const int CharactersPerToken = 4;
    private const int DefaultTokens = 4_000;

    [Theory]
    [InlineData("core", 2_500)]
    [InlineData("core,mail", 6_000)]
    [InlineData("core,mail,calendar", 8_000)]
    [InlineData("calendar_more", 4_000)]
    [InlineData("mail_settings", 4_000)]
    [InlineData("mail_more", 4_000)]
    public async Task The_tools_as_listed_keep_to_the_budget_of_their_toolsets(string toolsets, int most)
    {
        await using var stage = await Stage.SetAsync();
        var server = await stage.ServeAsync(change: options => options with { Toolsets = toolsets.Split(',') });

        var tools = JsonNode.Parse(await stage.OverHttp(stage.Ada, Era.Stateless, server).AskAsync(1, "tools/list"))!["result"]!["tools"]!.AsArray();

        Assert.NotEmpty(tools);
        Assert.All(tools, tool => Assert.NotNull(tool!["outputSchema"]));
        Assert.InRange(tools.ToJsonString().Length / CharactersPerToken, 1, most);
    }

    [Fact]
    public async Task A_newsletter_of_270_KB_is_read_in_pieces_to_its_last_word()
    {
        await using var stage = await Stage.SetAsync();
        const int paragraphs = 900;
        var html = new StringBuilder("<html><head><style>p { color: #333333 }</style></head><body>");
        for (var i = 0; i < paragraphs; i++)
        {
            html.Append("<table role=\"presentation\" width=\"100%\"><tr><td style=\"padding:8px;font-family:Arial,sans-serif\">\n")
                .Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0\">Paragraph number-{i}-here of the newsletter, with <b>bold</b> words ")
                .Append(CultureInfo.InvariantCulture, $"and a <a href=\"https://news.example/{i}\">link</a>. ")
                .Append("Some more words follow so that it has the size of a real one.</p></td></tr></table>\n");
        }

        html.Append("</body></html>");
        Assert.InRange(html.Length, 270_000, 400_000);
        var now = TimeProvider.System.GetUtcNow();
        var id = stage.Sandbox.Deliver(SmallWorld.Ada, SmallWorld.Mail(SmallWorld.Ada, "newsletter", now, html.ToString(), "text/html"));

        var texts = await ReadToTheEndAsync(stage, "gmail_read", new JsonObject { ["ids"] = new JsonArray(id), ["account"] = "work" });

        var whole = string.Concat(texts);
        Assert.All(Enumerable.Range(0, paragraphs), i => Assert.Contains($"number-{i}-here", whole, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_of_200_mails_is_read_in_pieces_to_its_last_mail()
    {
        await using var stage = await Stage.SetAsync();
        const int mails = 200;
        var start = TimeProvider.System.GetUtcNow().AddDays(-2);
        for (var i = 0; i < mails; i++)
        {
            var body = $"Mail number-{i}-here. " + string.Join(' ', Enumerable.Repeat("We talk about the same thing again.", 12));
            stage.Sandbox.Deliver(SmallWorld.Ada, SmallWorld.Mail(
                SmallWorld.Ada, $"talk-{i}", start.AddMinutes(i), body, answers: i == 0 ? null : $"talk-{i - 1}", subject: i == 0 ? "Talk" : "Re: Talk"));
        }

        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        var found = await wire.ResultAsync("gmail_search", new JsonObject { ["query"] = "subject:talk", ["account"] = "work", ["max_results"] = 1 });
        var thread = (string)found["messages"]![0]!["thread_id"]!;
        var texts = await ReadToTheEndAsync(stage, "gmail_read_thread", new JsonObject { ["thread_id"] = thread, ["account"] = "work" });

        var whole = string.Concat(texts);
        Assert.All(Enumerable.Range(0, mails), i => Assert.Contains($"number-{i}-here", whole, StringComparison.Ordinal));
    }

    /// <summary>The bodies of all pieces; each result, whole, fits the default budget.</summary>
    private static async Task<IReadOnlyList<string>> ReadToTheEndAsync(Stage stage, string tool, JsonObject arguments)
    {
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        var texts = new List<string>();
        for (string? cursor = null; texts.Count == 0 || cursor is not null;)
        {
            var question = arguments.DeepClone().AsObject();
            if (cursor is not null)
                question["cursor"] = cursor;
            var answer = await wire.CallAsync(1, tool, question);
            var result = JsonNode.Parse(answer)!["result"]!;
            Assert.InRange(result.ToJsonString(Plain).Length, 1, DefaultTokens * CharactersPerToken);
            texts.AddRange(result["structuredContent"]!["messages"]!.AsArray().Select(mail => (string)mail!["body"]!));
            cursor = (string?)result["structuredContent"]!["next_cursor"];
            Assert.True(texts.Count < 2_000, "It never ends.");
        }

        Assert.True(texts.Count > 1);
        return texts;
    }

    /// <summary>Without escapes that JSON does not ask for.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
