using System.ComponentModel;
using Assistant.TokenStore;
using Assistant.Tools.Undo;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Settings;

[Toolset("mail_settings")]
internal sealed class LabelTools(LabelEditor labels)
{
    [McpServerTool(Name = "gmail_create_label", Title = "Create label", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Create a label; 'Parent/Child' nests it.")]
    public async Task<CallToolResult> Create(
        string name,
        CancellationToken cancellationToken,
        [Description("Such as red, light blue, dark green, or a hex of Gmail's palette")] string? color = null,
        [Description("In the label list")] LabelVisibility? visibility = null,
        string? account = null) =>
        (await labels.CreateAsync(account, name, color, visibility, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_update_label", Title = "Change label", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Rename a label, change its color or where it shows.")]
    public async Task<CallToolResult> Update(
        [Description("Name or id")] string label,
        CancellationToken cancellationToken,
        string? name = null,
        string? color = null,
        LabelVisibility? visibility = null,
        string? account = null) =>
        (await labels.UpdateAsync(account, label, name, color, visibility, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_delete_label", Title = "Delete label", ReadOnly = false, Destructive = true, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Delete a label; its mail stays.")]
    public async Task<CallToolResult> Delete([Description("Name or id")] string label, CancellationToken cancellationToken, string? account = null) =>
        (await labels.DeleteAsync(account, label, cancellationToken)).ToCallToolResult();
}
