namespace Assistant.Server.Transports;

/// <summary>How the HTTP server listens and whom it believes. Checked by <see cref="HttpHost"/> before anything is opened.</summary>
internal sealed class HttpHostOptions
{
    /// <summary>Where to listen, such as <c>http://127.0.0.1:8085</c>; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; set; } = ["http://127.0.0.1:8085"];

    /// <summary>Names under which clients reach the server, with or without a port. Loopback names are always known.</summary>
    public IReadOnlyList<string> PublicHosts { get; set; } = [];

    /// <summary>Web pages that may call from a browser, such as <c>https://app.example.com</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Addresses or networks (<c>10.0.0.5</c>, <c>10.0.0.0/8</c>) of the proxies that end TLS in front of this server; only their X-Forwarded headers count.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>A PKCS #12 file without password, or a PEM file, for https addresses.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The PEM file of the private key where <see cref="CertificatePath"/> does not hold it.</summary>
    public string? CertificateKeyPath { get; set; }

    /// <summary>Largest request body.</summary>
    public int MaxBodyBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>A session of a 2025-11-25 or older client ends when it was unused for so long.</summary>
    public TimeSpan SessionIdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Where it is reached, a session that was unused for a minute makes room; if there is none, the next one is refused.</summary>
    public int MaxSessionsPerUser { get; set; } = 100;

    public int MaxSessions { get; set; } = 2000;

    /// <summary>A comment is sent so often on a silent stream, so that proxies do not close it.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long running calls may take to end after a stop signal.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
