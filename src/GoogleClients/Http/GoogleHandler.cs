using System.Net;
using Assistant.GoogleClients.Quota;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace Assistant.GoogleClients.Http;

/// <summary>
/// The way of every call to Google: total time limit, attempts, the account's quota, the limit of one attempt, the whole answer in memory.
/// An answer of 401 passes: whoever holds the token refreshes it.
/// </summary>
internal sealed class GoogleHandler : DelegatingHandler
{
    private readonly GoogleHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly QuotaBuckets _quota;
    private readonly ResiliencePipeline<HttpResponseMessage> _call;
    private readonly ResiliencePipeline _attempt;

    public GoogleHandler(HttpMessageHandler inner, GoogleHttpOptions options, TimeProvider time, Random random, ILogger logger, IQuotaLedger? ledger)
        : base(inner)
    {
        (_options, _time, _logger) = (options, time, logger);
        _quota = new QuotaBuckets(options, time, ledger);
        var call = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddTimeout(options.TotalTimeout);
        if (options.MaxAttempts > 1)
            call.AddRetry(new RetryPolicy(options, time, random, logger).Strategy);
        _call = call.Build();
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new GoogleCall(request, _time.GetTimestamp());
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(GoogleCall.Key, call);
        try
        {
            var response = await _call.ExecuteAsync(
                static (context, state) => state.Self.AttemptAsync(state.Call, context.CancellationToken), context, (Self: this, Call: call));
            Log.Answered(_logger, call.Method.Id, (int)response.StatusCode, call.Attempt, Elapsed(call).TotalMilliseconds);
            return response;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.GivenUp(_logger, call.Method.Id, e.GetType().Name, call.Attempt, Elapsed(call).TotalMilliseconds);
            if (e is TimeoutRejectedException)
                throw new TimeoutException($"Google did not answer {call.Method.Id} in time ({call.Attempt} attempts in {Elapsed(call).TotalSeconds:0} s).", e);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private TimeSpan Elapsed(GoogleCall call) => _time.GetElapsedTime(call.Started);

    private async ValueTask<HttpResponseMessage> AttemptAsync(GoogleCall call, CancellationToken cancellationToken)
    {
        var waited = await _quota.TakeAsync(call.Account, call.Method, call.IsBackground, _options.TotalTimeout - Elapsed(call), cancellationToken);
        if (waited > TimeSpan.Zero)
            Log.WaitedForQuota(_logger, call.Method.Id, waited.TotalMilliseconds);
        call.Attempt++;
        return await _attempt.ExecuteAsync(
            static (state, token) => state.Self.SendOnceAsync(state.Call, token), (Self: this, Call: call), cancellationToken);
    }

    private async ValueTask<HttpResponseMessage> SendOnceAsync(GoogleCall call, CancellationToken cancellationToken)
    {
        if (call.Request.RequestUri?.Scheme == Uri.UriSchemeHttps)
            (call.Request.Version, call.Request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        var response = await base.SendAsync(call.Request, cancellationToken);
        try
        {
            // The whole body here, so that one that ends too early is repeated as well.
            await response.Content.LoadIntoBufferAsync(_options.MaxResponseBytes, cancellationToken);
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response.Dispose();
            throw new GoogleResponseTooLargeException(call.Method.Id, _options.MaxResponseBytes);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
