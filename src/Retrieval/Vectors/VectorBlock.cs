namespace Assistant.Retrieval.Vectors;

/// <summary>Some vectors in memory, in the order of their documents. One thread adds; any number scan meanwhile.</summary>
internal sealed class VectorBlock(int dimensions)
{
    /// <summary>Vectors of a full block.</summary>
    public const int Rows = 1024;

    private readonly int[] _ordinals = new int[Rows];
    private readonly float[] _inverseNorms = new float[Rows];
    private readonly sbyte[] _vectors = new sbyte[Rows * dimensions];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public ReadOnlySpan<int> Ordinals => _ordinals.AsSpan(0, Count);

    public ReadOnlySpan<float> InverseNorms => _inverseNorms.AsSpan(0, Count);

    public ReadOnlySpan<sbyte> Vectors => _vectors.AsSpan(0, Count * dimensions);

    public bool IsFull => Count == Rows;

    public void Add(int ordinal, ReadOnlySpan<sbyte> vector)
    {
        var place = _count;
        vector.CopyTo(_vectors.AsSpan(place * dimensions, dimensions));
        _ordinals[place] = ordinal;
        _inverseNorms[place] = Quantized.InverseNorm(vector);
        // Counted last: who scans sees whole rows only.
        Volatile.Write(ref _count, place + 1);
    }
}
