using System.Text.Json;
using Assistant.TokenStore;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools;

/// <summary>One tool of the catalogue.</summary>
/// <param name="Tool">What runs.</param>
/// <param name="Toolset">The toolset it belongs to.</param>
/// <param name="Scopes">It needs any one of these OAuth scopes; empty for none.</param>
/// <param name="Level">The level that a key needs for it.</param>
public sealed record ToolDefinition(McpServerTool Tool, string Toolset, IReadOnlyList<string> Scopes, PermissionLevel Level)
{
    public string Name => Protocol.Name;

    public bool IsReadOnly => Protocol.Annotations?.ReadOnlyHint is true;

    /// <summary>Checks what a caller passes.</summary>
    public ArgumentSchema Arguments { get; } = new(Tool.ProtocolTool.InputSchema);

    public Tool Protocol => Tool.ProtocolTool;

    /// <summary>What the definition costs a model's context: its characters in <c>tools/list</c> divided by four.</summary>
    public int Tokens =>
        (JsonSerializer.Serialize(Protocol, McpJsonUtilities.DefaultOptions).Length + ResultBudget.CharactersPerToken - 1) / ResultBudget.CharactersPerToken;
}
