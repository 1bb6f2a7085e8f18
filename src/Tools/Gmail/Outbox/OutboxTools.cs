using System.ComponentModel;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Outbox;

[Toolset("mail")]
internal sealed class OutboxTools(OutboxDesk desk)
{
    [McpServerTool(Name = "outbox_list", Title = "List the outbox", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxList))]
    [Description("What waits, is held, was sent; with id one whole.")]
    public async Task<CallToolResult> List(CancellationToken cancellationToken, string? id = null, bool open_only = false) =>
        (await desk.ListAsync(id, open_only, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "outbox_cancel", Title = "Cancel a waiting mail", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsLevel(PermissionLevel.Draft)]
    [Description("Take back what has not happened yet (undo send).")]
    public async Task<CallToolResult> Cancel(string id, CancellationToken cancellationToken) => (await desk.CancelAsync(id, cancellationToken)).ToCallToolResult();
}
