using System.ComponentModel;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Unsubscribe;

[Toolset("mail_more")]
internal sealed class UnsubscribeTools(UnsubscribeDesk desk)
{
    [McpServerTool(Name = "gmail_unsubscribe_info", Title = "How to unsubscribe", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(UnsubscribeInfo))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("How the list of a mail can be left. Fetches nothing.")]
    public async Task<CallToolResult> Info(string message_id, CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await desk.InfoAsync(message_id, account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_unsubscribe", Title = "Unsubscribe", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsLevel(PermissionLevel.Send)]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Leave the list of a mail, by one click or by mail, after the person agreed.")]
    public async Task<CallToolResult> Leave(string message_id, CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await desk.LeaveAsync(message_id, account, cancellationToken)).ToCallToolResult();
}

/// <param name="From">Who sends it.</param>
/// <param name="List">List-Id.</param>
/// <param name="OneClick">Host that one request would go to.</param>
/// <param name="Mail">Address that a mail would go to.</param>
/// <param name="Page">For the person to open; unverified.</param>
/// <param name="Note">What one click lacks.</param>
public sealed record UnsubscribeInfo(
    string? From = null, string? List = null, string? OneClick = null, string? Mail = null, string? Page = null, string? Note = null) : IToolResult
{
    public string ToText() => Google.UntrustedText.Fence($"From: {From}\nList: {List}\nOne click: {OneClick}\nMail: {Mail}\nPage: {Page}") + (Note is null ? "" : "\n" + Note);
}
