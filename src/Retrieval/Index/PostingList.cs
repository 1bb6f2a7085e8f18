namespace Assistant.Retrieval.Index;

/// <summary>
/// The documents of a term in one segment: for each the distance to the one before and how often it has the term, in seven bits a byte. A frequency of
/// one, which most are, costs no byte.
/// </summary>
internal sealed class PostingList
{
    private byte[] _bytes = new byte[8];
    private int _length;
    private int _last;

    public int Count { get; private set; }

    /// <param name="ordinal">Greater than the one before.</param>
    /// <param name="frequency">At least 1.</param>
    public void Add(int ordinal, int frequency)
    {
        var distance = (uint)(ordinal - _last);
        _last = ordinal;
        Count++;
        if (frequency == 1)
        {
            Write((distance << 1) | 1);
            return;
        }

        Write(distance << 1);
        Write((uint)frequency);
    }

    public byte[] ToArray() => _bytes[.._length];

    public static PostingReader Read(ReadOnlySpan<byte> bytes) => new(bytes);

    private void Write(uint value)
    {
        if (_length + 5 > _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        while (value >= 0x80)
        {
            _bytes[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_length++] = (byte)value;
    }
}

internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public int Ordinal { get; private set; }

    public int Frequency { get; private set; }

    public bool Next()
    {
        if (_at >= _bytes.Length)
            return false;
        var value = Read();
        Ordinal += (int)(value >> 1);
        Frequency = (value & 1) == 1 ? 1 : (int)Read();
        return true;
    }

    private uint Read()
    {
        uint value = _bytes[_at++];
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = _bytes[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
