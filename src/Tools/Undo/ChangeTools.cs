using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Undo;

[Toolset("mail_more")]
internal sealed class ChangeTools(ChangeReader changes)
{
    [McpServerTool(Name = "change_list", Title = "List changes", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeList))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull, GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [Description("The last changes of mail and calendar made here, newest first, for change_undo.")]
    public async Task<CallToolResult> Changes(CancellationToken cancellationToken, [Range(1, 50)] int max_results = 10) =>
        (await changes.ListAsync(max_results, cancellationToken)).ToCallToolResult();
}
