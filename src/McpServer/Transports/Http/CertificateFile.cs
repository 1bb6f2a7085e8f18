using System.Security.Cryptography.X509Certificates;

namespace Assistant.Server.Transports.Http;

/// <summary>The server's certificate with its key, and what else its file holds: the certificates between it and the root.</summary>
internal static class CertificateFile
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">A file is missing, is neither PKCS #12 nor PEM, or holds no key.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Chain) Load(string path, string? keyPath) =>
        X509Certificate2.GetCertContentType(path) is X509ContentType.Pkcs12 ? FromPkcs12(path) : FromPem(path, keyPath);

    private static (X509Certificate2, X509Certificate2Collection) FromPkcs12(string path)
    {
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password: null);
        return (certificate, Others(certificate, X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password: null)));
    }

    private static (X509Certificate2, X509Certificate2Collection) FromPem(string path, string? keyPath)
    {
        var certificate = X509Certificate2.CreateFromPemFile(path, keyPath);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(path);
        var chain = Others(certificate, all);
        return (OperatingSystem.IsWindows() ? WithStoredKey(certificate) : certificate, chain);
    }

    /// <summary>Windows does TLS in another process, which cannot use a key that lives in this one's memory alone.</summary>
    private static X509Certificate2 WithStoredKey(X509Certificate2 certificate)
    {
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private static X509Certificate2Collection Others(X509Certificate2 certificate, X509Certificate2Collection all) =>
        [.. all.Where(other => other.Thumbprint != certificate.Thumbprint)];
}
