using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Assistant.Tools.Gmail.Unsubscribe;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Tests.Gmail;

public sealed class UnsubscribeTests
{
    private const string Good = "mx.google.com;\r\n dkim=pass header.i=@news.example header.s=k1 header.b=AbCdEfGh;\r\n spf=pass smtp.mailfrom=x@news.example";
    private const string Signature = "v=1; a=rsa-sha256; d=news.example; s=k1; h=from:subject:list-unsubscribe\r\n :List-Unsubscribe-Post; bh=xyz=; b=AbCd\r\n EfGhIjKl=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void One_click_needs_https_the_post_field_and_a_good_signature_over_both()
    {
        var ways = UnsubscribeWays.Of(Mail());

        Assert.Equal("https://news.example/leave?id=1", ways.OneClick!.AbsoluteUri);
        Assert.Equal(("leave@news.example", "bye now"), (ways.Mail!.Address, ways.MailSubject));
        Assert.Null(ways.WhyNotOneClick);
    }

    public static TheoryData<string, string?> Forgeries => new()
    {
        { "Authentication-Results", "mx.evil.example; dkim=pass header.i=@news.example header.s=k1 header.b=AbCdEfGh" },
        { "Authentication-Results", "mx.google.com; dkim=fail header.i=@news.example header.s=k1 header.b=AbCdEfGh" },
        { "Authentication-Results", "mx.google.com; dkim=pass header.i=@other.example header.s=k1 header.b=AbCdEfGh" },
        { "Authentication-Results", "mx.google.com; dkim=pass header.i=@news.example header.s=k2 header.b=AbCdEfGh" },
        { "Authentication-Results", "mx.google.com; dkim=pass header.i=@news.example header.s=k1 header.b=ZZZZZZZZ" },
        { "Authentication-Results", "mx.google.com; dkim=pass header.i=@news.example header.s=k1" },
        { "Authentication-Results", null },
        { "DKIM-Signature", "d=news.example; s=k1; h=from:list-unsubscribe; b=AbCdEfGhIjKl=" },
        { "DKIM-Signature", null },
        { "List-Unsubscribe-Post", null },
        { "List-Unsubscribe-Post", "List-Unsubscribe=Two-Clicks" },
        { "List-Unsubscribe", "<http://news.example/leave>" },
        { "List-Unsubscribe", "https://news.example/leave" },
        { "List-Unsubscribe", null },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void Without_any_of_them_there_is_no_one_click(string field, string? value)
    {
        var ways = UnsubscribeWays.Of(Mail(field, value));

        Assert.Null(ways.OneClick);
        Assert.NotNull(ways.WhyNotOneClick);
    }

    [Fact]
    public void A_verdict_below_the_topmost_is_the_senders_own_and_counts_for_nothing()
    {
        var mail = Mail("Authentication-Results", "mx.google.com; dkim=none");
        mail.Payload.Headers.Add(new() { Name = "Authentication-Results", Value = Good });

        Assert.Null(UnsubscribeWays.Of(mail).OneClick);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_public_internet_are_asked(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://news.example/x")]
    [InlineData("https://news.example:8443/x")]
    [InlineData("https://user@news.example/x")]
    public async Task Only_an_ordinary_https_address_is_asked(string uri)
    {
        using var request = new OneClickUnsubscribe(new OneClickNetwork { Resolve = (_, _) => throw new InvalidOperationException("Nothing may be looked up.") });

        Assert.Equal("unsubscribe_refused", (await Assert.ThrowsAsync<ToolFailure>(() => request.PostAsync(new Uri(uri), Stop))).Code);
    }

    [Fact]
    public async Task A_name_that_leads_into_the_own_network_is_not_connected_to()
    {
        using var request = new OneClickUnsubscribe(new OneClickNetwork
        {
            Resolve = (_, _) => Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse("93.184.216.34"), IPAddress.Loopback]),
            Connect = (_, _, _) => throw new InvalidOperationException("Nothing may be connected to."),
        });

        Assert.Equal("unsubscribe_refused", (await Assert.ThrowsAsync<ToolFailure>(() => request.PostAsync(new Uri("https://news.example/x"), Stop))).Code);
    }

    [Fact]
    public async Task One_request_goes_out_to_the_address_that_was_looked_up_and_a_redirect_is_not_followed()
    {
        using var key = RSA.Create(2048);
        var made = new CertificateRequest("CN=news.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (asked, lookups) = (new List<IPAddress>(), 0);
        using var request = new OneClickUnsubscribe(new OneClickNetwork
        {
            Resolve = (_, _) =>
            {
                lookups++;
                return Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse("93.184.216.34")]);
            },
            Connect = async (address, _, stop) =>
            {
                asked.Add(address);
                var client = new TcpClient();
                await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, stop);
                return client.GetStream();
            },
            Tls = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, seen, _, _) => seen?.GetCertHashString() == certificate.GetCertHashString() },
        });
        var server = AnswerAsync(listener, certificate);

        var status = await request.PostAsync(new Uri("https://news.example/leave?id=1"), Stop);

        Assert.Equal(302, status);
        Assert.Equal((1, "93.184.216.34"), (lookups, Assert.Single(asked).ToString()));
        var seen = await server;
        Assert.StartsWith("POST /leave?id=1 HTTP/1.1", seen, StringComparison.Ordinal);
        Assert.EndsWith("List-Unsubscribe=One-Click", seen, StringComparison.Ordinal);
        foreach (var telling in new[] { "Cookie", "Referer", "traceparent", "Authorization" })
            Assert.DoesNotContain(telling, seen, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> AnswerAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync(Stop);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(certificate);
        var buffer = new byte[8_192];
        var text = "";
        while (!text.EndsWith("One-Click", StringComparison.Ordinal))
            text += Encoding.ASCII.GetString(buffer, 0, await tls.ReadAsync(buffer, Stop));
        await tls.WriteAsync("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), Stop);
        return text;
    }

    private static Message Mail(string? field = null, string? value = null)
    {
        var headers = new Dictionary<string, string?>
        {
            ["Authentication-Results"] = Good,
            ["DKIM-Signature"] = Signature,
            ["List-Unsubscribe"] = "<mailto:leave@news.example?subject=bye%20now>, <https://news.example/leave?id=1>",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        };
        if (field is not null)
            headers[field] = value;
        return new() { Payload = new() { Headers = [.. headers.Where(header => header.Value is not null).Select(header => new MessagePartHeader { Name = header.Key, Value = header.Value })] } };
    }
}
