using System.Security.Cryptography;

namespace Assistant.TokenStore.Encryption;

/// <summary>32 random bytes that encrypt the key ring.</summary>
/// <param name="bytes">The key.</param>
/// <param name="source">Where it came from, for messages: a path or a variable, never the key.</param>
internal sealed class MasterKey(byte[] bytes, string source)
{
    public string Source => source;

    public byte[] Seal(ReadOnlySpan<byte> content, string place) => SealedBox.Seal(bytes, content, place);

    public byte[] Open(ReadOnlySpan<byte> box, string place) => SealedBox.Open(bytes, box, place);

    /// <exception cref="StoreUnavailableException">Not the base64 of 32 bytes.</exception>
    public static MasterKey Parse(string text, string source)
    {
        var key = new byte[SealedBox.KeyBytes];
        if (Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length)
            return new MasterKey(key, source);
        CryptographicOperations.ZeroMemory(key);
        throw new StoreUnavailableException($"The master key from {source} is not the base64 of {SealedBox.KeyBytes} bytes: restore it from your backup.");
    }
}
