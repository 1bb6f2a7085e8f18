using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Assistant.Server.Tests.Transports;
using Assistant.TokenStore;
using Assistant.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Tests.Filters;

public class FilterTests
{
    private static readonly Caller Ada = new("u-ada", "ada", Grants.All, "key-1");

    private static Task<FilteredServer> StartAsync(Caller? caller = null, params GoogleAccount[] accounts) =>
        FilteredServer.StartAsync([typeof(FixtureTools)], caller ?? Ada, accounts);

    [Fact]
    public async Task A_call_is_audited_with_who_what_and_how_it_ended()
    {
        await using var server = await StartAsync();

        await CallAsync(server, "fixture_echo", new() { ["text"] = "a secret of Ada" });

        var entry = Assert.Single(server.Audit.Entries);
        Assert.Equal(("u-ada", "key-1", "fixture_echo", "ok"), (entry.UserId, entry.KeyId, entry.Action, entry.Outcome));
        Assert.DoesNotContain("secret", entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_call_records_on_its_way_is_joined_with_it_by_its_trace()
    {
        await using var server = await StartAsync();

        var first = TextOf(await CallAsync(server, "fixture_trace"));
        var second = TextOf(await CallAsync(server, "fixture_trace"));

        Assert.NotEqual(first, second);
        Assert.Equal([first, second], server.Audit.Entries.Select(entry => entry.CorrelationId));
    }

    [Fact]
    public async Task A_failure_made_for_the_model_reaches_it_word_for_word()
    {
        await using var server = await StartAsync();

        var result = await CallAsync(server, "fixture_refuse");

        Assert.True(result.IsError);
        Assert.Equal("Say please.", TextOf(result));
        Assert.Equal(("failed", "impolite"), (server.Audit.Entries[0].Outcome, server.Audit.Entries[0].Detail));
    }

    [Fact]
    public async Task An_unexpected_failure_is_one_line_with_a_correlation_id_and_its_message_reaches_neither_client_nor_log()
    {
        await using var server = await StartAsync();

        var result = await CallAsync(server, "fixture_crash");

        Assert.True(result.IsError);
        var correlationId = server.Audit.Entries[0].CorrelationId;
        Assert.Contains(correlationId, TextOf(result), StringComparison.Ordinal);
        Assert.DoesNotContain("ya29.leaked", TextOf(result), StringComparison.Ordinal);
        Assert.Contains(server.Logs.Lines, line => line.Contains(correlationId, StringComparison.Ordinal) && line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Logs.Lines, line => line.Contains("ya29.leaked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fixture_echo", "{}", "The argument 'text' is missing: a text.")]
    [InlineData("fixture_echo", """{"text":5}""", "The argument 'text' must be a text.")]
    [InlineData("fixture_echo", """{"text":"x","txet":"y"}""", "There is no argument 'txet'. The arguments are: text, times.")]
    [InlineData("fixture_echo", """{"text":"x","times":"two"}""", "The argument 'times' must be a whole number from 1 to 9.")]
    [InlineData("fixture_echo", """{"text":"x","times":10}""", "The argument 'times' must be a whole number from 1 to 9, not 10.")]
    [InlineData("fixture_limits", """{"word":""}""", "The argument 'word' must be a text of 1 to 5 characters, not 0.")]
    [InlineData("fixture_limits", """{"word":"sixsix"}""", "The argument 'word' must be a text of 1 to 5 characters, not 6.")]
    [InlineData("fixture_limits", """{"word":"x","note":"four"}""", "The argument 'note' must be a text of at most 3 characters, not 4.")]
    [InlineData("fixture_limits", """{"word":"x","colour":"green"}""", "The argument 'colour' must be one of red, blue, not 'green'.")]
    [InlineData("fixture_limits", """{"word":"x","list":["a","b","c"]}""", "The argument 'list' must be a list of at most 2, each a text, not 3.")]
    [InlineData("fixture_limits", """{"word":"x","parts":[{"name":"a"},{"name":""}]}""", "The argument 'parts[1].name' must be a text of 1 to 5 characters, not 0.")]
    [InlineData("fixture_limits", """{"word":"x","part":{"count":2}}""", "The argument 'part.name' is missing: a text of 1 to 5 characters.")]
    [InlineData("fixture_limits", """{"word":"x","part":{"name":"a","count":-3}}""", "The argument 'part.count' must be a whole number from 1 to 9, not -3.")]
    [InlineData("fixture_limits", """{"word":"x","part":{"name":"a","COUNT":-3}}""", "The argument 'part.COUNT' must be a whole number from 1 to 9, not -3.")]
    [InlineData("fixture_limits", """{"word":"x","part":{"name":"a","kind":"c"}}""", "The argument 'part.kind' must be one of a, b, not 'c'.")]
    [InlineData("fixture_limits", """{"word":"x","values":{"a":"b","c":5}}""", "The argument 'values.c' must be a text.")]
    [InlineData("fixture_refuse", """{"a":1}""", "There is no argument 'a'. This tool takes none.")]
    public async Task A_wrong_argument_is_named_with_what_is_allowed(string tool, string arguments, string message)
    {
        await using var server = await StartAsync();

        var result = await CallAsync(server, tool, System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.True(result.IsError);
        Assert.Equal(message, TextOf(result));
    }

    [Theory]
    [InlineData("""{"word":"fives","note":null,"colour":"red","list":["a","b"],"values":{"a":"b"}}""")]
    [InlineData("""{"word":"\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00","part":{"name":"a","count":null,"kind":"b"},"parts":[{"name":"a","count":9}]}""")]
    public async Task What_is_within_the_limits_passes(string arguments)
    {
        await using var server = await StartAsync();

        var result = await CallAsync(server, "fixture_limits", System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.Equal("kept", TextOf(result));
    }

    [Fact]
    public async Task A_tool_outside_the_grants_answers_as_one_that_does_not_exist()
    {
        await using var server = await StartAsync(Ada with { Grants = new Grants(PermissionLevel.Read) });

        var forbidden = await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync(server, "fixture_change"));
        var unknown = await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync(server, "fixture_chagne"));

        Assert.Equal(unknown.ErrorCode, forbidden.ErrorCode);
        Assert.Equal(unknown.Message.Replace("chagne", "change", StringComparison.Ordinal), forbidden.Message);
        Assert.DoesNotContain(await server.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken), tool => tool.Name == "fixture_change");
    }

    [Fact]
    public async Task An_unknown_tool_is_audited_without_its_name_and_echoed_shortened()
    {
        await using var server = await StartAsync();

        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync(server, new string('x', 5000)));

        Assert.Equal("tools/call", Assert.Single(server.Audit.Entries).Action);
        Assert.Contains($"'{new string('x', 64)}...'", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Message.Length < 200);
    }

    [Fact]
    public async Task A_call_that_cannot_be_audited_says_why_it_has_no_answer()
    {
        await using var server = await StartAsync();
        server.Audit.Failure = new StoreUnavailableException("The audit log is full; call again.");

        var call = await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync(server, "fixture_echo", new() { ["text"] = "x" }));
        var list = await Assert.ThrowsAsync<McpProtocolException>(() => NamesAsync(server));

        Assert.Contains("The audit log is full; call again.", call.Message, StringComparison.Ordinal);
        Assert.Contains("The audit log is full; call again.", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_ends_the_running_call_wherever_it_came_in()
    {
        using var key = new CancellationTokenSource();
        await using var server = await FilteredServer.StartAsync([typeof(WaitingTools)], new CallerLease(Ada, key.Token));
        var call = CallAsync(server, "fixture_wait");
        await server.Gate.Arrived.WaitAsync(TestContext.Current.CancellationToken);

        await key.CancelAsync();

        await server.Gate.Cancelled.WaitAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => call);
        Assert.Contains("revoked", refused.Message, StringComparison.Ordinal);
        var entry = Assert.Single(server.Audit.Entries);
        Assert.Equal(("fixture_wait", "cancelled", "revoked"), (entry.Action, entry.Outcome, entry.Detail));
    }

    [Fact]
    public async Task A_tool_is_listed_once_some_account_has_granted_its_scope()
    {
        var account = new GoogleAccount("a1", "u-ada", "work", "ada@example.com", "s", [GoogleScopes.GmailReadonly], AccountStatus.Connected, default);
        await using var without = await StartAsync();
        await using var with = await StartAsync(null, account);

        Assert.DoesNotContain("fixture_mail", await NamesAsync(without));
        Assert.Contains("fixture_mail", await NamesAsync(with));
    }

    [Fact]
    public async Task Tools_are_listed_in_a_fixed_order()
    {
        await using var server = await StartAsync();

        var names = await NamesAsync(server);

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(FilteredServer server) =>
        [.. (await server.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.Name)];

    private static Task<CallToolResult> CallAsync(FilteredServer server, string tool, Dictionary<string, object?>? arguments = null) =>
        server.Client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken).AsTask();

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    [Toolset("fixtures")]
    private sealed class FixtureTools
    {
        [McpServerTool(Name = "fixture_echo", ReadOnly = true)]
        [Description("Repeats a text.")]
        public static string Echo(string text, [Range(1, 9)] int times = 1) => string.Concat(Enumerable.Repeat(text, times));

        [McpServerTool(Name = "fixture_limits", ReadOnly = true)]
        public static string Limits(
            [StringLength(5, MinimumLength = 1)] string word,
            [StringLength(3)] string? note = null,
            [AllowedValues(null, "red", "blue")] string? colour = null,
            [MaxLength(2)] string[]? list = null,
            Part? part = null,
            Part[]? parts = null,
            Dictionary<string, string>? values = null) => $"{word}{note}{colour}{list}{part}{parts}{values}".Length > 0 ? "kept" : "";

        [McpServerTool(Name = "fixture_refuse", ReadOnly = true)]
        public static string Refuse() => throw new ToolFailure("impolite", "Say please.");

        [McpServerTool(Name = "fixture_trace", ReadOnly = true)]
        public static string Trace() => Activity.Current?.TraceId.ToHexString() ?? "none";

        [McpServerTool(Name = "fixture_crash", ReadOnly = true)]
        public static string Crash() => throw new InvalidOperationException("token ya29.leaked was refused");

        [McpServerTool(Name = "fixture_change", ReadOnly = false)]
        public static string Change() => "changed";

        [McpServerTool(Name = "fixture_mail", ReadOnly = true)]
        [NeedsScope(GoogleScopes.GmailReadonly)]
        public static string Mail() => "mail";
    }

    private sealed record Part(
        [property: StringLength(5, MinimumLength = 1)] string Name,
        [property: Range(1, 9)] int? Count = null,
        [property: AllowedValues(null, "a", "b")] string? Kind = null);

    [Toolset("fixtures")]
    private sealed class WaitingTools(Gate gate)
    {
        [McpServerTool(Name = "fixture_wait", ReadOnly = true)]
        public async Task<string> WaitAsync(CancellationToken cancellationToken)
        {
            await gate.WaitAsync(cancellationToken);
            return "let go";
        }
    }
}
