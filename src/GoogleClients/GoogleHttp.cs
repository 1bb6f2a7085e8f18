using System.Net;
using Assistant.GoogleClients.Http;
using Assistant.GoogleClients.Json;
using Assistant.GoogleClients.Quota;
using Google.Apis.Calendar.v3;
using Google.Apis.Gmail.v1;
using Google.Apis.Http;
using Google.Apis.Services;
using Microsoft.Extensions.Logging;

namespace Assistant.GoogleClients;

/// <summary>The one pool of connections to Google, for all users, with quota and retries; and the services that use it.</summary>
public sealed class GoogleHttp : IDisposable
{
    private readonly GoogleEndpoints _endpoints;
    private readonly GoogleHandler _handler;

    /// <exception cref="ArgumentException">The options make no sense; the message says what to change.</exception>
    public GoogleHttp(GoogleHttpOptions options, GoogleEndpoints endpoints, TimeProvider time, ILogger<GoogleHttp> logger, IQuotaLedger? ledger = null)
        : this(options, endpoints, time, Random.Shared, logger, Sockets(options), ledger)
    {
    }

    internal GoogleHttp(GoogleHttpOptions options, GoogleEndpoints endpoints, TimeProvider time, Random random, ILogger logger, HttpMessageHandler bottom, IQuotaLedger? ledger = null)
    {
        if (options.Problem() is { } problem)
            throw new ArgumentException(problem, nameof(options));
        _endpoints = endpoints;
        _handler = new GoogleHandler(bottom, options, time, random, logger, ledger);
        ClientFactory = new SharedClientFactory(_handler);
    }

    /// <summary>For the initializers of Google's services and flows. Clients made by it may be disposed; the connections stay.</summary>
    public IHttpClientFactory ClientFactory { get; }

    /// <param name="credential">Adds the token; usually also handles 401 and sets <see cref="GoogleRequest.AccountKey"/>.</param>
    public GmailService Gmail(IConfigurableHttpClientInitializer? credential) => new(Initializer(credential, _endpoints.Gmail));

    /// <inheritdoc cref="Gmail"/>
    public CalendarService Calendar(IConfigurableHttpClientInitializer? credential) =>
        new(Initializer(credential, new Uri(_endpoints.Calendar, "calendar/v3/")));

    public void Dispose() => _handler.Dispose();

    private BaseClientService.Initializer Initializer(IConfigurableHttpClientInitializer? credential, Uri baseAddress) => new()
    {
        ApplicationName = "assistant",
        BaseUri = baseAddress.AbsoluteUri,
        HttpClientFactory = ClientFactory,
        HttpClientInitializer = credential,
        Serializer = GoogleJsonSerializer.Instance,
        // Google's own retry repeats a POST as well: a mail sent twice.
        DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
    };

    private static SocketsHttpHandler Sockets(GoogleHttpOptions options) => new()
    {
        PooledConnectionLifetime = options.PooledConnectionLifetime,
        ConnectTimeout = options.ConnectTimeout,
        AutomaticDecompression = DecompressionMethods.All,
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        // Our trace ids join our own log and audit; they are no business of Google's.
        ActivityHeadersPropagator = null,
    };
}
