using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports;

/// <summary>The two ways to speak MCP: an <c>initialize</c> handshake (2025-11-25 and older), or metadata in each request (2026-07-28).</summary>
internal static class ProtocolEra
{
    public const string Modern = "2026-07-28";
    public const string NewestWithHandshake = "2025-11-25";
    private const string VersionKey = "io.modelcontextprotocol/protocolVersion";

    private static readonly string[] WithHandshake = ["2024-11-05", "2025-03-26", "2025-06-18", NewestWithHandshake];

    public static bool HasHandshake(string version) => Array.IndexOf(WithHandshake, version) >= 0;

    public static JsonNode? ParametersOf(JsonRpcMessage message) => message switch
    {
        JsonRpcRequest request => request.Params,
        JsonRpcNotification notification => notification.Params,
        _ => null,
    };

    /// <summary>The version that the message's <c>_meta</c> declares, or null.</summary>
    public static string? DeclaredVersion(JsonRpcMessage message) =>
        ParametersOf(message) is JsonObject parameters ? Text(Meta(parameters)?[VersionKey]) : null;

    public static JsonObject? Meta(JsonObject parameters) => parameters["_meta"] as JsonObject;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>
    /// A client that asks for a version the handshake does not have is offered the newest that it has, as the lifecycle
    /// rules of every older revision want; the SDK would answer with an error.
    /// </summary>
    public static void NegotiateDown(JsonRpcRequest initialize)
    {
        if (initialize.Params is JsonObject parameters && Text(parameters["protocolVersion"]) is { } asked && !HasHandshake(asked))
            parameters["protocolVersion"] = NewestWithHandshake;
    }
}
