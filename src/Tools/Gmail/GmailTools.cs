using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail;

[Toolset("core")]
internal sealed class GmailTools(MailSearch search, MailReader reader, LabelReader labels)
{
    [McpServerTool(Name = "gmail_search", Title = "Search mail", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(MailSearchResult))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Search mail, newest first; without account in all.")]
    public async Task<CallToolResult> Search(
        CancellationToken cancellationToken,
        [Description("Gmail search syntax")] string? query = null,
        [Description("Nickname")] string? account = null,
        string? label = null,
        [Range(1, 100)] int? max_results = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null,
        [Description("next_cursor of the page before")] string? cursor = null) =>
        (await search.FindAsync(query, account, label, max_results, max_tokens, cursor, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_read", Title = "Read mail", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(MailPage))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Read messages by id.")]
    public async Task<CallToolResult> Read(
        [MinLength(1), MaxLength(25)] string[] ids,
        CancellationToken cancellationToken,
        MailFormat format = MailFormat.Markdown,
        [Description("Nickname")] string? account = null,
        bool include_quoted = false,
        [Description("Default 4000, at most 20000")] int? max_tokens = null,
        [Description("next_cursor of the page before")] string? cursor = null) =>
        (await reader.ReadAsync(ids, format, account, include_quoted, max_tokens, cursor, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_read_thread", Title = "Read a conversation", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(MailPage))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Read a thread, oldest first.")]
    public async Task<CallToolResult> ReadThread(
        string thread_id,
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        bool newest_first = false,
        bool include_quoted = false,
        [Description("Default 4000, at most 20000")] int? max_tokens = null,
        [Description("next_cursor of the page before")] string? cursor = null) =>
        (await reader.ReadThreadAsync(thread_id, account, newest_first, include_quoted, max_tokens, cursor, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_list_labels", Title = "List labels", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(LabelList))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Mail labels, with message counts if asked.")]
    public async Task<CallToolResult> ListLabels(CancellationToken cancellationToken, [Description("Nickname")] string? account = null, bool counts = false) =>
        (await labels.ListAsync(account, counts, cancellationToken)).ToCallToolResult();
}
