using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Tests.Filters;

public sealed class ReadingGrantsTests
{
    private static readonly GoogleAccount Work =
        new("a1", "u-ada", "work", "ada@example.com", "s", [GoogleScopes.GmailReadonly], AccountStatus.Connected, default);

    [Theory]
    [InlineData("calendar_list_events", "gmail://work/message/1")]
    [InlineData("gmail_search", "gmail://work/message/1")]
    [InlineData("gmail_read", "calendar://work/event/primary/1")]
    [InlineData("gmail_read", "assistant://profile")]
    public async Task A_resource_outside_the_grants_answers_as_one_that_does_not_exist(string granted, string uri)
    {
        await using var server = await StartAsync(granted);
        var unknownUri = "nothing" + uri[uri.IndexOf(':', StringComparison.Ordinal)..];

        var forbidden = await Assert.ThrowsAsync<McpProtocolException>(() => ReadAsync(server, uri));
        var unknown = await Assert.ThrowsAsync<McpProtocolException>(() => ReadAsync(server, unknownUri));

        Assert.Equal(unknown.ErrorCode, forbidden.ErrorCode);
        Assert.Equal(unknown.Message.Replace(unknownUri, uri, StringComparison.Ordinal), forbidden.Message);
    }

    [Theory]
    [InlineData("gmail_search")]
    [InlineData("calendar_list_events")]
    public async Task A_prompt_needs_every_tool_that_it_stands_for(string granted)
    {
        await using var server = await StartAsync(granted);

        var forbidden = await Assert.ThrowsAsync<McpProtocolException>(() => PromptAsync(server, "daily_brief"));
        var unknown = await Assert.ThrowsAsync<McpProtocolException>(() => PromptAsync(server, "daily_beer"));

        Assert.Equal(unknown.ErrorCode, forbidden.ErrorCode);
        Assert.Equal(unknown.Message.Replace("beer", "brief", StringComparison.Ordinal), forbidden.Message);
    }

    [Fact]
    public async Task Listings_show_what_the_grants_allow_and_nothing_else()
    {
        await using var limited = await StartAsync("gmail_read");
        await using var other = await StartAsync("account_list", "gmail_search", "calendar_list_events");

        Assert.Equal(["gmail_message", "gmail_raw"], await TemplatesAsync(limited));
        Assert.Empty(await limited.Client.ListResourcesAsync(cancellationToken: Stop));
        Assert.Empty(await limited.Client.ListPromptsAsync(cancellationToken: Stop));
        Assert.Equal(["calendar_upcoming", "gmail_inbox", "gmail_sent"], await TemplatesAsync(other));
        Assert.Equal("profile", Assert.Single(await other.Client.ListResourcesAsync(cancellationToken: Stop)).Name);
        Assert.Equal(["daily_brief", "inbox_triage", "weekly_review"], (await other.Client.ListPromptsAsync(cancellationToken: Stop)).Select(prompt => prompt.Name));
        await using var writer = await StartAsync("generate_email", "get_templates", "style_profile");
        Assert.Equal(["professional_email", "reply_in_my_style"], (await writer.Client.ListPromptsAsync(cancellationToken: Stop)).Select(prompt => prompt.Name));
        Assert.Equal(["style", "template"], (await TemplatesAsync(writer)).Order());
    }

    [Fact]
    public async Task Every_resource_and_prompt_is_for_a_key_without_limits()
    {
        await using var server = await StartAsync();

        Assert.Equal(server.Services.GetRequiredService<ResourceCatalogue>().Resources.Count(one => one.IsTemplated), (await TemplatesAsync(server)).Count);
        Assert.Equal(server.Services.GetRequiredService<PromptCatalogue>().Prompts.Count, (await server.Client.ListPromptsAsync(cancellationToken: Stop)).Count);
        Assert.NotEmpty(await server.Client.ListResourcesAsync(cancellationToken: Stop));
    }

    [Fact]
    public async Task Nicknames_are_completed_for_what_the_grants_allow_only()
    {
        await using var server = await StartAsync("gmail_read");

        Assert.Equal(["work"], await CompleteAsync(server, new ResourceTemplateReference { Uri = "gmail://{account}/message/{id}" }));
        Assert.Empty(await CompleteAsync(server, new ResourceTemplateReference { Uri = "calendar://{account}/event/{calendar}/{id}" }));
        Assert.Empty(await CompleteAsync(server, new ResourceTemplateReference { Uri = "nothing://{account}" }));
        Assert.Empty(await CompleteAsync(server, new PromptReference { Name = "daily_brief" }));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<FilteredServer> StartAsync(params string[] tools) => FilteredServer.StartAsync(
        [], new Caller("u-ada", "ada", new Grants(Tools: tools.Length == 0 ? null : tools), "key-1"), Work);

    private static Task<ReadResourceResult> ReadAsync(FilteredServer server, string uri) =>
        server.Client.ReadResourceAsync(uri, cancellationToken: Stop).AsTask();

    private static Task<GetPromptResult> PromptAsync(FilteredServer server, string name) =>
        server.Client.GetPromptAsync(name, cancellationToken: Stop).AsTask();

    private static async Task<List<string>> TemplatesAsync(FilteredServer server) =>
        [.. (await server.Client.ListResourceTemplatesAsync(cancellationToken: Stop)).Select(template => template.Name)];

    private static async Task<IList<string>> CompleteAsync(FilteredServer server, Reference reference) =>
        (await server.Client.CompleteAsync(reference, "account", "w", cancellationToken: Stop)).Completion.Values;
}
