using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Assistant.Tests.Shared;

namespace Assistant.EndToEnd.Tests.Tls;

/// <summary>Certificates for 127.0.0.1 in the files that people have of them.</summary>
internal static class Certificates
{
    private const string Name = "CN=127.0.0.1";

    /// <summary>Signed by itself: a PKCS #12 file without password.</summary>
    public static string Pkcs12(TemporaryFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(Name, key).CreateSelfSigned(Start, End);
        return Write(folder, "server.pfx", certificate.Export(X509ContentType.Pfx));
    }

    /// <summary>Signed by itself: PEM, the key in a file of its own or behind the certificate.</summary>
    public static (string Certificate, string? Key) Pem(TemporaryFolder folder, bool isKeyApart)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(Name, key).CreateSelfSigned(Start, End);
        var (pem, keyPem) = (certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
        return isKeyApart
            ? (Write(folder, "server.pem", pem), Write(folder, "key.pem", keyPem))
            : (Write(folder, "server.pem", pem + keyPem), null);
    }

    /// <summary>What an issuer hands out: the server's certificate, then the one between it and the <paramref name="root"/>.</summary>
    public static (string Certificate, string Key) FullChain(TemporaryFolder folder, out X509Certificate2 root)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        root = Authority("CN=Root of this test", rootKey).CreateSelfSigned(Start, End);
        using var middlePublic = Authority("CN=Between", middleKey).Create(root, Start, End, [1]);
        using var middle = middlePublic.CopyWithPrivateKey(middleKey);
        using var leaf = Request(Name, key).Create(middle, Start, End, [2]);
        return (
            Write(folder, "fullchain.pem", $"{leaf.ExportCertificatePem()}\n{middle.ExportCertificatePem()}\n"),
            Write(folder, "key.pem", key.ExportPkcs8PrivateKeyPem()));
    }

    private static DateTimeOffset Start => TimeProvider.System.GetUtcNow().AddDays(-1);

    private static DateTimeOffset End => TimeProvider.System.GetUtcNow().AddDays(1);

    private static CertificateRequest Request(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }

    private static string Write(TemporaryFolder folder, string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    private static string Write(TemporaryFolder folder, string name, byte[] bytes)
    {
        File.WriteAllBytes(folder.File(name), bytes);
        return folder.File(name);
    }
}
