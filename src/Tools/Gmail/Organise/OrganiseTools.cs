using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using Assistant.Tools.Undo;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Organise;

[Toolset("mail")]
internal sealed class OrganiseTools(MailOrganiser organiser, Undoing undoing)
{
    [McpServerTool(Name = "gmail_modify", Title = "Change mail", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Archive, mark or label up to 1000 messages or threads; change_undo takes it back.")]
    public async Task<CallToolResult> Modify(
        CancellationToken cancellationToken,
        [Description("Of messages")][MaxLength(MailSelector.Most)] string[]? ids = null,
        [MaxLength(MailSelector.Most)] string[]? thread_ids = null,
        [Description("Gmail search syntax, instead of ids")] string? query = null,
        MailChange[]? changes = null,
        [Description("Names of labels there are")] string[]? add_labels = null,
        string[]? remove_labels = null,
        [Description("Only count and show examples")] bool dry_run = false,
        string? account = null) =>
        (await organiser.ModifyAsync(account, new(ids, thread_ids, query), changes, add_labels, remove_labels, dry_run, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_trash", Title = "Trash mail", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Move mail to the trash; recoverable for 30 days.")]
    public async Task<CallToolResult> Trash(
        CancellationToken cancellationToken,
        [MaxLength(MailSelector.Most)] string[]? ids = null,
        [MaxLength(MailSelector.Most)] string[]? thread_ids = null,
        string? query = null,
        bool dry_run = false,
        string? account = null) =>
        (await organiser.TrashAsync(account, new(ids, thread_ids, query), dry_run, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_untrash", Title = "Recover mail", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Take mail out of the trash.")]
    public async Task<CallToolResult> Untrash(
        CancellationToken cancellationToken,
        [MaxLength(MailSelector.Most)] string[]? ids = null,
        [MaxLength(MailSelector.Most)] string[]? thread_ids = null,
        string? query = null,
        bool dry_run = false,
        string? account = null) =>
        (await organiser.UntrashAsync(account, new(ids, thread_ids, query), dry_run, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "change_undo", Title = "Undo a change", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ChangeResult))]
    [NeedsScope(GoogleScopes.GmailModify, GoogleScopes.MailFull, GoogleScopes.CalendarEvents, GoogleScopes.CalendarFull)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Undo the last change (not a sent mail), or the one named.")]
    public async Task<CallToolResult> Undo(CancellationToken cancellationToken, string? undo_id = null) =>
        (await undoing.UndoAsync(undo_id, cancellationToken)).ToCallToolResult();
}
