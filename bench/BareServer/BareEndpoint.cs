using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Bench.BareServer;

/// <summary>The least that serves both eras: no identity, no checks of headers, no filters, no audit, no limits.</summary>
internal sealed class BareEndpoint(IOptionsFactory<McpServerOptions> factory, ILoggerFactory loggers, IServiceProvider services)
{
    private const string SessionHeader = "Mcp-Session-Id";

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly ConcurrentDictionary<string, StreamableHttpServerTransport> _sessions = new(StringComparer.Ordinal);
    private readonly McpServerOptions _sessionOptions = factory.Create(Options.DefaultName);
    private readonly McpServerOptions _statelessOptions = WithoutScopes(factory.Create(Options.DefaultName));

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Method != "POST")
        {
            if (context.Request.Method == "DELETE" && _sessions.TryRemove(context.Request.Headers[SessionHeader].ToString(), out var ended))
                await ended.DisposeAsync();
            return;
        }

        var message = await JsonSerializer.DeserializeAsync(context.Request.Body, MessageType, context.RequestAborted);
        var version = context.Request.Headers["MCP-Protocol-Version"].ToString();
        message!.Context = new JsonRpcMessageContext { ProtocolVersion = version };
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache,no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await (version == "2026-07-28" ? StatelessAsync(context, message) : InSessionAsync(context, message));
    }

    private async Task StatelessAsync(HttpContext context, JsonRpcMessage message)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, _statelessOptions, loggers, context.RequestServices);
        var running = server.RunAsync(ending.Token);
        await AnswerAsync(context, transport, message);
        await transport.DisposeAsync();
        await ending.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task InSessionAsync(HttpContext context, JsonRpcMessage message)
    {
        var id = context.Request.Headers[SessionHeader].ToString();
        if (!_sessions.TryGetValue(id, out var transport))
        {
            id = Guid.NewGuid().ToString("N");
            transport = _sessions[id] = new StreamableHttpServerTransport(loggers) { SessionId = id };
            _ = McpServer.Create(transport, _sessionOptions, loggers, services).RunAsync(CancellationToken.None);
        }

        context.Response.Headers[SessionHeader] = id;
        return AnswerAsync(context, transport, message);
    }

    private static async Task AnswerAsync(HttpContext context, StreamableHttpServerTransport transport, JsonRpcMessage message)
    {
        if (!await transport.HandlePostRequestAsync(message, context.Response.Body, null, context.RequestAborted))
            context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static McpServerOptions WithoutScopes(McpServerOptions options)
    {
        options.ScopeRequests = false;
        return options;
    }
}
