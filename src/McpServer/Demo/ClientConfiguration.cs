using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.Server.Demo;

/// <summary>What to paste into MCP clients, with every path filled in.</summary>
internal static class ClientConfiguration
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For <c>claude_desktop_config.json</c> and others that start a server themselves.</summary>
    public static string Stdio(string name, SelfCommand self, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) => Servers(name, new JsonObject
    {
        ["command"] = self.Command,
        ["args"] = new JsonArray([.. self.Arguments.Concat(arguments).Select(argument => (JsonNode)argument)]),
        ["env"] = new JsonObject(environment.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    });

    /// <summary>For clients that speak HTTP, such as <c>.mcp.json</c>.</summary>
    public static string Http(string name, Uri endpoint, string key) => Servers(name, new JsonObject
    {
        ["type"] = "http",
        ["url"] = endpoint.AbsoluteUri,
        ["headers"] = new JsonObject { ["Authorization"] = $"Bearer {key}" },
    });

    private static string Servers(string name, JsonObject server) =>
        new JsonObject { ["mcpServers"] = new JsonObject { [name] = server } }.ToJsonString(Indented);
}
