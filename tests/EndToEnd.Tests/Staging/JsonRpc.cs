using System.Text.Json.Nodes;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>Messages as a client writes them.</summary>
internal static class JsonRpc
{
    public const string Stateless = "2026-07-28";
    public const string Session = "2025-11-25";

    public static string Request(int id, string method, JsonObject? parameters, Era era, JsonObject? capabilities = null)
    {
        parameters = parameters?.DeepClone().AsObject() ?? [];
        if (era == Era.Stateless)
        {
            parameters["_meta"] = new JsonObject
            {
                ["io.modelcontextprotocol/protocolVersion"] = Stateless,
                ["io.modelcontextprotocol/clientCapabilities"] = capabilities?.DeepClone() ?? new JsonObject(),
            };
        }

        return new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString();
    }

    public static string Initialize(int id) => Request(
        id,
        "initialize",
        new JsonObject
        {
            ["protocolVersion"] = Session,
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "wire", ["version"] = "1" },
        },
        Era.Session);

    public const string Initialized = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";
}
