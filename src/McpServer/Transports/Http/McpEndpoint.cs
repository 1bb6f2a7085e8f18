using Assistant.Server.Identity;
using Assistant.TokenStore;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

/// <summary><c>/mcp</c>: who asks, then which era of the protocol they speak.</summary>
internal sealed class McpEndpoint(
    HttpHostOptions options,
    ICallers callers,
    StatelessRequests stateless,
    SessionRequests sessions)
{
    public async Task HandleAsync(HttpContext context, ClientView view)
    {
        var request = context.Request;
        if (BearerKey.IsInQuery(request))
        {
            await Refusals.KeyInUrl.WriteAsync(context);
            return;
        }

        var lease = BearerKey.From(request.Headers) is { } key ? await callers.FromKeyAsync(key, context.RequestAborted) : null;
        if (lease is null)
        {
            await ResourceMetadata.ChallengeAsync(context, view);
            return;
        }

        await (request.Method switch
        {
            "POST" => PostAsync(context, lease),
            "GET" => VersionHeader.IsModern(request) ? NotAllowedAsync(context) : sessions.StreamAsync(context, lease),
            "DELETE" => VersionHeader.IsModern(request) ? NotAllowedAsync(context) : sessions.CloseAsync(context, lease),
            _ => NotAllowedAsync(context),
        });
    }

    private async Task PostAsync(HttpContext context, CallerLease lease)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            await Refusals.ContentType.WriteAsync(context);
            return;
        }

        if (!AcceptHeader.AllowsAnswer(request.Headers))
        {
            await Refusals.Accept.WriteAsync(context);
            return;
        }

        var (message, refusal) = await MessageReader.ReadAsync(request, options.MaxBodyBytes, context.RequestAborted);
        if (message is null)
        {
            await refusal!.WriteAsync(context);
            return;
        }

        var id = message is JsonRpcRequest { Id: var requestId } ? requestId : default;
        if (VersionHeader.Check(request, message) is { } mismatch)
        {
            await mismatch.WriteAsync(context, id);
            return;
        }

        message.Context ??= new JsonRpcMessageContext();
        message.Context.User = new CallerPrincipal(lease);
        message.Context.ProtocolVersion = VersionHeader.From(request);
        await (VersionHeader.IsModern(request) ? stateless.PostAsync(context, message, lease) : sessions.PostAsync(context, message, lease));
    }

    private static Task NotAllowedAsync(HttpContext context)
    {
        context.Response.Headers.Allow = VersionHeader.IsModern(context.Request) ? "POST" : "GET, POST, DELETE";
        return Refusals.Method.WriteAsync(context);
    }
}
