using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Tests.OAuth;

public sealed class IdTokenTests
{
    [Fact]
    public async Task An_id_token_names_the_person_and_verifies_with_the_published_key()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var flow = new CodeFlow(sandbox);
        flow.Query["scope"] = "openid email profile";
        flow.Query["nonce"] = "n-1";
        var (_, tokens) = await flow.ExchangeAsync(await flow.CodeAsync());
        var pieces = tokens["id_token"]!.GetValue<string>().Split('.');
        var keys = JsonNode.Parse(await sandbox.Client.GetStringAsync("/oauth2/v3/certs", TestContext.Current.CancellationToken))!["keys"]!;

        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(pieces[1]))!;
        using var key = RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(keys[0]!["n"]!.GetValue<string>()),
            Exponent = Base64Url.DecodeFromChars(keys[0]!["e"]!.GetValue<string>()),
        });

        Assert.True(key.VerifyData(
            Encoding.ASCII.GetBytes($"{pieces[0]}.{pieces[1]}"), Base64Url.DecodeFromChars(pieces[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(sandbox.Host.BaseAddress.GetLeftPart(UriPartial.Authority), claims["iss"]!.GetValue<string>());
        Assert.Equal(sandbox.Host.ClientId, claims["aud"]!.GetValue<string>());
        Assert.Equal(SmallWorld.Ada, claims["email"]!.GetValue<string>());
        Assert.Equal("Ada Lovelace", claims["name"]!.GetValue<string>());
        Assert.Equal("n-1", claims["nonce"]!.GetValue<string>());
        Assert.Equal(SmallWorld.Now.ToUnixTimeSeconds(), claims["iat"]!.GetValue<long>());
        Assert.Equal(21, claims["sub"]!.GetValue<string>().Length);
    }

    [Fact]
    public async Task User_info_tells_only_what_the_scopes_open()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "openid", "email");

        var info = JsonNode.Parse(await sandbox.Client.GetStringAsync("/oauth2/v2/userinfo", TestContext.Current.CancellationToken))!;

        Assert.Equal(SmallWorld.Ada, info["email"]!.GetValue<string>());
        Assert.Null(info["name"]);
    }
}
