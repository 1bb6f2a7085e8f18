using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Retrieval.Analysis;

/// <summary>
/// The number under which a term is stored: HMAC-SHA-256 of it under a key of the account, so that the index says nothing about the words in it to who
/// does not have the key. Two terms share a number once in 2^63 pairs.
/// </summary>
internal sealed class TermKey(byte[] key)
{
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>Of a term of the text; always even.</summary>
    public long OfTerm(string term)
    {
        if (_numbers.TryGetValue(term, out var known))
            return known;
        if (_numbers.Count > MostRemembered)
            _numbers.Clear();
        return _numbers[term] = Number(term) & ~1L;
    }

    /// <summary>Of something that only filters, such as a sender; always odd.</summary>
    public long OfFilter(string field, string value) => Number($"{field}\u001F{value}") | 1L;

    private long Number(string text)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
