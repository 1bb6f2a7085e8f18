using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools;

/// <summary>What a tool found: serialised as structured content, and as text for clients that show a model only that.</summary>
public interface IToolResult
{
    /// <summary>Everything a model needs to answer and to go on: ids, dates, bodies, the next cursor.</summary>
    string ToText();
}

public static class ToolResults
{
    public static CallToolResult ToCallToolResult<T>(this T result)
        where T : IToolResult => new()
        {
            Content = [new TextContentBlock { Text = result.ToText() }],
            StructuredContent = JsonSerializer.SerializeToElement(result, ToolJson.Options),
        };
}
