using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Files;

[Toolset("mail")]
internal sealed class MailFileTools(AttachmentReader reader)
{
    [McpServerTool(Name = "gmail_read_attachment", Title = "Read an attachment", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(AttachmentPage))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("Text of an attachment: PDF, Office, HTML, CSV, calendar, mail.")]
    public async Task<CallToolResult> Read(
        string message_id,
        [Description("As gmail_read names it")] string part,
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        int? max_tokens = null,
        string? cursor = null) =>
        (await reader.ReadAsync(message_id, part, account, max_tokens, cursor, cancellationToken)).ToCallToolResult();
}
