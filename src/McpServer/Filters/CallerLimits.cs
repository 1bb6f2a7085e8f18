using System.Threading.RateLimiting;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>
/// Keeps one person's calls from starving everybody else's: so many at a time, so many more waiting, the rest refused.
/// How much Google is asked is limited where Google is called, by its quota units.
/// </summary>
internal sealed class CallerLimits : IDisposable
{
    public const int AtOnce = 64;
    public const int Waiting = 512;

    private readonly PartitionedRateLimiter<string> _calls = PartitionedRateLimiter.Create<string, string>(userId =>
        RateLimitPartition.GetConcurrencyLimiter(userId, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = AtOnce,
            QueueLimit = Waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    public static McpRequestHandler<TParams, TResult> Filter<TParams, TResult>(McpRequestHandler<TParams, TResult> next) =>
        async (request, cancellationToken) =>
        {
            var limits = request.Services!.GetRequiredService<CallerLimits>();
            var call = request.Services!.GetRequiredService<CurrentCall>();
            using var lease = await limits._calls.AcquireAsync(call.Caller.UserId, 1, cancellationToken);
            if (!lease.IsAcquired)
                throw new ToolFailure("too_many_calls", $"More than {AtOnce + Waiting} calls of yours are under way. Wait for some of them, then call again.");
            return await next(request, cancellationToken);
        };

    public void Dispose() => _calls.Dispose();
}
