using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.TokenStore;

/// <summary>
/// <c>asst_</c> and the base64url of 32 random bytes and the first 4 bytes of their SHA-256: scanners of leaked secrets recognise it, and a typing error
/// is found without a look-up.
/// </summary>
internal static class KeyText
{
    public const int Length = 53;
    public const int DigestBytes = SHA256.HashSizeInBytes;

    private const string Prefix = "asst_";
    private const int SecretBytes = 32;
    private const int CheckBytes = 4;

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[SecretBytes + CheckBytes];
        RandomNumberGenerator.Fill(bytes[..SecretBytes]);
        Check(bytes[..SecretBytes], bytes[SecretBytes..]);
        return Prefix + Base64Url.EncodeToString(bytes);
    }

    /// <summary>Whether it can be a key at all.</summary>
    public static bool IsWellFormed(string text)
    {
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        Span<byte> bytes = stackalloc byte[SecretBytes + CheckBytes];
        Span<byte> check = stackalloc byte[CheckBytes];
        if (!Base64Url.TryDecodeFromChars(text.AsSpan(Prefix.Length), bytes, out var length) || length != bytes.Length)
            return false;
        Check(bytes[..SecretBytes], check);
        return check.SequenceEqual(bytes[SecretBytes..]);
    }

    /// <param name="text">Of <see cref="Length"/> characters.</param>
    /// <param name="digest">Takes the <see cref="DigestBytes"/> of its SHA-256.</param>
    public static void Digest(string text, Span<byte> digest)
    {
        Span<byte> bytes = stackalloc byte[3 * Length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], digest);
    }

    public static byte[] Digest(string text)
    {
        var digest = new byte[DigestBytes];
        Digest(text, digest);
        return digest;
    }

    private static void Check(ReadOnlySpan<byte> secret, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[DigestBytes];
        SHA256.HashData(secret, hash);
        hash[..CheckBytes].CopyTo(check);
    }
}
