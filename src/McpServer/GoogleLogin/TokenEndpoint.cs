using System.Net;
using System.Text.Json;

namespace Assistant.Server.GoogleLogin;

/// <summary>Posts a form to an OAuth endpoint: bounded in time and size, and with nothing of the form or the answer in any message.</summary>
internal sealed class TokenEndpoint(HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private const int MaximumAnswerBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(handler)
    {
        MaxResponseContentBufferSize = MaximumAnswerBytes,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The answer, where the endpoint gave one that makes sense.</summary>
    /// <exception cref="TokenEndpointException">Everything else; <see cref="TokenEndpointException.Error"/> is the OAuth error code, if there was one.</exception>
    public async Task<TokenReply> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var (status, body) = await SendAsync(address, form, cancellationToken);
        var reply = Parse(body);
        if (status == HttpStatusCode.OK && reply is { Error: null })
            return reply;
        throw TokenEndpointException.For(address, status, reply);
    }

    /// <summary>The same for an endpoint whose success has no body that matters (revocation).</summary>
    public async Task PostForStatusAsync(Uri address, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var (status, body) = await SendAsync(address, form, cancellationToken);
        if (status != HttpStatusCode.OK)
            throw TokenEndpointException.For(address, status, Parse(body));
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(
        Uri address, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await _http.PostAsync(address, content, either.Token);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TokenEndpointException($"{address.Host} did not answer within {Patience.TotalSeconds:0} seconds; try again later.");
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new TokenEndpointException($"{address.Host} sent an answer of more than {MaximumAnswerBytes} bytes, which is not a token: is there a proxy in between?");
        }
        catch (HttpRequestException problem)
        {
            throw new TokenEndpointException($"{address.Host} could not be reached ({problem.HttpRequestError}): check the network, a proxy or a firewall.", problem);
        }
    }

    private static TokenReply? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TokenReplyJson.Default.TokenReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
