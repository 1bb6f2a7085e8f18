using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Assistant.Retrieval.Vectors;

/// <summary>Vectors in 8-bit numbers: the largest component becomes 127. The cosine of two does not depend on that factor.</summary>
internal static class Quantized
{
    public static sbyte[] From(ReadOnlySpan<float> vector)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        var numbers = new sbyte[vector.Length];
        if (largest > 0)
        {
            for (var i = 0; i < vector.Length; i++)
                numbers[i] = (sbyte)MathF.Round(vector[i] / largest * 127);
        }

        return numbers;
    }

    public static float InverseNorm(ReadOnlySpan<sbyte> vector)
    {
        var square = Dot(vector, vector);
        return square == 0 ? 0 : 1 / MathF.Sqrt(square);
    }

    /// <summary>Exact; SIMD where the processor has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        ref var left = ref MemoryMarshal.GetReference(one);
        ref var right = ref MemoryMarshal.GetReference(other);
        var (i, sum) = (0, 0);
        if (Avx512BW.IsSupported)
        {
            var sums = Vector512<int>.Zero;
            for (; i <= one.Length - 32; i += 32)
            {
                sums += Avx512BW.MultiplyAddAdjacent(
                    Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref left, (nuint)i)), Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref right, (nuint)i)));
            }

            sum = Vector512.Sum(sums);
        }
        else if (Avx2.IsSupported)
        {
            var sums = Vector256<int>.Zero;
            for (; i <= one.Length - 16; i += 16)
            {
                sums += Avx2.MultiplyAddAdjacent(
                    Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref left, (nuint)i)), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref right, (nuint)i)));
            }

            sum = Vector256.Sum(sums);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            var sums = Vector128<int>.Zero;
            for (; i <= one.Length - 16; i += 16)
            {
                var (lowLeft, highLeft) = Vector128.Widen(Vector128.LoadUnsafe(ref left, (nuint)i));
                var (lowRight, highRight) = Vector128.Widen(Vector128.LoadUnsafe(ref right, (nuint)i));
                // 127 * 127 fits a short, the sum of two does not: widen before adding.
                var (a, b) = Vector128.Widen(lowLeft * lowRight);
                var (c, d) = Vector128.Widen(highLeft * highRight);
                sums += a + b + c + d;
            }

            sum = Vector128.Sum(sums);
        }

        for (; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
