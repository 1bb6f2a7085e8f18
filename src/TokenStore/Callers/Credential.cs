using System.Runtime.InteropServices;

namespace Assistant.TokenStore;

/// <summary>
/// What was presented, as the key of a cache: the digest of a bearer key, or the name of a local user. Plain words rather than UInt128, for which no code
/// can be compiled before the start.
/// </summary>
internal readonly record struct Credential(ulong First, ulong Second, ulong Third, ulong Fourth, string? UserName)
{
    public static Credential Key(ReadOnlySpan<byte> digest)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(digest);
        return new Credential(words[0], words[1], words[2], words[3], UserName: null);
    }

    public static Credential User(string name) => new(0, 0, 0, 0, name.ToLowerInvariant());

    public byte[] Digest()
    {
        ReadOnlySpan<ulong> words = [First, Second, Third, Fourth];
        return MemoryMarshal.AsBytes(words).ToArray();
    }
}
