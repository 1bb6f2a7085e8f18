using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

/// <summary>Which Host and Origin headers are answered: the defence against DNS rebinding and foreign web pages.</summary>
internal sealed class HostAndOriginRules(HttpHostOptions options)
{
    private readonly HostString[] _publicHosts = [.. options.PublicHosts.Select(host => new HostString(host))];
    private readonly HashSet<string> _origins = new(options.AllowedOrigins, StringComparer.OrdinalIgnoreCase);

    public bool AllowsHost(HostString host) => host.HasValue && (HostNames.IsLoopback(Bare(host)) || IsPublic(host));

    /// <summary>A page of the same machine may call a loopback address; other pages only where configured or of the public host itself.</summary>
    public bool AllowsOrigin(string origin, HostString host)
    {
        if (_origins.Contains(origin))
            return true;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return false;
        return HostNames.IsLoopback(uri.DnsSafeHost)
            ? HostNames.IsLoopback(Bare(host))
            : uri.Scheme == "https" && IsPublic(new HostString(uri.Authority));
    }

    private bool IsPublic(HostString host) =>
        Array.Exists(_publicHosts, known =>
            string.Equals(known.Host, host.Host, StringComparison.OrdinalIgnoreCase) && (known.Port is null || known.Port == host.Port));

    private static string Bare(HostString host) => host.Host.Trim('[', ']');
}
