using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Settings;

[Toolset("mail_settings")]
internal sealed class FilterTools(FilterEditor filters)
{
    [McpServerTool(Name = "gmail_list_filters", Title = "List filters", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(FilterList))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("What Gmail does by itself with new mail.")]
    public async Task<CallToolResult> List(CancellationToken cancellationToken, string? account = null) =>
        (await filters.ListAsync(account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_create_filter", Title = "Create filter", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsScope(GoogleScopes.GmailSettings)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Create a filter for new mail, from criteria or a template; the person is asked first. Forwarding is not offered.")]
    public async Task<CallToolResult> Create(
        CancellationToken cancellationToken,
        [Description("Fills in criteria; sender and mailing_list need 'from'")] FilterTemplate? template = null,
        string? from = null,
        string? to = null,
        string? subject = null,
        [Description("Gmail search syntax")] string? has_words = null,
        string? without_words = null,
        bool has_attachment = false,
        [Range(1, 50)] int? larger_than_mb = null,
        [Description("Name of a label to put on")] string? label = null,
        FilterStep[]? actions = null,
        string? account = null)
    {
        var criteria = new FilterSpec
        {
            From = Text(from),
            To = Text(to),
            Subject = Text(subject),
            Query = Text(has_words),
            NegatedQuery = Text(without_words),
            HasAttachment = has_attachment,
        };
        return (await filters.CreateAsync(account, template, criteria, larger_than_mb, Text(label), actions, cancellationToken)).ToCallToolResult();
    }

    [McpServerTool(Name = "gmail_delete_filter", Title = "Delete filter", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsScope(GoogleScopes.GmailSettings)]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Delete a filter; the person is asked first.")]
    public async Task<CallToolResult> Delete(string filter_id, CancellationToken cancellationToken, string? account = null) =>
        (await filters.DeleteAsync(account, filter_id, cancellationToken)).ToCallToolResult();

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
