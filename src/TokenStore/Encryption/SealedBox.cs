using System.Security.Cryptography;
using System.Text;

namespace Assistant.TokenStore.Encryption;

/// <summary>AES-256-GCM (NIST SP 800-38D): one version byte, 12 random nonce bytes, the ciphertext, 16 tag bytes.</summary>
internal static class SealedBox
{
    public const int KeyBytes = 32;

    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    /// <param name="key">32 bytes.</param>
    /// <param name="content">What is sealed.</param>
    /// <param name="place">Where it belongs; it opens nowhere else.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, string place)
    {
        var box = new byte[Overhead + content.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, box.AsSpan(1 + NonceBytes, content.Length), box.AsSpan(box.Length - TagBytes), Associated(place));
        return box;
    }

    /// <exception cref="CryptographicException">Another key, another place, or not as it was sealed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, string place)
    {
        if (box.Length < Overhead || box[0] != Version)
            throw new CryptographicException("This is no sealed box of a version that is known here.");
        var content = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.Slice(1, NonceBytes), box.Slice(1 + NonceBytes, content.Length), box[^TagBytes..], content, Associated(place));
        return content;
    }

    private static byte[] Associated(string place) => Encoding.UTF8.GetBytes($"{Version} {place}");
}
