using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Transports.Http;

/// <summary>One session of a 2025-11-25 or older client: a server that runs until the session is closed.</summary>
internal sealed class HttpSession : IAsyncDisposable
{
    /// <summary>Under it each message carries the session it came in.</summary>
    public const string ItemKey = "assistant.session";

    private readonly CancellationTokenSource _closing = new();
    private readonly SseStream _stream = new(target: null);
    private readonly McpServer _server;
    private readonly Task _running;
    private readonly Lock _gate = new();
    private Task? _streaming;
    private TaskCompletionSource? _reader;
    private int _closed;
    private int _requests;
    private long _lastUsed;

    public HttpSession(string id, string userId, long now, McpServerOptions options, ILoggerFactory loggers, IServiceProvider services)
    {
        Id = id;
        UserId = userId;
        _lastUsed = now;
#pragma warning disable MCP9006 // Replay belongs to the older era, which clients still speak.
        Transport = new StreamableHttpServerTransport(loggers) { SessionId = id, EventStreamStore = Events };
#pragma warning restore MCP9006
        Closing = _closing.Token;
        _server = McpServer.Create(Transport, options, loggers, services);
        _running = _server.RunAsync(Closing);
    }

    public string Id { get; }

    public string UserId { get; }

    public StreamableHttpServerTransport Transport { get; }

    /// <summary>Cancelled when the session ends: its streams and running calls end with it.</summary>
    public CancellationToken Closing { get; }

    public SseStream Stream => _stream;

    public SessionEvents Events { get; } = new();

    public bool IsBusy => Volatile.Read(ref _requests) > 0;

    /// <summary>The clock's timestamp of the last request.</summary>
    public long LastUsed => Volatile.Read(ref _lastUsed);

    /// <summary>Sends without having been asked, over the session's own stream.</summary>
    public Task SendAsync(JsonRpcMessage message, CancellationToken cancellationToken) => _server.SendMessageAsync(message, cancellationToken);

    public void Enter(long now)
    {
        Interlocked.Increment(ref _requests);
        Volatile.Write(ref _lastUsed, now);
    }

    public void Leave(long now)
    {
        Volatile.Write(ref _lastUsed, now);
        Interlocked.Decrement(ref _requests);
    }

    /// <summary>The transport takes one GET for ever; readers come and go behind its one stream. A new reader ends the one before.</summary>
    public async Task ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Closing);
        var replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _reader, replaced)?.TrySetResult();
        await _stream.AttachAsync(body);
        try
        {
            lock (_gate)
                _streaming ??= Transport.HandleGetRequestAsync(_stream, Closing);
            await body.FlushAsync(leaving.Token);
            await replaced.Task.WaitAsync(leaving.Token);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The reader left, or the session ended.
        }
        finally
        {
            Interlocked.CompareExchange(ref _reader, null, replaced);
            await _stream.DetachAsync(body);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        await Transport.DisposeAsync();
        await _closing.CancelAsync();
        await StatelessRequests.Finished(_running);
        if (_streaming is not null)
            await StatelessRequests.Finished(_streaming);
        await _server.DisposeAsync();
        _closing.Dispose();
    }
}
