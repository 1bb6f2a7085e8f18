using Assistant.Server.Identity;
using Assistant.TokenStore;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Stdio;

/// <summary>Reads messages for one local user and verifies that user for each of them.</summary>
internal sealed partial class StdioSession(ICallers callers, string userName, EraMultiplexer multiplexer, LineWriter writer, ILogger logger)
{
    /// <summary>Claude waits 300 seconds for a call, so nobody waits longer for one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(300);

    public async Task<int> RunAsync(LineReader reader, CancellationToken cancellationToken)
    {
        if (await callers.FromUserAsync(userName, cancellationToken) is not { } known)
            return await EndAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, writer.Broken, known.Revoked);
        try
        {
            while (await reader.ReadAsync(ending.Token).AsTask().WaitAsync(ending.Token) is { } line)
            {
                if (!await ReceiveAsync(line, ending.Token))
                    return await EndAsync();
            }

            await multiplexer.DrainAsync(Patience, ending.Token);
            return 0;
        }
        catch (OperationCanceledException) when (known.Revoked.IsCancellationRequested)
        {
            return await EndAsync();
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>False where the user is no longer known.</summary>
    private async Task<bool> ReceiveAsync(InputLine line, CancellationToken cancellationToken)
    {
        if (line.Message.Message is not { } message)
        {
            await writer.WriteAsync(new JsonRpcError { Id = line.Message.Id, Error = Explain(line) }, cancellationToken);
            return true;
        }

        CallerLease? lease;
        try
        {
            lease = await callers.FromUserAsync(userName, cancellationToken);
        }
        catch (StoreUnavailableException exception)
        {
            await RefuseAsync(message, exception, cancellationToken);
            return true;
        }

        if (lease is null)
            return false;
        (message.Context ??= new JsonRpcMessageContext()).User = new CallerPrincipal(lease);
        multiplexer.Receive(message);
        return true;
    }

    private async Task RefuseAsync(JsonRpcMessage message, StoreUnavailableException exception, CancellationToken cancellationToken)
    {
        LogUnavailable(logger, ExceptionText.WithoutContent(exception));
        if (message is not JsonRpcRequest request)
            return;
        var error = new JsonRpcErrorDetail { Code = (int)McpErrorCode.InternalError, Message = exception.Message };
        await writer.WriteAsync(new JsonRpcError { Id = request.Id, Error = error }, cancellationToken);
    }

    private async Task<int> EndAsync()
    {
        var text = $"The user '{userName}' does not exist; run 'assistant users add {userName}', or choose another with --user.";
        LogNoUser(logger, userName);
        await multiplexer.AbortAsync(new JsonRpcErrorDetail { Code = -32000, Message = text });
        return 1;
    }

    private static JsonRpcErrorDetail Explain(InputLine line)
    {
        var (code, message) = line switch
        {
            { IsTooLong: true } => (McpErrorCode.InvalidRequest, $"The line is longer than {LineReader.MaxLineBytes} bytes; it was skipped."),
            { Message.Failure: ParseFailure.Batch } => (McpErrorCode.InvalidRequest, "Batches are not supported: send one message per line."),
            { Message.Failure: ParseFailure.NoMessage } => (McpErrorCode.InvalidRequest, "The line is no JSON-RPC 2.0 request, notification or response."),
            _ => (McpErrorCode.ParseError, "The line is not well-formed JSON, or nested deeper than 64 levels."),
        };
        return new JsonRpcErrorDetail { Code = (int)code, Message = message };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The user '{UserName}' does not exist or was removed")]
    private static partial void LogNoUser(ILogger logger, string userName);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message was refused: {Exception}")]
    private static partial void LogUnavailable(ILogger logger, string exception);
}
