using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Compose;
using Assistant.Tools.Undo;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Drafts;

[Toolset("mail")]
internal sealed class DraftTools(DraftDesk drafts, DraftReader reader, SendDesk sender)
{
    [McpServerTool(Name = "gmail_create_draft", Title = "Save a draft", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsLevel(PermissionLevel.Draft)]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Save a new mail, reply or forward as a draft. Sends nothing.")]
    public async Task<CallToolResult> Create(
        [Description("Markdown")] string body,
        CancellationToken cancellationToken,
        string[]? to = null,
        string[]? cc = null,
        string[]? bcc = null,
        string? subject = null,
        [Description("Message id")] string? reply_to = null,
        bool reply_all = false,
        [Description("Message id")] string? forward = null,
        FileWish[]? attachments = null,
        string? from = null,
        bool signature = true,
        bool quote = true,
        [Description("Nickname")] string? account = null) =>
        (await drafts.CreateAsync(Wish(body, to, cc, bcc, subject, reply_to, reply_all, forward, attachments, from, signature, quote), account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_update_draft", Title = "Change a draft", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsLevel(PermissionLevel.Draft)]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Replace the given fields of a draft; the rest stays.")]
    public async Task<CallToolResult> Update(
        string id,
        CancellationToken cancellationToken,
        [Description("Markdown")] string? body = null,
        string[]? to = null,
        string[]? cc = null,
        string[]? bcc = null,
        string? subject = null,
        FileWish[]? attachments = null,
        string? from = null,
        [Description("Nickname")] string? account = null) =>
        (await drafts.UpdateAsync(
            id,
            Wish(body ?? "", to, cc, bcc, subject, null, false, null, attachments, from, true, true),
            new(to is not null, cc is not null, bcc is not null, subject is not null, body is not null, from is not null, attachments is not null),
            account,
            cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_list_drafts", Title = "List drafts", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(DraftList))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Drafts, newest first.")]
    public async Task<CallToolResult> List(
        CancellationToken cancellationToken,
        string? query = null,
        [Description("Nickname")] string? account = null,
        string? cursor = null) =>
        (await reader.ListAsync(query, account, cursor, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_delete_draft", Title = "Delete a draft", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsLevel(PermissionLevel.Draft)]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Delete a draft; change_undo brings it back.")]
    public async Task<CallToolResult> Delete(string id, CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await drafts.DeleteAsync(id, account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_send", Title = "Send mail", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsLevel(PermissionLevel.Send)]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Send a new mail, reply or forward, once, after the person agreed.")]
    public async Task<CallToolResult> Send(
        [Description("Markdown")] string body,
        CancellationToken cancellationToken,
        string[]? to = null,
        string[]? cc = null,
        string[]? bcc = null,
        string? subject = null,
        [Description("Message id")] string? reply_to = null,
        bool reply_all = false,
        [Description("Message id")] string? forward = null,
        FileWish[]? attachments = null,
        string? from = null,
        bool signature = true,
        bool quote = true,
        [Description("Same key, same mail")] string? idempotency_key = null,
        [Description("ISO 8601")] string? send_at = null,
        [Range(0, 3600)] int? hold_seconds = null,
        [Description("Nickname")] string? account = null) =>
        (await sender.SendAsync(
            Wish(body, to, cc, bcc, subject, reply_to, reply_all, forward, attachments, from, signature, quote), new(idempotency_key, send_at, hold_seconds), account, cancellationToken))
        .ToCallToolResult();

    [McpServerTool(Name = "gmail_send_draft", Title = "Send a draft", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsLevel(PermissionLevel.Send)]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Send a draft as it is, once, after the person agreed.")]
    public async Task<CallToolResult> SendDraft(
        string id,
        CancellationToken cancellationToken,
        [Description("Same key, same mail")] string? idempotency_key = null,
        [Description("ISO 8601")] string? send_at = null,
        [Range(0, 3600)] int? hold_seconds = null,
        [Description("Nickname")] string? account = null) =>
        (await sender.SendDraftAsync(id, new(idempotency_key, send_at, hold_seconds), account, cancellationToken)).ToCallToolResult();

    private static MailWish Wish(
        string body, string[]? to, string[]? cc, string[]? bcc, string? subject, string? replyTo, bool replyAll, string? forward, FileWish[]? attachments, string? from, bool signature, bool quote) => new()
        {
            Body = body,
            To = to ?? [],
            Cc = cc ?? [],
            Bcc = bcc ?? [],
            Subject = subject,
            ReplyTo = replyTo,
            ReplyAll = replyAll,
            Forward = forward,
            Attachments = attachments ?? [],
            From = from,
            Signature = signature,
            Quote = quote,
        };
}
