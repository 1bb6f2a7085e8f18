using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools;

/// <summary>
/// Makes generated schemas small and plain. An optional argument is one that is not required: clients for other models
/// refuse <c>"type": ["string", "null"]</c>, and every character is paid for in each conversation.
/// </summary>
internal static class SchemaCompaction
{
    public static void Apply(Tool tool)
    {
        tool.InputSchema = Compact(tool.InputSchema);
        if (tool.OutputSchema is { } output)
            tool.OutputSchema = Compact(output);
    }

    private static JsonElement Compact(JsonElement schema)
    {
        var node = JsonNode.Parse(schema.GetRawText())!;
        Walk(node);
        return JsonSerializer.SerializeToElement(node);
    }

    private static void Walk(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Walk(item);
        }

        if (node is not JsonObject schema)
            return;
        schema.Remove("$schema");
        if (schema["type"] is JsonArray types)
        {
            var named = types.Select(type => type!.GetValue<string>()).Where(type => type != "null").ToList();
            if (named.Count == 1)
                schema["type"] = named[0];
        }

        if (schema.ContainsKey("default") && schema["default"] is null)
            schema.Remove("default");
        foreach (var (_, child) in schema.ToList())
            Walk(child);
    }
}
