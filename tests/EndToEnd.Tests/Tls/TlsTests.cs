using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.GoogleClients;
using Assistant.Server;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;

namespace Assistant.EndToEnd.Tests.Tls;

public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    [InlineData("pem and key")]
    public async Task Over_TLS_a_client_without_a_key_is_shown_an_https_address(string files)
    {
        var (certificate, key) = files switch
        {
            "pfx" => (Certificates.Pkcs12(_folder), null),
            "pem" => Certificates.Pem(_folder, isKeyApart: false),
            _ => Certificates.Pem(_folder, isKeyApart: true),
        };
        await using var server = await ServeAsync(certificate, key);
        using var client = Client((_, _) => true);

        using var refused = await client.PostAsync(server.Endpoint, null, Stage.Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var challenge = Assert.Single(refused.Headers.WwwAuthenticate).Parameter;
        var address = $"https://127.0.0.1:{server.Endpoint.Port}";
        Assert.Contains($"resource_metadata=\"{address}/.well-known/oauth-protected-resource/mcp\"", challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_knows_only_the_root_trusts_the_chain_of_a_full_chain_file()
    {
        var (certificate, key) = Certificates.FullChain(_folder, out var root);
        using var trusted = root;
        await using var server = await ServeAsync(certificate, key);
        using var client = Client((leaf, sent) => Leads(leaf, sent, trusted));

        using var alive = await client.GetAsync(new Uri(server.Endpoint, "/alive"), Stage.Stop);

        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    /// <summary>Whether the certificates that the server sent, and no others, lead from its own to the root.</summary>
    private static bool Leads(X509Certificate2 leaf, X509Chain sent, X509Certificate2 root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return chain.Build(leaf);
    }

    private static HttpClient Client(Func<X509Certificate2, X509Chain, bool> trusts) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, _) => trusts((X509Certificate2)certificate!, chain!),
        },
    });

    private Task<StageServer> ServeAsync(string certificate, string? key)
    {
        var hosting = new HttpHostOptions { Urls = ["https://127.0.0.1:0"], CertificatePath = certificate, CertificateKeyPath = key };
        var options = new AssistantOptions
        {
            DataFolder = _folder.File("data"),
            ConfigurationFolder = _folder.File("configuration"),
            Google = new GoogleEndpoints(),
            OAuthClient = OAuthClient.Sandbox,
        };
        return StageServer.StartAsync(options, new SecretWatch(OAuthClient.Sandbox.Secret.Value, []), time: null, hosting);
    }
}
