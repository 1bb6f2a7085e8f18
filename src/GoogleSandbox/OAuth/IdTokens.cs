using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>ID tokens (OpenID Connect Core §2), signed with RS256 by a key of this sandbox alone.</summary>
internal sealed class IdTokens(Func<string> issuer, string clientId, TimeProvider time) : IDisposable
{
    private const string KeyId = "sandbox";
    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));

    public string Issue(SeedPerson person, string? nonce, IReadOnlyList<string> scopes)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = issuer(),
            ["azp"] = clientId,
            ["aud"] = clientId,
            ["sub"] = Subject(person.Email),
            ["iat"] = now,
            ["exp"] = now + 3600,
        };
        if (nonce is not null)
            claims["nonce"] = nonce;
        if (scopes.Contains(ScopeNames.Email))
        {
            claims["email"] = person.Email;
            claims["email_verified"] = true;
        }
        if (scopes.Contains(ScopeNames.Profile))
            claims["name"] = person.Name;
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = KeyId, ["typ"] = "JWT" };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var signature = _key.Value.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The public key as a JSON Web Key Set (RFC 7517).</summary>
    public JsonObject KeySet()
    {
        var key = _key.Value.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["alg"] = "RS256",
                ["use"] = "sig",
                ["kid"] = KeyId,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
    }

    /// <summary>A person's account number, as Google has them: 21 decimal digits that never change.</summary>
    public static string Subject(string email)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(email));
        return "1" + (new System.Numerics.BigInteger(hash.AsSpan(0, 8), isUnsigned: true)).ToString("D20", null);
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
