using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.Retrieval.Index;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Search;

[Toolset("search")]
internal sealed class SearchTools(IndexSearch search)
{
    [McpServerTool(Name = "search", Title = "Search by meaning", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(SearchAnswer))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Finds mail and events by words and meaning in the caller's own index, best first, one hit a thread.")]
    public async Task<CallToolResult> Search(
        [Description("Words or a question, in any language")][StringLength(1000, MinimumLength = 1)] string query,
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        [Description("mail or event")][AllowedValues(null, "mail", "event")] string? kind = null,
        [Description("Name or address")] string? from = null,
        [Description("Name or address")] string? to = null,
        [Description("ISO 8601")] string? after = null,
        [Description("ISO 8601")] string? before = null,
        [Description("Name or id")] string? label = null,
        bool? has_attachment = null,
        [Range(1, 50)] int? max_results = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null) =>
        (await search.FindAsync(
            new SearchQuestion(query, max_results ?? 10)
            {
                Kinds = kind switch { "mail" => [DocumentKind.Mail], "event" => [DocumentKind.Event], _ => null },
                From = from,
                To = to,
                HasAttachment = has_attachment,
            },
            account,
            label,
            after,
            before,
            max_tokens,
            cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "index_status", Title = "State of the search index", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(IndexStatus))]
    [Description("How complete the index of each account is.")]
    public async Task<CallToolResult> Status(CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await search.StatusAsync(account, cancellationToken)).ToCallToolResult();
}
