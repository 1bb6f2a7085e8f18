using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

/// <summary>The <c>MCP-Protocol-Version</c> header, and that the body says the same.</summary>
internal static class VersionHeader
{
    private const string Name = "MCP-Protocol-Version";

    public static string? From(HttpRequest request) => request.Headers[Name] is { Count: > 0 } value ? value.ToString() : null;

    public static bool IsModern(HttpRequest request) => From(request) == ProtocolEra.Modern;

    public static Refusal? Check(HttpRequest request, JsonRpcMessage message)
    {
        var header = From(request);
        if (header is not null && header != ProtocolEra.Modern && !ProtocolEra.HasHandshake(header))
            return Unsupported(header);
        var declared = ProtocolEra.DeclaredVersion(message);
        if (header != ProtocolEra.Modern && declared is null)
            return null;
        if (header is null)
            return Mismatch($"The {Name} header is missing; the body's _meta declares {declared}.");
        if (declared is null)
        {
            return message is JsonRpcRequest
                ? Refusal.BadRequest(McpErrorCode.InvalidParams, "_meta must hold io.modelcontextprotocol/protocolVersion.")
                : null;
        }

        return header == declared ? null : Mismatch($"The {Name} header is not the version of the body's _meta.");
    }

    public static Refusal Mismatch(string message) => Refusal.BadRequest(McpErrorCode.HeaderMismatch, message);

    /// <summary>Only 2026-07-28 is offered: whoever reads this list speaks the new era.</summary>
    private static Refusal Unsupported(string asked) => new(
        StatusCodes.Status400BadRequest,
        (int)McpErrorCode.UnsupportedProtocolVersion,
        $"This protocol version is not supported; use {ProtocolEra.Modern}, or 'initialize' with {ProtocolEra.NewestWithHandshake} or older.",
        new JsonObject { ["supported"] = new JsonArray(ProtocolEra.Modern), ["requested"] = asked });
}
