using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace Assistant.Server.Transports.Http;

/// <summary>Every refusal before a message reaches the MCP server. The wording is constant, so that it tells nothing about keys or sessions.</summary>
internal static class Refusals
{
    /// <summary>Server-defined codes of JSON-RPC 2.0: -32000 for transport errors, -32001 for sessions as other MCP servers use it.</summary>
    private const int Transport = -32000;
    private const int Session = -32001;

    public static Refusal Host { get; } = new(StatusCodes.Status403Forbidden, Transport, "This Host is not served here; add it to the public hosts.");

    public static Refusal Origin { get; } = new(StatusCodes.Status403Forbidden, Transport, "This Origin may not call; add it to the allowed origins.");

    public static Refusal Insecure { get; } = new(StatusCodes.Status403Forbidden, Transport, "Come through the proxy or use TLS.");

    public static Refusal KeyInUrl { get; } = new(StatusCodes.Status400BadRequest, Transport, "Send the key in the Authorization header, never in the URL.");

    public static Refusal Unauthorized { get; } =
        new(StatusCodes.Status401Unauthorized, Transport, "A valid key is required: send 'Authorization: Bearer KEY'.");

    public static Refusal NotFound { get; } = new(StatusCodes.Status404NotFound, Transport, "Not found; the MCP endpoint is /mcp.");

    public static Refusal Method { get; } = new(StatusCodes.Status405MethodNotAllowed, Transport, "This method is not allowed here.");

    public static Refusal ContentType { get; } = new(StatusCodes.Status415UnsupportedMediaType, Transport, "Send Content-Type: application/json.");

    public static Refusal Accept { get; } = new(StatusCodes.Status406NotAcceptable, Transport, "Send Accept: application/json, text/event-stream.");

    public static Refusal MissingSession { get; } =
        new(StatusCodes.Status400BadRequest, Transport, "Send the Mcp-Session-Id of your session, or open one with 'initialize'.");

    public static Refusal UnknownSession { get; } =
        new(StatusCodes.Status404NotFound, Session, "There is no such session; open a new one with 'initialize'.");

    public static Refusal Full { get; } =
        new(StatusCodes.Status503ServiceUnavailable, Transport, "The server has no room for another session; try again later.");

    public static Refusal Failed { get; } =
        new(StatusCodes.Status500InternalServerError, (int)McpErrorCode.InternalError, "The server failed; its log says why.");

    public static Refusal Malformed { get; } =
        Refusal.BadRequest(McpErrorCode.ParseError, "The body is not well-formed JSON, or nested deeper than 64 levels.");

    public static Refusal NoMessage { get; } =
        Refusal.BadRequest(
            McpErrorCode.InvalidRequest,
            "The body is no JSON-RPC 2.0 request, notification or response (an id is a string or a number, never null).");

    public static Refusal Batch { get; } = Refusal.BadRequest(McpErrorCode.InvalidRequest, "Batches are not supported: send one message per POST.");

    public static Refusal EventId { get; } =
        Refusal.BadRequest(McpErrorCode.InvalidRequest, "Nothing can be replayed from this Last-Event-ID; open the stream again without it.");

    public static Refusal TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, (int)McpErrorCode.InvalidRequest, $"The body is larger than {limit} bytes.");

    public static Refusal TooManySessions(string message) => new(StatusCodes.Status429TooManyRequests, Transport, message);

    public static Refusal StoreUnavailable { get; } =
        new(StatusCodes.Status503ServiceUnavailable, Transport, "The store of keys cannot be read right now; run 'assistant doctor' on the server.");
}
