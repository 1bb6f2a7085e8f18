using System.Text.Json.Nodes;
using Assistant.TokenStore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

/// <summary>2025-11-25 and older: POST, GET and DELETE of a session. A call goes on when its client hangs up, but not when its key is revoked.</summary>
internal sealed class SessionRequests(SessionTable sessions, Heartbeat heartbeat, IHostApplicationLifetime lifetime)
{
    private const string SessionHeader = "Mcp-Session-Id";

    public async Task PostAsync(HttpContext context, JsonRpcMessage message, CallerLease lease)
    {
        var isInitialize = message is JsonRpcRequest { Method: RequestMethods.Initialize };
        var id = message is JsonRpcRequest { Id: var requestId } ? requestId : default;
        var session = isInitialize && !context.Request.Headers.ContainsKey(SessionHeader)
            ? await OpenAsync(context, (JsonRpcRequest)message, lease)
            : await FindAsync(context, lease, id);
        if (session is null)
            return;
        session.Enter(sessions.Now);
        using var onRevoked = lease.Revoked.UnsafeRegister(_ => sessions.BeginClose(session), null);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, session.Closing, lifetime.ApplicationStopping);
        var target = context.Response.Body;
        var body = new SseStream(target);
        try
        {
            SseResponse.Start(context);
            context.Response.Headers[SessionHeader] = session.Id;
            ((message.Context ??= new JsonRpcMessageContext()).Items ??= new Dictionary<string, object?>())[HttpSession.ItemKey] = session;
            if (!await session.Transport.HandlePostRequestAsync(message, body, first => StartResponse(body, first), ending.Token))
                StatelessRequests.Accepted(context.Response);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            if (!context.Response.HasStarted && session.Closing.IsCancellationRequested)
                await Refusals.UnknownSession.WriteAsync(context, id);
        }
        finally
        {
            await heartbeat.RemoveAsync(body, target);
            session.Leave(sessions.Now);
        }
    }

    public async Task StreamAsync(HttpContext context, CallerLease lease)
    {
        if (!AcceptHeader.AllowsAnswer(context.Request.Headers))
        {
            await Refusals.Accept.WriteAsync(context);
            return;
        }

        if (await FindAsync(context, lease, default) is not { } session)
            return;
        session.Enter(sessions.Now);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            [context.RequestAborted, lease.Revoked, session.Closing, lifetime.ApplicationStopping]);
        try
        {
            context.Response.Headers[SessionHeader] = session.Id;
            if (context.Request.Headers["Last-Event-ID"] is { Count: > 0 } lastEventId)
            {
                await ReplayAsync(context, session, lastEventId.ToString(), ending.Token);
                return;
            }

            SseResponse.Start(context);
            heartbeat.Add(session.Stream);
            await session.ReadAsync(context.Response.Body, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader left, the key was revoked, or the session or the server ends.
        }
        finally
        {
            session.Leave(sessions.Now);
        }
    }

    public async Task CloseAsync(HttpContext context, CallerLease lease)
    {
        if (await FindAsync(context, lease, default) is not { } session)
            return;
        await sessions.CloseAsync(session);
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private async Task ReplayAsync(HttpContext context, HttpSession session, string lastEventId, CancellationToken cancellationToken)
    {
#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.
        if (await session.Events.GetStreamReaderAsync(lastEventId, cancellationToken) is not { } reader)
#pragma warning restore MCP9006
        {
            await Refusals.EventId.WriteAsync(context);
            return;
        }

        SseResponse.Start(context);
        var target = context.Response.Body;
        var body = new SseStream(target);
        heartbeat.Add(body);
        try
        {
            await Replay.CopyAsync(reader, body, cancellationToken);
        }
        finally
        {
            await heartbeat.RemoveAsync(body, target);
        }
    }

    private ValueTask StartResponse(SseStream body, JsonRpcMessage? first)
    {
        if (first is null)
            heartbeat.Add(body);
        return ValueTask.CompletedTask;
    }

    private async Task<HttpSession?> OpenAsync(HttpContext context, JsonRpcRequest initialize, CallerLease lease)
    {
        ProtocolEra.NegotiateDown(initialize);
        try
        {
            var session = await sessions.OpenAsync(lease.Caller, ClientName(initialize), context.RequestAborted);
            if (session is null)
                await Refusals.Full.WriteAsync(context, initialize.Id);
            return session;
        }
        catch (TooManySessionsException exception)
        {
            await Refusals.TooManySessions(exception.Message).WriteAsync(context, initialize.Id);
            return null;
        }
    }

    private async Task<HttpSession?> FindAsync(HttpContext context, CallerLease lease, RequestId id)
    {
        var header = context.Request.Headers[SessionHeader];
        var session = header.Count == 1 ? sessions.Find(header.ToString(), lease.Caller) : null;
        if (session is null)
            await (header.Count == 0 ? Refusals.MissingSession : Refusals.UnknownSession).WriteAsync(context, id);
        return session;
    }

    private static string ClientName(JsonRpcRequest initialize)
    {
        var info = (initialize.Params as JsonObject)?["clientInfo"] as JsonObject;
        var name = $"{ProtocolEra.Text(info?["name"])} {ProtocolEra.Text(info?["version"])}".Trim();
        return name.Length > 100 ? name[..100] : name;
    }
}
