using Assistant.TokenStore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

/// <summary>2026-07-28: a server for the length of one request. A client that hangs up cancels what it asked for.</summary>
internal sealed class StatelessRequests(ServerOptions serverOptions, Heartbeat heartbeat, ILoggerFactory loggers, IHostApplicationLifetime lifetime)
{
    public async Task PostAsync(HttpContext context, JsonRpcMessage message, CallerLease lease)
    {
        if (ModernHeaders.Check(context.Request.Headers, message, serverOptions.InputPropertiesOf) is { } refusal)
        {
            await refusal.WriteAsync(context, message is JsonRpcRequest { Id: var id } ? id : default);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lease.Revoked, lifetime.ApplicationStopping);
        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, serverOptions.Stateless, loggers, context.RequestServices);
        var running = server.RunAsync(ending.Token);
        SseResponse.Start(context);
        await using var body = new SseStream(context.Response.Body);
        try
        {
            var answered = await transport.HandlePostRequestAsync(message, body, first => StartResponse(context, body, first), ending.Token);
            if (!answered)
                Accepted(context.Response);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Hung up, revoked or stopping: the stream just ends.
        }
        finally
        {
            await heartbeat.RemoveAsync(body, context.Response.Body);
            await transport.DisposeAsync();
            await ending.CancelAsync();
            await Finished(running);
        }
    }

    private ValueTask StartResponse(HttpContext context, SseStream body, JsonRpcMessage? first)
    {
        if (first is null)
            heartbeat.Add(body);
        if (first is JsonRpcError { Error.Code: var code } && !context.Response.HasStarted)
            context.Response.StatusCode = StatusOf((McpErrorCode)code);
        return ValueTask.CompletedTask;
    }

    private static int StatusOf(McpErrorCode code) => code switch
    {
        McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
        McpErrorCode.HeaderMismatch or McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion =>
            StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    internal static void Accepted(HttpResponse response)
    {
        response.Headers.ContentType = default;
        response.StatusCode = StatusCodes.Status202Accepted;
    }

    internal static async Task Finished(Task running)
    {
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That is how it is ended.
        }
    }
}
