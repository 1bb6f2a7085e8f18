using System.Runtime.InteropServices;

namespace Assistant.TokenStore;

/// <summary>What was presented, as the key of a cache: the digest of a bearer key, or the name of a local user.</summary>
internal readonly record struct Credential(UInt128 High, UInt128 Low, string? UserName)
{
    public static Credential Key(ReadOnlySpan<byte> digest)
    {
        var halves = MemoryMarshal.Cast<byte, UInt128>(digest);
        return new Credential(halves[0], halves[1], UserName: null);
    }

    public static Credential User(string name) => new(0, 0, name.ToLowerInvariant());

    public byte[] Digest()
    {
        ReadOnlySpan<UInt128> halves = [High, Low];
        return MemoryMarshal.AsBytes(halves).ToArray();
    }
}
