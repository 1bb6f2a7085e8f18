namespace Assistant.GoogleSandbox.World;

/// <summary>SplitMix64: the same seed gives the same numbers on every runtime and machine.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private const string Letters = "abcdefghijklmnopqrstuv0123456789";
    private ulong _state = seed;

    /// <summary>A generator for one theme, so that a change in one theme leaves the others as they were.</summary>
    public static SeededRandom For(int seed, string theme)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in theme)
            hash = (hash ^ c) * 1099511628211UL;
        return new SeededRandom(hash ^ (unchecked((ulong)seed) * 0x9E3779B97F4A7C15UL));
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Characters of base32hex, which Google's event ids use.</summary>
    public string Token(int length) => string.Create(length, this, (span, random) =>
    {
        foreach (ref var c in span)
            c = Letters[random.Below(Letters.Length)];
    });
}
