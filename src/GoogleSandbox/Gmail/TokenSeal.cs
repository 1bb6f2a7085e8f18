using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Opaque ids: nobody can read or make one, and each is good for its purpose only. Two of the same content differ.</summary>
internal sealed class TokenSeal : IDisposable
{
    private readonly AesGcm _cipher = new(RandomNumberGenerator.GetBytes(32), AesGcm.TagByteSizes.MaxSize);

    public string Seal(string purpose, string content)
    {
        var plain = Encoding.UTF8.GetBytes(content);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (sealedBytes, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        lock (_cipher)
            _cipher.Encrypt(nonce, plain, sealedBytes, tag, Encoding.UTF8.GetBytes(purpose));
        return Base64Url.EncodeToString([.. nonce, .. tag, .. sealedBytes]);
    }

    /// <summary>The content, or null where it was not sealed here for this purpose.</summary>
    public string? Open(string purpose, string token)
    {
        var header = AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize;
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { } bytes || bytes.Length < header)
            return null;
        var plain = new byte[bytes.Length - header];
        try
        {
            lock (_cipher)
            {
                _cipher.Decrypt(
                    bytes.AsSpan(0, AesGcm.NonceByteSizes.MaxSize),
                    bytes.AsSpan(header),
                    bytes.AsSpan(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize),
                    plain,
                    Encoding.UTF8.GetBytes(purpose));
            }
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _cipher.Dispose();
}
