namespace Assistant.Retrieval.Vectors;

internal static class Cosines
{
    /// <summary>The cosine of the question with each allowed row; of several rows of one document the best.</summary>
    /// <param name="ordinals">The document of each row; below zero for none.</param>
    /// <param name="inverseNorms">One over the length of each row.</param>
    /// <param name="vectors">The rows, one after the other.</param>
    /// <param name="question">A row to compare with.</param>
    /// <param name="allowed">Only these documents; null allows all.</param>
    /// <param name="cosines">One for each ordinal; documents beyond its end are left out.</param>
    public static void Scan(
        ReadOnlySpan<int> ordinals, ReadOnlySpan<float> inverseNorms, ReadOnlySpan<sbyte> vectors, ReadOnlySpan<sbyte> question, bool[]? allowed, Span<float> cosines)
    {
        var inverse = Quantized.InverseNorm(question);
        for (var row = 0; row < ordinals.Length; row++)
        {
            var ordinal = ordinals[row];
            if ((uint)ordinal >= (uint)cosines.Length || (allowed is not null && !allowed[ordinal]))
                continue;
            var cosine = Quantized.Dot(vectors.Slice(row * question.Length, question.Length), question) * inverse * inverseNorms[row];
            if (cosine > cosines[ordinal])
                cosines[ordinal] = cosine;
        }
    }
}
