using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

/// <summary>2026-07-28: what the headers say for proxies must be what the body says (SEP-2243), and each request carries its metadata (SEP-2575).</summary>
internal static class ModernHeaders
{
    private const string CapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";

    private static readonly string[] RemovedMethods = ["initialize", "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe"];

    public static Refusal? Check(IHeaderDictionary headers, JsonRpcMessage message, Func<string, JsonObject?> inputSchemaOf)
    {
        var method = message switch
        {
            JsonRpcRequest request => request.Method,
            JsonRpcNotification notification => notification.Method,
            _ => null,
        };
        if (method is null)
            return null;
        if (CheckMethod(headers, method) is { } wrongMethod)
            return wrongMethod;
        if (message is not JsonRpcRequest { Params: var parameters })
            return null;
        if (CheckName(headers, method, parameters as JsonObject) is { } wrongName)
            return wrongName;
        if (parameters is not JsonObject given || ProtocolEra.Meta(given)?[CapabilitiesKey] is not JsonObject)
            return Refusal.BadRequest(McpErrorCode.InvalidParams, $"_meta must hold {CapabilitiesKey} as an object.");
        if (RemovedMethods.Contains(method, StringComparer.Ordinal))
            return new Refusal(StatusCodes.Status404NotFound, (int)McpErrorCode.MethodNotFound, $"The method '{method}' is not part of {ProtocolEra.Modern}.");
        return method == RequestMethods.ToolsCall ? ParameterHeaders.Check(headers, given, inputSchemaOf) : null;
    }

    private static Refusal? CheckMethod(IHeaderDictionary headers, string method) => headers["Mcp-Method"] switch
    {
        { Count: 0 } => VersionHeader.Mismatch("The Mcp-Method header is missing."),
        var value when value.ToString().Trim() != method => VersionHeader.Mismatch("The Mcp-Method header is not the body's method."),
        _ => null,
    };

    private static Refusal? CheckName(IHeaderDictionary headers, string method, JsonObject? parameters)
    {
        var property = method switch
        {
            RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
            RequestMethods.ResourcesRead => "uri",
            _ => null,
        };
        if (property is null)
            return null;
        if (headers["Mcp-Name"] is not { Count: > 0 } value)
            return VersionHeader.Mismatch("The Mcp-Name header is missing.");
        return HeaderValue.Decode(value.ToString()) is { } name && name == ProtocolEra.Text(parameters?[property])
            ? null
            : VersionHeader.Mismatch($"The Mcp-Name header is not the body's {property}.");
    }
}
