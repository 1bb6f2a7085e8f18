using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

/// <summary>A refusal: an HTTP status with a JSON-RPC error as its body.</summary>
internal sealed record Refusal(int Status, int Code, string Message, JsonNode? Details = null)
{
    private static readonly JsonTypeInfo<JsonRpcError> ErrorType =
        (JsonTypeInfo<JsonRpcError>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError));

    public static Refusal BadRequest(McpErrorCode code, string message) => new(StatusCodes.Status400BadRequest, (int)code, message);

    /// <summary>JSON-RPC 2.0, section 5: the id is null where the request's could not be read.</summary>
    public async Task WriteAsync(HttpContext context, RequestId id = default)
    {
        var response = context.Response;
        if (response.HasStarted)
            return;
        var error = new JsonRpcError { Id = id, Error = new JsonRpcErrorDetail { Code = Code, Message = Message, Data = Details?.DeepClone() } };
        var body = JsonSerializer.SerializeToUtf8Bytes(error, ErrorType);
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
