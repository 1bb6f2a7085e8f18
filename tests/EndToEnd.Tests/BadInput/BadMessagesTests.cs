using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.BadInput;

/// <summary>Each kind of bad input has a clear message of its own, over every transport, and the next good call is answered.</summary>
public sealed class BadMessagesTests
{
    private static readonly Dictionary<string, (byte[] Body, string Says)> Unreadable = new()
    {
        ["malformed JSON"] = (Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","id":3,"method":"""), "not well-formed JSON"),
        ["nested too deeply"] = (
            Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","id":3,"method":"tools/list","params":""" + new string('[', 5000) + new string(']', 5000) + "}"),
            "nested deeper than 64 levels"),
        ["invalid UTF-8"] = (
            [.. "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/list\",\"params\":{\"x\":\""u8, 0xFF, 0xC0, .. "\"}}"u8],
            "not well-formed JSON"),
        ["a batch"] = (Encoding.UTF8.GetBytes("""[{"jsonrpc":"2.0","id":3,"method":"tools/list"}]"""), "Batches are not supported"),
        ["no message"] = (Encoding.UTF8.GetBytes("""{"hello":"there"}"""), "no JSON-RPC 2.0 request"),
        ["a number"] = (Encoding.UTF8.GetBytes("42"), "no JSON-RPC 2.0 request"),
    };

    private static readonly (string Tool, JsonObject Arguments, string Says)[] BadCalls =
    [
        ("gmail_search", new() { ["max_results"] = "many" }, "The argument 'max_results'"),
        ("gmail_search", new() { ["max_results"] = 1000 }, "The argument 'max_results'"),
        ("gmail_read", new() { ["ids"] = "one" }, "The argument 'ids'"),
        ("gmail_read", new() { ["ids"] = new JsonArray() }, "The argument 'ids'"),
        ("gmail_read", new(), "The argument 'ids' is missing"),
        ("gmail_read", new() { ["ids"] = new JsonArray("1"), ["format"] = "pdf", ["account"] = "work" }, "The argument 'format'"),
        ("gmail_search", new() { ["surprise"] = true }, "There is no argument 'surprise'"),
        ("gmail_search", new() { ["account"] = "nobody" }, "There is no account 'nobody'"),
        ("gmail_read", new() { ["ids"] = new JsonArray("1") }, "Say which account"),
        ("calendar_list_events", new() { ["time_min"] = "soon" }, "'time_min' is not understood"),
        ("gmail_search", new() { ["cursor"] = "%%%" }, "This cursor does not belong"),
        ("gmail_read", new() { ["ids"] = new JsonArray("../../../etc/passwd"), ["account"] = "work" }, "There is no message"),
    ];

    public static TheoryData<string> Kinds => [.. Unreadable.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_body_that_is_no_message_is_refused_over_HTTP(string kind)
    {
        await using var stage = await Stage.SetAsync();
        foreach (var era in Enum.GetValues<Era>())
        {
            var wire = stage.OverHttp(stage.Ada, era);
            using var refused = await wire.PostAsync(Unreadable[kind].Body, "tools/list", session: await wire.SessionAsync());

            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(Unreadable[kind].Says, await wire.ReadAsync(refused), StringComparison.Ordinal);
            await wire.ResultAsync("account_list");
        }
    }

    [Fact]
    public async Task A_line_that_is_no_message_is_refused_over_stdio()
    {
        await using var stage = await Stage.SetAsync();
        using var wire = stage.OverStdio(stage.Ada, Era.Session);
        foreach (var (kind, (body, says)) in Unreadable)
        {
            var answer = await wire.SendAsync("null", body);
            Assert.True(answer.Contains(says, StringComparison.Ordinal), $"{kind}: {answer}");
            await wire.ResultAsync("account_list");
        }
    }

    [Theory]
    [InlineData("HTTP", Era.Stateless)]
    [InlineData("HTTP", Era.Session)]
    [InlineData("stdio", Era.Stateless)]
    public async Task A_bad_call_is_told_what_is_wrong_and_the_next_good_one_is_answered(string transport, Era era)
    {
        await using var stage = await Stage.SetAsync();
        IWire wire = transport == "HTTP" ? stage.OverHttp(stage.Ada, era) : stage.OverStdio(stage.Ada, era);
        foreach (var (tool, arguments, says) in BadCalls)
            Assert.Contains(says, await wire.FailureAsync(tool, arguments), StringComparison.Ordinal);

        var unknown = JsonNode.Parse(await wire.CallAsync(5, "gmail_burn"))!["error"]!["message"]!.ToString();
        Assert.StartsWith("Unknown tool: 'gmail_burn'", unknown, StringComparison.Ordinal);
        Assert.Contains("-32601", await wire.AskAsync(6, "mail/burn"), StringComparison.Ordinal);
        Assert.Contains("\"error\":", await wire.AskAsync(7, "tools/call", new JsonObject { ["name"] = 7 }), StringComparison.Ordinal);
        await wire.ResultAsync("account_list");
    }

    [Fact]
    public async Task A_huge_body_is_refused_before_it_is_read_whole()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);

        using var refused = await wire.PostAsync(new byte[(8 * 1024 * 1024) + 1], "tools/list");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("larger than 8388608 bytes", await wire.ReadAsync(refused), StringComparison.Ordinal);
        await wire.ResultAsync("account_list");
    }
}
