using Assistant.TokenStore;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

/// <summary>
/// Liveness (<c>/alive</c>: the process answers) and readiness (<c>/health</c>: its store can be read too, else 503). One word, nothing about what is inside.
/// </summary>
internal sealed class HealthEndpoints(ISessionStore store)
{
    private const string NobodysId = "nobody";

    public static Task AliveAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("Healthy", context.RequestAborted);
    }

    /// <exception cref="StoreUnavailableException">The store cannot be read; <see cref="FrontDoor"/> answers and logs it as for any other request.</exception>
    public async Task HealthAsync(HttpContext context)
    {
        await store.ListAsync(NobodysId, context.RequestAborted);
        await AliveAsync(context);
    }
}
