using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Templates;

[Toolset("writing")]
internal sealed class TemplateTools(TemplateDesk desk)
{
    [McpServerTool(Name = "get_templates", Title = "Mail templates", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(TemplateList))]
    [Description("Lists mail templates, built-in and the caller's own; with a name the text of one; with values the mail, every {placeholder} filled.")]
    public async Task<CallToolResult> Get(
        CancellationToken cancellationToken,
        string? name = null,
        [Description("Such as en or de")] string? language = null,
        [Description("By placeholder")] Dictionary<string, string>? values = null) => (await desk.GetAsync(name, language, values, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "save_template", Title = "Save a mail template", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(TemplateList))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Saves a template of the caller's own, in place of one with the same name and language.")]
    public async Task<CallToolResult> Save(
        [StringLength(80, MinimumLength = 1)] string name,
        [Description("May have {placeholders}")][StringLength(500)] string subject,
        [Description("May have {placeholders}; {{ and }} are braces")][StringLength(20_000, MinimumLength = 1)] string body,
        CancellationToken cancellationToken,
        [Description("Such as en or de")] string? language = null) => (await desk.SaveAsync(name, subject, body, language, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "delete_template", Title = "Delete a mail template", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(TemplateList))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Deletes a template of the caller's own.")]
    public async Task<CallToolResult> Delete(string name, CancellationToken cancellationToken, [Description("All of the name without it")] string? language = null) =>
        (await desk.DeleteAsync(name, language, cancellationToken)).ToCallToolResult();
}
