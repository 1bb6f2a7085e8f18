using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using Assistant.Tools.Writing.Rewriting;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Writing;

[Toolset("writing")]
internal sealed class WritingTools(EmailWriter writer, EmailRewriter rewriter, MailMerge merge)
{
    [McpServerTool(Name = "generate_email", Title = "Write a mail", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(GeneratedEmail))]
    [NeedsLevel(PermissionLevel.Draft)]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Writes a mail or an answer the way the caller writes, from thread, earlier mail, calendar and conversations. Shows it, saves it if asked, never sends.")]
    public async Task<CallToolResult> Generate(
        [Description("What it shall say")][StringLength(4_000)] string wish,
        CancellationToken cancellationToken,
        string[]? to = null,
        string[]? cc = null,
        [Description("Id of the thread or message to answer")] string? thread = null,
        bool reply_all = false,
        [AllowedValues(null, "formal", "neutral", "friendly")] string? tone = null,
        [AllowedValues("short", "medium", "long")] string length = "medium",
        [Description("Such as en or de; default: the thread's")] string? language = null,
        [Description("As in get_templates")] string? template = null,
        Dictionary<string, string>? values = null,
        [Description("Sentences to include")] string[]? facts = null,
        OfferWish? offer = null,
        [Range(1, 3)] int variants = 1,
        [Description("'prompt' gives you all to write it yourself; default: as configured")][AllowedValues(null, "client", "prompt", "service", "rules")] string? by = null,
        [Description("As a Gmail draft")] bool save = false,
        [Description("Not a remembered answer")] bool fresh = false,
        [Description("Nickname")] string? account = null) => (await writer.WriteAsync(
            new()
            {
                Wish = wish,
                To = to ?? [],
                Cc = cc ?? [],
                Thread = thread,
                ReplyAll = reply_all,
                Tone = tone,
                Length = length,
                Language = language,
                Template = template,
                Values = values,
                Facts = facts ?? [],
                Offer = offer,
                Account = account,
            },
            new(variants, by, fresh, save),
            cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "rewrite_email", Title = "Rewrite a text", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(GeneratedEmail))]
    [Description("Rewrites a mail's text. Translating needs a model.")]
    public async Task<CallToolResult> Rewrite(
        [StringLength(20_000, MinimumLength = 1)] string text,
        [AllowedValues("shorter", "friendlier", "formal", "fix", "translate")] string how,
        CancellationToken cancellationToken,
        [Description("For translate")] string? language = null,
        [AllowedValues(null, "client", "prompt", "service", "rules")] string? by = null,
        bool fresh = false) => (await rewriter.RewriteAsync(text, how, language, by, fresh, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "mail_merge", Title = "Mail merge", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(MergeResult))]
    [NeedsLevel(PermissionLevel.Draft)]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("One mail a row from a template or text with {placeholders}: a preview, or drafts. Sends nothing.")]
    public async Task<CallToolResult> Merge(
        [Description("CSV with a header line, or a JSON array of objects written as text")][StringLength(500_000, MinimumLength = 1)] string rows,
        CancellationToken cancellationToken,
        [Description("Column of the addresses")] string to_column = "to",
        [Description("As in get_templates")] string? template = null,
        string? language = null,
        string? subject = null,
        string? body = null,
        [Description("As Gmail drafts")] bool save = false,
        [Description("Same key, same drafts")] string? idempotency_key = null,
        [Description("Nickname")] string? account = null) => (await merge.RunAsync(
            new()
            {
                Rows = rows,
                ToColumn = to_column,
                Template = template,
                Language = language,
                Subject = subject,
                Body = body,
                Save = save,
                IdempotencyKey = idempotency_key,
                Account = account,
            },
            cancellationToken)).ToCallToolResult();
}
