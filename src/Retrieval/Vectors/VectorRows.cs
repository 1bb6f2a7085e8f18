using System.Runtime.InteropServices;

namespace Assistant.Retrieval.Vectors;

/// <summary>The vectors of a model in the order of their documents, ready to be scanned: rows of 8-bit numbers, in blocks so that growing copies nothing.</summary>
internal sealed class VectorRows(int dimensions)
{
    private const int BlockRows = 1024;

    private readonly List<sbyte[]> _blocks = [];
    private readonly List<int> _ordinals = [];
    private readonly List<float> _inverseNorms = [];

    /// <summary>The last document that has a vector; -1 for none.</summary>
    public int Last { get; private set; } = -1;

    public void Add(int ordinal, ReadOnlySpan<sbyte> vector)
    {
        var place = _ordinals.Count % BlockRows;
        if (place == 0)
            _blocks.Add(new sbyte[BlockRows * dimensions]);
        vector.CopyTo(_blocks[^1].AsSpan(place * dimensions));
        _ordinals.Add(ordinal);
        _inverseNorms.Add(Quantized.InverseNorm(vector));
        Last = ordinal;
    }

    /// <summary>The cosine of every allowed document with the question; of several vectors of one document the best.</summary>
    public void Scan(ReadOnlySpan<sbyte> question, Func<int, bool> isAllowed, float[] cosines)
    {
        var inverse = Quantized.InverseNorm(question);
        // The norm of a row is added last: rows up to there are whole, also while more are added.
        var inverseNorms = CollectionsMarshal.AsSpan(_inverseNorms);
        var ordinals = CollectionsMarshal.AsSpan(_ordinals);
        for (var row = 0; row < inverseNorms.Length; row++)
        {
            var ordinal = ordinals[row];
            if (ordinal >= cosines.Length || !isAllowed(ordinal))
                continue;
            var vector = _blocks[row / BlockRows].AsSpan(row % BlockRows * dimensions, dimensions);
            cosines[ordinal] = Math.Max(cosines[ordinal], Quantized.Dot(vector, question) * inverse * inverseNorms[row]);
        }
    }
}
