using System.Globalization;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>Puts the faults that were asked for around a call.</summary>
internal sealed class FaultInjector(SandboxFaults faults, TimeProvider time)
{
    public async Task<Reply> AroundAsync(Exchange exchange, Func<Reply> serve, CancellationToken cancellationToken)
    {
        var fault = faults.Strike(exchange.FaultKey, exchange.Person);
        if (fault is null)
            return serve();
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, time, fault.Late ? CancellationToken.None : cancellationToken);
        var broken = fault.Reset ? Reply.Reset : Error(exchange, fault);
        if (broken is null || fault.AfterEffect)
        {
            var answer = serve();
            return broken ?? (fault.Truncate ? answer with { Truncated = true } : answer);
        }
        return broken;
    }

    private static Reply? Error(Exchange exchange, SandboxFault fault)
    {
        if (fault.Status is not { } status)
            return null;
        var reply = exchange.MethodId is null
            ? Reply.Json(status, new JsonObject { ["error"] = fault.Reason ?? "internal_failure" })
            : GoogleError.Of(status, fault.Reason ?? DefaultReason(status), "A fault asked of the sandbox.");
        return fault.RetryAfter is { } wait
            ? reply.With("Retry-After", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : reply;
    }

    private static string DefaultReason(int status) => status switch
    {
        400 => "badRequest",
        401 => "authError",
        403 => "forbidden",
        404 => "notFound",
        410 => "deleted",
        429 => "rateLimitExceeded",
        _ => "backendError",
    };
}
