using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Server.Transports.Http;

/// <summary>Every request enters here: Host, Origin and CORS first, then the path.</summary>
internal sealed partial class FrontDoor(
    HttpHostOptions options,
    TrustedProxies proxies,
    HostAndOriginRules rules,
    McpEndpoint mcp,
    HealthEndpoints health,
    ILogger<FrontDoor> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await RouteAsync(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody reads an answer.
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Refusals.TooLarge(options.MaxBodyBytes).WriteAsync(context);
        }
        catch (BadHttpRequestException exception)
        {
            await new Refusal(exception.StatusCode, -32000, "The HTTP request is not valid.").WriteAsync(context);
        }
        catch (StoreUnavailableException exception)
        {
            LogFailure(logger, ExceptionText.WithoutContent(exception));
            await Refusals.StoreUnavailable.WriteAsync(context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFailure(logger, ExceptionText.WithoutContent(exception));
            await Refusals.Failed.WriteAsync(context);
        }
    }

    private Task RouteAsync(HttpContext context)
    {
        if (!proxies.TryGetView(context, out var view))
            return Refusals.Insecure.WriteAsync(context);
        if (!rules.AllowsHost(view.Host))
            return Refusals.Host.WriteAsync(context);
        if (context.Request.Headers.Origin is { Count: > 0 } origin)
        {
            if (!rules.AllowsOrigin(origin.ToString(), view.Host))
                return Refusals.Origin.WriteAsync(context);
            Cors.Allow(context.Response, origin.ToString());
            if (Cors.IsPreflight(context.Request))
                return Cors.AnswerPreflight(context);
        }

        return context.Request.Path.Value switch
        {
            HttpHost.McpPath or HttpHost.McpPath + "/" => mcp.HandleAsync(context, view),
            ResourceMetadata.Path or ResourceMetadata.Path + HttpHost.McpPath => ResourceMetadata.HandleAsync(context, view),
            "/alive" => HealthEndpoints.AliveAsync(context),
            "/health" => health.HealthAsync(context),
            _ => Refusals.NotFound.WriteAsync(context),
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed: {Exception}")]
    private static partial void LogFailure(ILogger logger, string exception);
}
