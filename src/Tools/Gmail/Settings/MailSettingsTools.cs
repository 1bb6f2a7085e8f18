using System.ComponentModel;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>What reaches other people: the vacation responder and the addresses to send as.</summary>
[Toolset("mail_settings")]
internal sealed class MailSettingsTools(VacationResponder vacation, SendAsEditor sendAs)
{
    [McpServerTool(Name = "gmail_get_vacation", Title = "Show vacation responder", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(VacationView))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull, GoogleScopes.GmailSettings)]
    [Description("The vacation responder as it is set.")]
    public async Task<CallToolResult> GetVacation(CancellationToken cancellationToken, string? account = null) =>
        (await vacation.GetAsync(account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_set_vacation", Title = "Set vacation responder", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsScope(GoogleScopes.GmailSettings)]
    [NeedsLevel(PermissionLevel.Send)]
    [Description("Turn the vacation responder on or off; the person is asked first. What is left out stays, except the days.")]
    public async Task<CallToolResult> SetVacation(
        bool enabled,
        CancellationToken cancellationToken,
        string? subject = null,
        [Description("Plain text")] string? body = null,
        [Description("Date or time in the person's zone; left out: at once")] string? first_day = null,
        [Description("Included; left out: without end")] string? last_day = null,
        bool? only_contacts = null,
        [Description("Only the own organisation")] bool? only_domain = null,
        string? account = null) =>
        (await vacation.SetAsync(account, new(enabled, subject, body, first_day, last_day, only_contacts, only_domain), cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_list_send_as", Title = "List sender addresses", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(SendAsList))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull, GoogleScopes.GmailSettings)]
    [Description("Addresses that mail can be sent from, with names and signatures.")]
    public async Task<CallToolResult> ListSendAs(CancellationToken cancellationToken, string? account = null) =>
        (await sendAs.ListAsync(account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "gmail_update_send_as", Title = "Change sender address", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(OutboxResult))]
    [NeedsScope(GoogleScopes.GmailSettings)]
    [NeedsLevel(PermissionLevel.Send)]
    [Description("Change name, reply address, signature or the default of a sender address; the person is asked first. An empty text clears.")]
    public async Task<CallToolResult> UpdateSendAs(
        CancellationToken cancellationToken,
        [Description("Left out: the default one")] string? email = null,
        string? name = null,
        string? reply_to = null,
        [Description("Markdown")] string? signature = null,
        bool make_default = false,
        string? account = null) =>
        (await sendAs.UpdateAsync(account, email, name, reply_to, signature, make_default, cancellationToken)).ToCallToolResult();
}
