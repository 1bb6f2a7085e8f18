using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Style;

[Toolset("writing")]
internal sealed class StyleTools(StyleDesk desk)
{
    [McpServerTool(Name = "style_profile", Title = "How the person writes", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(StyleProfile))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("How the caller writes, by language and kind of recipient; learned from sent mail at the first call.")]
    public async Task<CallToolResult> Profile(
        CancellationToken cancellationToken,
        [Description("Nickname")] string? account = null,
        [Description("Learn anew")] bool refresh = false) => (await desk.ReadAsync(account, refresh, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "style_edit", Title = "Correct the style profile", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(StyleProfile))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Sets what is given, over what was learned; empty forgets a habit.")]
    public async Task<CallToolResult> Edit(
        [Description("Such as en or de")][RegularExpression("^[a-z]{2}$")] string language,
        [AllowedValues("colleague", "external", "private", "group")] string kind,
        CancellationToken cancellationToken,
        [Description("{first}, {last}, {full}; in 'Sehr geehrte Frau {last},' the gender is the reader's")] string? greeting = null,
        string? closing = null,
        string? signs_as = null,
        [AllowedValues(null, "formal", "neutral", "informal")] string? formality = null,
        [Description("du or Sie, tu or vous, tú or usted")] string? address = null,
        string[]? phrases = null,
        [Description("Nickname")] string? account = null) => (await desk.EditAsync(
            new(language, kind, 0, greeting, closing, signs_as, formality, address, null, null, phrases), account, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "style_erase", Title = "Erase the style profile", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(StyleProfile))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Forgets what was learned and edited.")]
    public async Task<CallToolResult> Erase(CancellationToken cancellationToken, [Description("Nickname")] string? account = null) =>
        (await desk.EraseAsync(account, cancellationToken)).ToCallToolResult();
}
