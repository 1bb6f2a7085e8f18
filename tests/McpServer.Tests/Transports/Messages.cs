using System.Text.Json.Nodes;

namespace Assistant.Server.Tests.Transports;

/// <summary>JSON-RPC as a client would write it.</summary>
internal static class Messages
{
    public static string Initialize(int id, string version) => Request(id, "initialize", new JsonObject
    {
        ["protocolVersion"] = version,
        ["capabilities"] = new JsonObject(),
        ["clientInfo"] = new JsonObject { ["name"] = "probe", ["version"] = "1" },
    });

    public static string Call(int id, string tool, JsonObject? arguments = null, bool isModern = false) =>
        Request(id, "tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments ?? [] }, isModern);

    public static string Request(int id, string method, JsonObject? parameters = null, bool isModern = false)
    {
        parameters ??= [];
        if (isModern)
        {
            parameters["_meta"] = new JsonObject
            {
                ["io.modelcontextprotocol/protocolVersion"] = "2026-07-28",
                ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject(),
            };
        }

        return new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString();
    }

    public static string Notification(string method, JsonObject? parameters = null)
    {
        var notification = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method };
        if (parameters is not null)
            notification["params"] = parameters;
        return notification.ToJsonString();
    }
}
