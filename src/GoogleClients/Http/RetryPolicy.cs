using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Assistant.GoogleClients.Http;

/// <summary>What is worth another attempt, and when.</summary>
internal sealed class RetryPolicy(GoogleHttpOptions options, TimeProvider time, Random random, ILogger logger)
{
    public RetryStrategyOptions<HttpResponseMessage> Strategy => new()
    {
        MaxRetryAttempts = options.MaxAttempts - 1,
        ShouldHandle = ShouldRepeatAsync,
        DelayGenerator = arguments => new(Call(arguments.Context).Wait),
        OnRetry = arguments =>
        {
            Log.Repeated(logger, Call(arguments.Context), Kind(arguments.Outcome));
            arguments.Outcome.Result?.Dispose();
            return default;
        },
    };

    private static GoogleCall Call(ResilienceContext context) => context.Properties.GetValue(GoogleCall.Key, null!);

    private static string Kind(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? ((int)response.StatusCode).ToString(provider: null) : outcome.Exception?.GetType().Name ?? "";

    private async ValueTask<bool> ShouldRepeatAsync(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        var call = Call(arguments.Context);
        var response = arguments.Outcome.Result;
        var transient = response is null
            ? call.IsRepeatable && IsTransient(arguments.Outcome.Exception)
            : await IsTransientAsync(call, response, arguments.Context.CancellationToken);
        if (!transient)
            return false;
        call.Wait = Wait(response, arguments.AttemptNumber);
        // An answer that says "in an hour" is more use to the caller now than after the time limit.
        return call.Wait < options.TotalTimeout - time.GetElapsedTime(call.Started);
    }

    private static bool IsTransient(Exception? exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException;

    /// <summary>A refusal for rate happened before anything was done, so it may be repeated for every method.</summary>
    private static async Task<bool> IsTransientAsync(GoogleCall call, HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => !ErrorReason.IsDaily(await ErrorReason.ReadAsync(response.Content, cancellationToken)),
            HttpStatusCode.Forbidden => ErrorReason.IsRate(await ErrorReason.ReadAsync(response.Content, cancellationToken)),
            HttpStatusCode.RequestTimeout => call.IsRepeatable,
            >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented => call.IsRepeatable,
            _ => false,
        };

    /// <summary>Full jitter over a doubling span; what Google asks for comes first, with a little jitter so that not all come back at once.</summary>
    private TimeSpan Wait(HttpResponseMessage? response, int retriesBefore) =>
        RetryAfter(response) is { } asked
            ? asked + (options.BaseDelay * random.NextDouble())
            : options.BaseDelay * Math.Pow(2, retriesBefore) * random.NextDouble();

    private TimeSpan? RetryAfter(HttpResponseMessage? response)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
