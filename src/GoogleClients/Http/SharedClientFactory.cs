using Google.Apis.Http;

namespace Assistant.GoogleClients.Http;

/// <summary>Gives every Google service its own client object over one shared handler.</summary>
internal sealed class SharedClientFactory(HttpMessageHandler shared) : IHttpClientFactory
{
    private readonly Inner _inner = new(shared);

    public ConfigurableHttpClient CreateHttpClient(CreateHttpClientArgs args)
    {
        var client = _inner.CreateHttpClient(args);
        // The pipeline has its own limits, which count waiting and retrying.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    private sealed class Inner(HttpMessageHandler shared) : HttpClientFactory
    {
        protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) => new Borrowed(shared);
    }

    /// <summary>A service that is disposed must leave the connections to the others.</summary>
    private sealed class Borrowed(HttpMessageHandler shared) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _shared = new(shared, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _shared.SendAsync(request, cancellationToken);
    }
}
