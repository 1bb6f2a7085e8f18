using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Insight;

[Toolset("writing")]
internal sealed class InsightTools(ContextAnalyst analyst)
{
    [McpServerTool(Name = "analyze_context", Title = "What a mail asks", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(ContextAnalysis))]
    [NeedsScope(GoogleScopes.GmailReadonly, GoogleScopes.GmailModify, GoogleScopes.MailFull)]
    [Description("What a mail, thread or text asks, by whom, until when; questions, promises, decisions, dates, people, mood, next steps; each with its quote.")]
    public async Task<CallToolResult> Analyze(
        CancellationToken cancellationToken,
        [Description("Of a mail or thread")] string? id = null,
        [StringLength(20_000)] string? text = null,
        [AllowedValues(null, "client", "prompt", "service", "rules")] string? by = null,
        bool fresh = false,
        [Description("Default 4000, at most 20000")] int? max_tokens = null,
        [Description("Nickname")] string? account = null) =>
        (await analyst.AnalyseAsync(id, text, account, by, fresh, max_tokens, cancellationToken)).ToCallToolResult();
}
