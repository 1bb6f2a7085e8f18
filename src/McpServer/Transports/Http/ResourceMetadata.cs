using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

/// <summary>Protected resource metadata (RFC 9728) and the challenge that points to it.</summary>
internal static class ResourceMetadata
{
    public const string Path = "/.well-known/oauth-protected-resource";
    private const string Scope = "mcp";

    public static Task HandleAsync(HttpContext context, ClientView view)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            return Refusals.Method.WriteAsync(context);
        var document = new JsonObject
        {
            ["resource"] = view.Url(HttpHost.McpPath),
            ["resource_name"] = "Assistant",
            ["bearer_methods_supported"] = new JsonArray("header"),
            ["scopes_supported"] = new JsonArray(Scope),
        };
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(document.ToJsonString(), context.RequestAborted);
    }

    /// <summary>401 for a missing, unknown, expired and revoked key alike (RFC 6750, section 3; RFC 9728, section 5.1).</summary>
    public static Task ChallengeAsync(HttpContext context, ClientView view)
    {
        var error = context.Request.Headers.Authorization.Count > 0 ? "error=\"invalid_token\", " : "";
        context.Response.Headers.WWWAuthenticate =
            $"Bearer {error}resource_metadata=\"{view.Url(Path + HttpHost.McpPath)}\", scope=\"{Scope}\"";
        return Refusals.Unauthorized.WriteAsync(context);
    }
}
