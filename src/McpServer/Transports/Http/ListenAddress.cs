using System.Net;

namespace Assistant.Server.Transports.Http;

/// <summary>One address of <see cref="HttpHostOptions.Urls"/>, taken apart.</summary>
internal sealed record ListenAddress(string Url, bool IsHttps, bool IsLoopback)
{
    public static ListenAddress Parse(string url)
    {
        // Kestrel's wildcards are no valid hosts of a Uri.
        var readable = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(readable, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"'{url}' is no address to listen on; write one such as http://127.0.0.1:8085.");
        if (uri.AbsolutePath != "/" || uri.Query.Length > 0)
            throw new InvalidOperationException($"'{url}' must end after the port: the server chooses its paths itself (/mcp).");
        return new ListenAddress(url, uri.Scheme == "https", HostNames.IsLoopback(uri.DnsSafeHost));
    }
}

internal static class HostNames
{
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
