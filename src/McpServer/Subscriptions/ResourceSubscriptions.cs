using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.Server.Filters;
using Assistant.Server.Identity;
using Assistant.Server.Transports.Http;
using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Subscriptions;

/// <summary>resources/subscribe of sessions, and subscriptions/listen of revision 2026-07-28.</summary>
internal sealed class ResourceSubscriptions(ResourceWatch watch, TimeProvider time)
{
    private const int MostPerSession = 50;

    /// <summary>By session and resource; a local client's one session has no id.</summary>
    private readonly ConcurrentDictionary<(string Session, string Uri), IDisposable> _sessions = new();

    public static async ValueTask<EmptyResult> SubscribeAsync(RequestContext<SubscribeRequestParams> request, CancellationToken cancellationToken)
    {
        await Of(request.Services).AddAsync(request, request.Params!.Uri, cancellationToken);
        return new();
    }

    public static ValueTask<EmptyResult> UnsubscribeAsync(RequestContext<UnsubscribeRequestParams> request, CancellationToken cancellationToken)
    {
        if (Of(request.Services)._sessions.TryRemove((SessionOf(request)?.Id ?? "", request.Params!.Uri), out var ending))
            ending.Dispose();
        return ValueTask.FromResult(new EmptyResult());
    }

    /// <summary>Holds the stream open: what was granted first, then a notification for each change, until the client or the server ends it.</summary>
    public static ValueTask<EmptyResult> ListenAsync(RequestContext<SubscriptionsListenRequestParams> request, CancellationToken cancellationToken) =>
        Audit.RunAsync(request, RequestMethods.SubscriptionsListen, Of(request.Services).HoldAsync, cancellationToken);

    private async ValueTask<EmptyResult> HoldAsync(RequestContext<SubscriptionsListenRequestParams> request, CancellationToken cancellationToken)
    {
        var (lease, server) = (LeaseOf(request), request.Server);
        var granted = new List<string>();
        var endings = new List<IDisposable>();
        var meta = new JsonObject { [MetaKeys.SubscriptionId] = JsonSerializer.SerializeToNode(request.JsonRpcRequest.Id, McpJsonUtilities.DefaultOptions) };
        try
        {
            foreach (var uri in (request.Params?.Notifications?.ResourceSubscriptions ?? []).Distinct().Take(MostPerSession))
            {
                if (!ReadingGrants.Allows(BoundCaller(request), uri))
                    continue;
                try
                {
                    endings.Add(await watch.WatchAsync(
                        lease, uri, changed => SendAsync(server, NotificationMethods.ResourceUpdatedNotification, new JsonObject { ["uri"] = changed, ["_meta"] = Copy(meta) }, cancellationToken), cancellationToken));
                    granted.Add(uri);
                }
                catch (ToolFailure)
                {
                    // What is not granted is missing in the acknowledgement: that is how this method says no.
                }
            }

            await SendAsync(
                server,
                NotificationMethods.SubscriptionsAcknowledgedNotification,
                new JsonObject
                {
                    ["notifications"] = new JsonObject { ["resourceSubscriptions"] = new JsonArray([.. granted.Select(uri => JsonValue.Create(uri))]) },
                    ["_meta"] = Copy(meta),
                },
                cancellationToken);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Revoked);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, ending.Token);
        }
        catch (OperationCanceledException) when (lease.Revoked.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The key is not good any more: the stream ends.
        }
        finally
        {
            endings.ForEach(one => one.Dispose());
        }

        return new();
    }

    private async Task AddAsync(RequestContext<SubscribeRequestParams> request, string uri, CancellationToken cancellationToken)
    {
        var session = SessionOf(request);
        var key = (Session: session?.Id ?? "", Uri: uri);
        if (_sessions.ContainsKey(key))
            return;
        if (!ReadingGrants.Allows(BoundCaller(request), uri))
            throw new McpProtocolException($"The resource {uri} does not exist, or this key may not read it.", McpErrorCode.InvalidParams);
        if (_sessions.Keys.Count(one => one.Session == key.Session) >= MostPerSession)
            throw new McpProtocolException($"A session can watch at most {MostPerSession} resources.", McpErrorCode.InvalidRequest);
        IDisposable ending;
        var (server, push) = (request.Server, (Func<JsonRpcMessage, CancellationToken, Task>?)(session is null ? null : session.SendAsync));
        try
        {
            ending = await watch.WatchAsync(
                LeaseOf(request),
                uri,
                changed => SendAsync(server, NotificationMethods.ResourceUpdatedNotification, new JsonObject { ["uri"] = changed }, session?.Closing ?? CancellationToken.None, push),
                cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw new McpProtocolException(failure.Message, McpErrorCode.InvalidParams);
        }

        if (!_sessions.TryAdd(key, ending))
            ending.Dispose();
        else
            session?.Closing.Register(() => End(key));
    }

    private void End((string Session, string Uri) key)
    {
        if (_sessions.TryRemove(key, out var ending))
            ending.Dispose();
    }

    private static Task SendAsync(McpServer server, string method, JsonObject parameters, CancellationToken cancellationToken, Func<JsonRpcMessage, CancellationToken, Task>? push = null)
    {
        var notification = new JsonRpcNotification { Method = method, Params = parameters };
        return push is null ? server.SendMessageAsync(notification, cancellationToken) : push(notification, cancellationToken);
    }

    private static JsonObject Copy(JsonObject meta) => (JsonObject)meta.DeepClone();

    private static ResourceSubscriptions Of(IServiceProvider? services) => services!.GetRequiredService<ResourceSubscriptions>();

    private static Caller BoundCaller<T>(RequestContext<T> request) => request.Services!.GetRequiredService<CurrentCall>().Caller;

    private static CallerLease LeaseOf<T>(RequestContext<T> request) => ((CallerPrincipal)request.User!).Lease;

    private static HttpSession? SessionOf<T>(RequestContext<T> request) =>
        request.JsonRpcRequest.Context?.Items?.TryGetValue(HttpSession.ItemKey, out var session) is true ? (HttpSession?)session : null;
}
