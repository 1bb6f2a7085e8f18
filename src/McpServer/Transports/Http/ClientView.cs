using System.Net;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

/// <summary>Scheme and host as the client sees them: the request's own, or what a trusted proxy forwards.</summary>
internal readonly record struct ClientView(string Scheme, HostString Host)
{
    public string Url(string path) => $"{Scheme}://{Host.Value}{path}";
}

/// <summary>Believes X-Forwarded headers from declared proxies only.</summary>
internal sealed class TrustedProxies(IReadOnlyList<string> addresses)
{
    private readonly IPNetwork[] _networks = [.. addresses.Select(Parse)];

    /// <summary>False where a request came in the clear from another machine that is no proxy.</summary>
    public bool TryGetView(HttpContext context, out ClientView view)
    {
        var request = context.Request;
        view = new ClientView(request.Scheme, request.Host);
        if (_networks.Length == 0)
            return true;
        var remote = context.Connection.RemoteIpAddress;
        if (!IsProxy(remote))
            return request.IsHttps || (remote is not null && IPAddress.IsLoopback(remote));
        view = new ClientView(
            Last(request.Headers["X-Forwarded-Proto"]) is "https" ? "https" : request.Scheme,
            Last(request.Headers["X-Forwarded-Host"]) is { Length: > 0 } host ? new HostString(host) : request.Host);
        return true;
    }

    private bool IsProxy(IPAddress? address)
    {
        if (address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    /// <summary>The value that the nearest proxy added.</summary>
    private static string? Last(string? header) => header?[(header.LastIndexOf(',') + 1)..].Trim();

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network : SingleAddress(IPAddress.Parse(text));

    private static IPNetwork SingleAddress(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}
