using System.Diagnostics;
using Assistant.Server.Identity;
using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>
/// Ties the request to its verified caller and records how it ended, once for each account that it used; it ends with its key.
/// The trace is the server's own, whatever trace its client is in, so that its id names this request and no other.
/// </summary>
internal static class Audit
{
    public static async ValueTask<TResult> RunAsync<TParams, TResult>(
        RequestContext<TParams> request,
        string action,
        McpRequestHandler<TParams, TResult> next,
        CancellationToken cancellationToken)
    {
        var services = request.Services ?? throw new InvalidOperationException("The request has no services.");
        var lease = (request.User as CallerPrincipal)?.Lease
            ?? throw new InvalidOperationException("The transport let a request through without a verified caller.");
        var time = services.GetRequiredService<TimeProvider>();
        var call = services.GetRequiredService<CurrentCall>();
        using var activity = new Activity(action).SetParentId(ActivityTraceId.CreateRandom(), default).Start();
        call.Begin(services.GetRequiredService<ServerPolicy>().Bound(lease.Caller), action, activity.TraceId.ToHexString());
        var started = time.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Revoked);
        var (outcome, detail) = ("failed", (string?)"error");
        try
        {
            var result = await next(request, ending.Token);
            (outcome, detail) = result is CallToolResult { IsError: true } ? ("failed", call.FailureCode) : ("ok", null);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            (outcome, detail) = ("cancelled", lease.Revoked.IsCancellationRequested ? "revoked" : null);
            throw;
        }
        catch (OperationCanceledException) when (lease.Revoked.IsCancellationRequested)
        {
            (outcome, detail) = ("cancelled", "revoked");
            throw new McpProtocolException("The call was stopped, because its key or user was revoked.", McpErrorCode.InvalidRequest);
        }
        catch (InputRequiredException)
        {
            (outcome, detail) = ("asked", null);
            throw;
        }
        catch (Exception) when (call.FailureCode is { } code)
        {
            detail = code;
            throw;
        }
        finally
        {
            Record(services, call, time, started, outcome, detail);
        }
    }

    /// <summary>Without its entry nobody gets an answer, only why there is none.</summary>
    private static void Record(IServiceProvider services, CurrentCall call, TimeProvider time, long started, string outcome, string? detail)
    {
        try
        {
            Record(services.GetRequiredService<IAuditLog>(), call, time, started, outcome, detail);
        }
        catch (StoreUnavailableException exception)
        {
            var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Audit));
            throw new McpProtocolException(Failures.Describe(exception, call, logger), McpErrorCode.InternalError);
        }
    }

    private static void Record(IAuditLog log, CurrentCall call, TimeProvider time, long started, string outcome, string? detail)
    {
        var entry = new AuditEntry(
            time.GetUtcNow(),
            call.Caller.UserId,
            call.Caller.KeyId,
            call.Action,
            AccountId: null,
            outcome,
            detail,
            time.GetElapsedTime(started),
            call.CorrelationId);
        var accounts = call.Accounts;
        if (accounts.Count == 0)
            log.Record(entry);
        foreach (var account in accounts)
            log.Record(entry with { AccountId = account });
    }
}
