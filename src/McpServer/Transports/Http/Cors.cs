using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

/// <summary>What a browser needs to hear before and after it calls from an allowed origin (Fetch standard, CORS protocol).</summary>
internal static class Cors
{
    private const string ParameterHeader = "Mcp-Param-";
    private const string Methods = "GET, POST, DELETE, OPTIONS";
    private const string Exposed = "Mcp-Session-Id, MCP-Protocol-Version, WWW-Authenticate";

    private static readonly string[] Headers =
    [
        "accept", "authorization", "content-type", "last-event-id", "mcp-method", "mcp-name", "mcp-protocol-version", "mcp-session-id",
        "traceparent", "tracestate", "baggage",
    ];

    public static void Allow(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlExposeHeaders = Exposed;
        response.Headers.Vary = "Origin";
    }

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    public static Task AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        var asked = context.Request.Headers.AccessControlRequestHeaders.ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(IsKnown);
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = string.Join(", ", asked);
        headers.AccessControlMaxAge = "7200";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool IsKnown(string header) =>
        Headers.Contains(header, StringComparer.OrdinalIgnoreCase) || header.StartsWith(ParameterHeader, StringComparison.OrdinalIgnoreCase);
}
