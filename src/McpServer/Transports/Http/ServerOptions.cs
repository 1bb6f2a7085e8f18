using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

/// <summary>The composition's MCP options, once for sessions and once for single requests.</summary>
internal sealed class ServerOptions(IOptionsFactory<McpServerOptions> factory)
{
    private readonly ConcurrentDictionary<string, JsonObject?> _inputProperties = new(StringComparer.Ordinal);

    public McpServerOptions Sessions { get; } = factory.Create(Options.DefaultName);

    public McpServerOptions Stateless { get; } = WithoutScopes(factory.Create(Options.DefaultName));

    /// <summary>The properties of the tool's input schema, where one of them travels as a header.</summary>
    public JsonObject? InputPropertiesOf(string tool)
    {
        if (Stateless.ToolCollection is not { } tools || !tools.TryGetPrimitive(tool, out var found))
            return null;
        return _inputProperties.GetOrAdd(tool, static (_, known) => Read(known), found);
    }

    private static JsonObject? Read(McpServerTool tool)
    {
        var schema = tool.ProtocolTool.InputSchema;
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties))
            return null;
        var marked = properties.EnumerateObject().Any(property =>
            property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("x-mcp-header", out _));
        return marked ? JsonObject.Create(properties) : null;
    }

    /// <summary>The HTTP request has a service scope already.</summary>
    private static McpServerOptions WithoutScopes(McpServerOptions options)
    {
        options.ScopeRequests = false;
        return options;
    }
}
