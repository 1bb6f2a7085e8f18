using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Search;

[Toolset("search")]
internal sealed class SearchTools(IndexSearch search, ContextBuilder context, IndexUpdate update)
{
    [McpServerTool(Name = "search", Title = "Search by meaning", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(SearchAnswer))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Finds mail and events by words and meaning in the caller's own index, best first, one hit a thread.")]
    public async Task<CallToolResult> Search(
        [Description("Words or a question, in any language")][StringLength(1000, MinimumLength = 1)] string query,
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        [AllowedValues(null, "mail", "event", "conversation")] string? kind = null,
        [Description("Name or address")] string? from = null,
        [Description("Name or address")] string? to = null,
        [Description("ISO 8601")] string? after = null,
        [Description("ISO 8601")] string? before = null,
        [Description("Name or id")] string? label = null,
        bool? has_attachment = null,
        [Range(1, 50)] int? max_results = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null,
        [Description("From the last answer")] string? cursor = null) =>
        (await search.FindAsync(query, new(account, kind, from, to, after, before, label, has_attachment), max_results, max_tokens, cursor, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "find_similar", Title = "Find similar mail", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(SearchAnswer))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Finds mail and events like a mail or event (id), a thread, or a text; give one of them.")]
    public async Task<CallToolResult> Similar(
        CancellationToken cancellationToken,
        [Description("As search gives it")] string? id = null,
        string? thread = null,
        [StringLength(20_000)] string? text = null,
        [Description("Nickname")] string? account = null,
        [AllowedValues(null, "mail", "event", "conversation")] string? kind = null,
        [Range(1, 50)] int? max_results = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null) =>
        (await search.SimilarAsync(id, thread, text, new(account, kind), max_results, max_tokens, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "retrieve_context", Title = "Gather context for a question", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(ContextAnswer))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Passages of mail and events that answer a question, numbered for citing, none twice, newest and most relevant balanced.")]
    public async Task<CallToolResult> Context(
        [StringLength(1000, MinimumLength = 1)] string question,
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        [AllowedValues(null, "mail", "event", "conversation")] string? kind = null,
        [Description("Name or address")] string? from = null,
        [Description("ISO 8601")] string? after = null,
        [Description("ISO 8601")] string? before = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null) =>
        (await context.GatherAsync(question, new(account, kind, from, null, after, before), max_tokens, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "index_status", Title = "State of the search index", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(IndexStatus))]
    [Description("How complete the index of each account is.")]
    public async Task<CallToolResult> Status(CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await search.StatusAsync(account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "index_update", Title = "Bring the search index up to date", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(IndexStatus))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Reads new mail and events into the index now, telling its progress; a server does that by itself every minute.")]
    public async Task<CallToolResult> Update(
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        [Description("Default 30")][Range(1, 300)] int? max_seconds = null) =>
        (await update.RunAsync(account, max_seconds, progress, cancellationToken)).ToCallToolResult();
}
