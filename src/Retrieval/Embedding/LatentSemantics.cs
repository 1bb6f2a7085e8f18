using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Assistant.Retrieval.Embedding;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990): the directions in which the documents differ most, by randomised subspace iteration (Halko,
/// Martinsson, Tropp 2011). Texts about the same lie near each other though they share few words.
/// </summary>
internal static class LatentSemantics
{
    private const int Oversampling = 20;
    private const int Iterations = 3;

    /// <param name="matrix">The documents.</param>
    /// <param name="dimensions">How many directions.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A vector for each term of the vocabulary, row by row.</returns>
    public static float[] Train(TermMatrix matrix, int dimensions, CancellationToken cancellationToken)
    {
        var wide = Math.Min(dimensions + Oversampling, Math.Min(matrix.Terms.Length, matrix.Ordinals.Length));
        dimensions = Math.Min(dimensions, wide);
        var basis = new float[(long)matrix.Terms.Length * wide];
        // The same start each time: two trainings of one mailbox agree.
        var random = new Random(20_110_217);
        for (var i = 0; i < basis.Length; i++)
            basis[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        Orthonormalize(basis, wide);
        for (var round = 0; round < Iterations; round++)
        {
            basis = Multiply(matrix, basis, wide, out _, cancellationToken);
            Orthonormalize(basis, wide);
        }

        Multiply(matrix, basis, wide, out var gram, cancellationToken);
        // Of documents in the basis: its eigenvectors turn the basis into the singular vectors, largest last.
        var turn = Matrix<double>.Build.Dense(wide, wide, gram).Evd(Symmetricity.Symmetric).EigenVectors;
        var turned = new float[(long)matrix.Terms.Length * dimensions];
        var columns = new float[dimensions][];
        for (var d = 0; d < dimensions; d++)
            columns[d] = [.. turn.Column(wide - 1 - d).Select(value => (float)value)];
        Parallel.For(0, matrix.Terms.Length, Options(cancellationToken), term =>
        {
            var row = basis.AsSpan(term * wide, wide);
            for (var d = 0; d < dimensions; d++)
                turned[((long)term * dimensions) + d] = TensorPrimitives.Dot(row, columns[d]);
        });
        return turned;
    }

    /// <summary>A document in the directions of the model, of length 1 (or 0 where no term is known).</summary>
    public static void Fold(ReadOnlySpan<int> terms, ReadOnlySpan<float> weights, float[] vectors, Span<float> document)
    {
        document.Clear();
        for (var i = 0; i < terms.Length; i++)
            TensorPrimitives.MultiplyAdd(vectors.AsSpan(terms[i] * document.Length, document.Length), weights[i], document, document);
        var norm = TensorPrimitives.Norm(document);
        if (norm > 0)
            TensorPrimitives.Divide(document, norm, document);
    }

    // Half of the processors at most: somebody may be searching.
    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2), CancellationToken = cancellationToken };

    /// <summary>Transposed matrix times matrix times basis, and the products of the documents' coordinates with each other.</summary>
    private static float[] Multiply(TermMatrix matrix, float[] basis, int wide, out double[] gram, CancellationToken cancellationToken)
    {
        var product = new float[basis.Length];
        gram = new double[wide * wide];
        var document = new float[wide];
        for (var row = 0; row < matrix.Ordinals.Length; row++)
        {
            if (row % 1000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var columns = matrix.Columns(row);
            var weights = matrix.Weights(row);
            Array.Clear(document);
            for (var i = 0; i < columns.Length; i++)
                TensorPrimitives.MultiplyAdd(basis.AsSpan(columns[i] * wide, wide), weights[i], document, document);
            for (var i = 0; i < columns.Length; i++)
            {
                var target = product.AsSpan(columns[i] * wide, wide);
                TensorPrimitives.MultiplyAdd(document, weights[i], target, target);
            }
        }

        // QᵀAᵀAQ, from the product: exact, and cheaper than summing over the documents.
        var columnsOfBasis = Columns(basis, wide);
        var columnsOfProduct = Columns(product, wide);
        var square = gram;
        Parallel.For(0, wide, Options(cancellationToken), i =>
        {
            for (var j = 0; j < wide; j++)
                square[(i * wide) + j] = TensorPrimitives.Dot(columnsOfBasis[i], columnsOfProduct[j]);
        });
        for (var i = 0; i < wide; i++)
        {
            for (var j = 0; j < i; j++)
                gram[(i * wide) + j] = gram[(j * wide) + i] = (gram[(i * wide) + j] + gram[(j * wide) + i]) / 2;
        }

        return product;
    }

    /// <summary>Makes the columns orthonormal (modified Gram-Schmidt, twice).</summary>
    private static void Orthonormalize(float[] basis, int wide)
    {
        var columns = Columns(basis, wide);
        for (var column = 0; column < wide; column++)
        {
            for (var round = 0; round < 2; round++)
            {
                for (var other = 0; other < column; other++)
                    TensorPrimitives.MultiplyAdd(columns[other], -TensorPrimitives.Dot(columns[other], columns[column]), columns[column], columns[column]);
            }

            var norm = TensorPrimitives.Norm(columns[column]);
            if (norm > 1e-12f)
                TensorPrimitives.Divide(columns[column], norm, columns[column]);
            else
                Array.Clear(columns[column]);
        }

        for (var column = 0; column < wide; column++)
        {
            var values = columns[column];
            for (var row = 0; row < values.Length; row++)
                basis[(row * wide) + column] = values[row];
        }
    }

    private static float[][] Columns(float[] matrix, int wide)
    {
        var height = matrix.Length / wide;
        var columns = new float[wide][];
        for (var column = 0; column < wide; column++)
        {
            var values = columns[column] = new float[height];
            for (var row = 0; row < height; row++)
                values[row] = matrix[(row * wide) + column];
        }

        return columns;
    }
}
