using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assistant.Server.Transports.Http;

/// <summary>Liveness (<c>/alive</c>) and readiness (<c>/health</c>): one word each, nothing about what is inside.</summary>
internal sealed class HealthEndpoints(IServiceProvider services)
{
    private readonly HealthCheckService? _checks = services.GetService<HealthCheckService>();

    public static Task AliveAsync(HttpContext context) => WriteAsync(context, HealthStatus.Healthy);

    public async Task HealthAsync(HttpContext context)
    {
        var status = _checks is null ? HealthStatus.Healthy : (await _checks.CheckHealthAsync(context.RequestAborted)).Status;
        await WriteAsync(context, status);
    }

    private static Task WriteAsync(HttpContext context, HealthStatus status)
    {
        context.Response.StatusCode = status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(status.ToString(), context.RequestAborted);
    }
}
