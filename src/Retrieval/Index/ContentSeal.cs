using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Retrieval.Index;

/// <summary>Packs text and seals it with AES-GCM under the account's key; the place is bound into it, so that a moved row does not open.</summary>
internal sealed class ContentSeal(byte[] key)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public byte[] Seal(string text, string place)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(Encoding.UTF8.GetBytes(text));
        var plain = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(^TagBytes..), Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <exception cref="IndexDamagedException">Altered, moved, or sealed under another key.</exception>
    public string Open(byte[] box, string place)
    {
        try
        {
            var packed = new byte[box.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, packed.Length), box.AsSpan(^TagBytes..), packed, Encoding.UTF8.GetBytes(place));
            using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var reader = new StreamReader(inflate, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception failure) when (failure is CryptographicException or OverflowException or InvalidDataException)
        {
            throw new IndexDamagedException(failure);
        }
    }
}

/// <summary>The index was altered or belongs to another key: it can be made anew from the mailbox.</summary>
public sealed class IndexDamagedException(Exception? inner = null)
    : Exception("The search index of this account does not open: it was altered, or its key is gone. Build it anew with 'assistant index rebuild'.", inner);
