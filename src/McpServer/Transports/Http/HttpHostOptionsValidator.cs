using System.Net;

namespace Assistant.Server.Transports.Http;

/// <summary>Refuses settings that would expose keys or mail, with a message that says what to change.</summary>
internal static class HttpHostOptionsValidator
{
    /// <exception cref="InvalidOperationException">The settings cannot be used; the message says what to do.</exception>
    public static IReadOnlyList<ListenAddress> Validate(HttpHostOptions options)
    {
        if (options.Urls.Count == 0)
            throw new InvalidOperationException("Name at least one address to listen on, such as http://127.0.0.1:8085.");
        var addresses = options.Urls.Select(ListenAddress.Parse).ToArray();
        foreach (var address in addresses)
            CheckExposure(address, options);
        foreach (var host in options.PublicHosts)
            CheckHost(host);
        foreach (var origin in options.AllowedOrigins)
            CheckOrigin(origin);
        foreach (var proxy in options.TrustedProxies)
            CheckProxy(proxy);
        CheckLimits(options);
        return addresses;
    }

    private static void CheckExposure(ListenAddress address, HttpHostOptions options)
    {
        if (address.IsHttps && options.CertificatePath is null)
            throw new InvalidOperationException($"{address.Url} needs a certificate: name a PKCS #12 or PEM file.");
        if (address.IsLoopback)
            return;
        if (!address.IsHttps && options.TrustedProxies.Count == 0)
        {
            throw new InvalidOperationException(
                $"{address.Url} can be reached from other machines without TLS, so keys would travel in the clear. " +
                "Listen on 127.0.0.1, use https with a certificate, or name the trusted proxy that ends TLS in front of this server.");
        }

        if (options.PublicHosts.Count == 0)
        {
            throw new InvalidOperationException(
                $"{address.Url} can be reached from other machines: name the public host that clients will use, such as mail.example.com.");
        }
    }

    private static void CheckHost(string host)
    {
        if (host.Contains('/', StringComparison.Ordinal) || !Uri.TryCreate($"http://{host}", UriKind.Absolute, out var uri) || uri.Authority.Length == 0)
        {
            throw new InvalidOperationException(
                $"'{host}' is no host name; write it without scheme and path, such as mail.example.com or mail.example.com:8443.");
        }
    }

    private static void CheckOrigin(string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
        {
            throw new InvalidOperationException(
                $"'{origin}' is no origin; write scheme and host, without a path or a closing slash, such as https://app.example.com.");
        }
    }

    private static void CheckProxy(string proxy)
    {
        if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
            throw new InvalidOperationException($"'{proxy}' is no address of a proxy; write one such as 10.0.0.5, or a network such as 10.0.0.0/8.");
    }

    private static void CheckLimits(HttpHostOptions options)
    {
        if (options.MaxBodyBytes < 1024)
            throw new InvalidOperationException("The largest request body must be at least 1024 bytes.");
        if (options.MaxSessionsPerUser < 1 || options.MaxSessions < 1)
            throw new InvalidOperationException("At least one session must be allowed, per user and in all.");
        if (options.SessionIdleTimeout <= TimeSpan.Zero || options.KeepAlive <= TimeSpan.Zero || options.ShutdownTimeout <= TimeSpan.Zero)
            throw new InvalidOperationException("Idle time, keep-alive interval and shutdown time must be longer than zero.");
    }
}
