using System.CommandLine;
using Assistant.Server.Transports;

namespace Assistant.Server.Commands;

/// <summary>How <c>serve --http</c> faces the network.</summary>
internal sealed class HostingOptions
{
    private readonly Option<string[]> _publicHosts = new("--public-host")
    {
        HelpName = "NAME",
        Description = "Name under which clients reach the server; may be repeated. Requests for other names are refused.",
    };

    private readonly Option<string[]> _origins = new("--allow-origin")
    {
        HelpName = "ORIGIN",
        Description = "Web page that may call from a browser, such as https://app.example.org; may be repeated.",
    };

    private readonly Option<string[]> _proxies = new("--trusted-proxy")
    {
        HelpName = "ADDRESS",
        Description = "Address or network of a proxy that ends TLS in front of the server; may be repeated. Only its X-Forwarded headers count.",
    };

    private readonly Option<string?> _certificate = new("--certificate")
    {
        HelpName = "FILE",
        Description = "Certificate for an https address: PKCS #12 without password, or PEM.",
    };

    private readonly Option<string?> _certificateKey = new("--certificate-key")
    {
        HelpName = "FILE",
        Description = "PEM file of the certificate's private key, where it is a file of its own.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _publicHosts, _origins, _proxies, _certificate, _certificateKey })
            command.Add(option);
    }

    public HttpHostOptions Read(string url, ParseResult parsed) => new()
    {
        Urls = [url],
        PublicHosts = parsed.GetValue(_publicHosts) ?? [],
        AllowedOrigins = parsed.GetValue(_origins) ?? [],
        TrustedProxies = parsed.GetValue(_proxies) ?? [],
        CertificatePath = parsed.GetValue(_certificate),
        CertificateKeyPath = parsed.GetValue(_certificateKey),
    };
}
