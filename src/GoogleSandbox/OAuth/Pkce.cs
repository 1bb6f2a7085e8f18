using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>Proof Key for Code Exchange, method S256 (RFC 7636).</summary>
internal static class Pkce
{
    public static bool IsWellFormed(string value)
        => value.Length is >= 43 and <= 128 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~');

    public static bool Fits(string challenge, string verifier)
        => IsWellFormed(verifier) && challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
