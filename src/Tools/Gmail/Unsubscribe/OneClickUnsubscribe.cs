using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Assistant.Tools.Gmail.Unsubscribe;

/// <summary>
/// The one request that ever goes to an address from a mail (RFC 8058 §3.1): a POST of a fixed text over https, to a public address that was looked up once,
/// without cookies, redirects or anything that says who asks.
/// </summary>
internal sealed class OneClickUnsubscribe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _http;

    public OneClickUnsubscribe(OneClickNetwork network) => _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectTimeout = Patience,
        MaxResponseHeadersLength = 16,
        SslOptions = network.Tls,
        ConnectCallback = async (context, cancellationToken) => await ConnectAsync(network, context.DnsEndPoint, cancellationToken),
    });

    /// <returns>The answer's status code.</returns>
    /// <exception cref="ToolFailure">The address may not be asked, or does not answer.</exception>
    public async Task<int> PostAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (uri.Scheme != Uri.UriSchemeHttps || uri.Port != 443 || uri.UserInfo.Length > 0)
            throw new ToolFailure("unsubscribe_refused", "The unsubscribe address is not an ordinary https address, so it is not asked.");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0");
        try
        {
            // Of the answer nothing but its status is of interest: the body is never read.
            using var response = await _http.SendAsync(request, late.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException failure) when (failure.InnerException is ToolFailure refusal)
        {
            throw refusal;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ToolFailure("unsubscribe_failed", "The list's server did not answer as it should. It is not known whether it took you off the list.", failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Stream> ConnectAsync(OneClickNetwork network, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await network.Resolve(target.Host, cancellationToken);
        if (addresses.Count == 0 || !addresses.All(PublicAddress.Is))
            throw new ToolFailure("unsubscribe_refused", "The unsubscribe address does not lead to the public internet, so it is not asked.");
        return await network.Connect(addresses[0], target.Port, cancellationToken);
    }
}

/// <summary>How the outside is reached; tests put their own in.</summary>
internal sealed record OneClickNetwork
{
    public Func<string, CancellationToken, Task<IReadOnlyList<IPAddress>>> Resolve { get; init; } = async (host, cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken);

    public Func<IPAddress, int, CancellationToken, Task<Stream>> Connect { get; init; } = async (address, port, cancellationToken) =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    };

    public System.Net.Security.SslClientAuthenticationOptions Tls { get; init; } = new();
}
