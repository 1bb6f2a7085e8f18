namespace Assistant.Server.Tests.Commands;

public sealed class CallTests(EnrolledCli enrolled) : IClassFixture<EnrolledCli>
{
    private readonly CliFixture _cli = enrolled.Cli;

    [Fact]
    public async Task A_tool_answers_as_text_and_the_call_is_on_record()
    {
        (await _cli.RunAsync("call", "account_list")).Succeeded().Says("work <ada@example.com>");

        Assert.Contains(await _cli.AuditAsync((await _cli.UserAsync("ada")).Id), entry => entry is { Action: "account_list", Outcome: "ok" });
    }

    [Fact]
    public async Task Json_is_the_result_as_a_client_gets_it()
    {
        var result = (await _cli.RunAsync("call", "current_time", """{"time_zone":"Europe/Berlin"}""", "--json")).Succeeded().Json;

        Assert.Equal("Europe/Berlin", result.GetProperty("structuredContent").GetProperty("time_zone").GetString());
        Assert.Equal("text", result.GetProperty("content")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Arguments_can_come_from_standard_input() =>
        (await _cli.TypeAsync("""{"time_zone":"Asia/Tokyo"}""", "call", "current_time", "-")).Succeeded().Says("+09:00");

    [Theory]
    [InlineData("gmail_list_labels", """{"account":"nobody"}""", "nobody")]
    [InlineData("gmail_search", """{"query":7}""", "query")]
    public async Task A_failure_of_the_tool_is_exit_code_1_on_standard_error(string tool, string arguments, string says) =>
        (await _cli.RunAsync("call", tool, arguments)).Failed(1, says);

    [Fact]
    public async Task A_failure_as_json_still_is_exit_code_1()
    {
        var failed = await _cli.RunAsync("call", "gmail_list_labels", """{"account":"nobody"}""", "--json");

        Assert.Equal(1, failed.ExitCode);
        Assert.True(failed.Json.GetProperty("isError").GetBoolean());
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_named() =>
        (await _cli.RunAsync("call", "gmail_sned")).Failed(1, "Unknown tool: 'gmail_sned'");

    [Fact]
    public async Task A_tool_whose_toolset_is_not_on_is_called_once_the_option_of_its_error_is_given()
    {
        var refused = await _cli.RunAsync("call", "rewrite_email", """{"text":"Hello, could you send me the papers?","how":"formal"}""");
        refused.Failed(1, "It is in the toolset 'writing', which is not on: --toolsets core,calendar,mail,writing turns it on.");

        (await _cli.RunAsync("call", "rewrite_email", """{"text":"Hello, could you send me the papers?","how":"formal"}""", "--toolsets", "core,calendar,mail,writing"))
            .Succeeded().Says("papers");
        (await _cli.RunAsync("call", "rewrite_email", "--toolsets", "poetry")).Failed(2, "Unknown toolset 'poetry'");
    }

    [Theory]
    [InlineData("{query:1}")]
    [InlineData("[1]")]
    [InlineData("7")]
    public async Task Arguments_that_are_no_object_are_wrong_usage(string json) =>
        (await _cli.RunAsync("call", "current_time", json)).Failed(2, "The arguments are not a JSON object");

    [Fact]
    public async Task The_catalogue_lists_every_tool_with_its_cost()
    {
        var tools = (await _cli.RunAsync("tools", "--json")).Succeeded().Json.EnumerateArray().ToList();

        Assert.Equal(["name", "toolset", "hints", "scopes", "tokens", "description"], tools[0].EnumerateObject().Select(member => member.Name));
        Assert.Contains(tools, tool => tool.GetProperty("name").GetString() == "account_list" && tool.GetProperty("tokens").GetInt32() > 0);
        (await _cli.RunAsync("tools")).Succeeded().Says("account_list").Says("tokens in all. On by default: core");
    }
}
