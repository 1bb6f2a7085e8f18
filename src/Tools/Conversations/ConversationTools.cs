using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Assistant.TokenStore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Conversations;

[Toolset("conversations")]
internal sealed class ConversationTools(ConversationDesk desk)
{
    [McpServerTool(Name = "conversation_start", Title = "Start a conversation", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ConversationResult))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Starts a conversation that is remembered and found by search; private to the caller.")]
    public async Task<CallToolResult> Start(
        [StringLength(200, MinimumLength = 1)] string title,
        CancellationToken cancellationToken,
        [Description("What was said so far"), MaxLength(100)] IReadOnlyList<ConversationTurn>? messages = null) =>
        (await desk.StartAsync(title, messages, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "conversation_append", Title = "Add to a conversation", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ConversationResult))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Adds messages to a conversation.")]
    public async Task<CallToolResult> Append(string id, [MaxLength(100)] IReadOnlyList<ConversationTurn> messages, CancellationToken cancellationToken) =>
        (await desk.AppendAsync(id, messages, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "conversation_list", Title = "List conversations", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ConversationList))]
    [Description("Lists conversations, last used first. What was said in them is found with search (kind: conversation).")]
    public async Task<CallToolResult> List(
        CancellationToken cancellationToken,
        [Description("Words of the title")] string? title = null,
        [Range(1, 100)] int? max_results = null,
        [Description("From the last answer")] string? cursor = null) =>
        (await desk.ListAsync(title, max_results, cursor, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "conversation_get", Title = "Read a conversation", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ConversationText))]
    [Description("Reads the messages of a conversation in order.")]
    public async Task<CallToolResult> Get(
        string id,
        CancellationToken cancellationToken,
        [Description("Number of the first message")][Range(1, int.MaxValue)] int? from = null,
        [Description("Default 4000, at most 20000")] int? max_tokens = null) =>
        (await desk.GetAsync(id, from, max_tokens, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "conversation_rename", Title = "Rename a conversation", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ConversationResult))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Gives a conversation another title.")]
    public async Task<CallToolResult> Rename(string id, [StringLength(200, MinimumLength = 1)] string title, CancellationToken cancellationToken) =>
        (await desk.RenameAsync(id, title, cancellationToken)).ToCallToolResult();

    [McpServerTool(Name = "conversation_delete", Title = "Delete a conversation", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(ConversationGone))]
    [NeedsLevel(PermissionLevel.Organise)]
    [Description("Deletes a conversation for good.")]
    public async Task<CallToolResult> Delete(string id, CancellationToken cancellationToken) => (await desk.DeleteAsync(id, cancellationToken)).ToCallToolResult();
}
