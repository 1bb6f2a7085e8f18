using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Embedding;

/// <summary>
/// Which documents have which terms, with weights: (1 + ln tf) times the term's inverse document frequency, each document of length 1. Stored by
/// document, in a row of places and one of weights.
/// </summary>
internal sealed class TermMatrix
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _weights;

    private TermMatrix(long[] terms, float[] idf, int[] ordinals, int[] starts, int[] columns, float[] weights) =>
        (Terms, Idf, Ordinals, _starts, _columns, _weights) = (terms, idf, ordinals, starts, columns, weights);

    /// <summary>The vocabulary; the place of a term is its column.</summary>
    public long[] Terms { get; }

    public float[] Idf { get; }

    /// <summary>The documents; the place of one is its row.</summary>
    public int[] Ordinals { get; }

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<float> Weights(int row) => _weights.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <param name="postings">All lists, term by term.</param>
    /// <param name="table">The documents.</param>
    /// <param name="mostTerms">The size of the vocabulary: the terms in most documents, those in more than half of them left out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<TermMatrix> ReadAsync(
        IAsyncEnumerable<(long Term, byte[] Documents)> postings, DocumentTable table, int mostTerms, CancellationToken cancellationToken)
    {
        var rows = new int[table.End];
        var ordinals = new List<int>(table.Count);
        for (var ordinal = 0; ordinal < table.End; ordinal++)
        {
            rows[ordinal] = table.IsAlive(ordinal) ? ordinals.Count : -1;
            if (table.IsAlive(ordinal))
                ordinals.Add(ordinal);
        }

        var lists = new List<(long Term, List<byte[]> Lists, int Count)>();
        var current = (Term: 0L, Lists: new List<byte[]>(), Count: 0);
        await foreach (var (term, documents) in postings.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if ((term & 1) != 0)
                continue;
            if (term != current.Term)
            {
                Keep(lists, current, ordinals.Count);
                current = (term, [], 0);
            }

            current.Lists.Add(documents);
            current.Count += Living(documents, rows);
        }

        Keep(lists, current, ordinals.Count);
        var chosen = lists.OrderByDescending(list => list.Count).ThenBy(list => list.Term).Take(mostTerms).ToList();
        return Build(chosen, rows, [.. ordinals]);
    }

    // A term of one document brings no documents together.
    private static void Keep(List<(long, List<byte[]>, int)> lists, (long Term, List<byte[]> Lists, int Count) list, int documents)
    {
        if (list.Count >= 2 && list.Count * 2 <= documents)
            lists.Add(list);
    }

    private static int Living(byte[] documents, int[] rows)
    {
        var count = 0;
        var reader = PostingList.Read(documents);
        while (reader.Next())
        {
            if (reader.Ordinal < rows.Length && rows[reader.Ordinal] >= 0)
                count++;
        }

        return count;
    }

    private static TermMatrix Build(List<(long Term, List<byte[]> Lists, int Count)> chosen, int[] rows, int[] ordinals)
    {
        var starts = new int[ordinals.Length + 1];
        Each((row, _, _) => starts[row + 1]++);
        for (var row = 0; row < ordinals.Length; row++)
            starts[row + 1] += starts[row];
        var (columns, weights, next) = (new int[starts[^1]], new float[starts[^1]], starts[..^1]);
        var idf = chosen.Select(list => MathF.Log((float)(ordinals.Length + 1) / list.Count)).ToArray();
        Each((row, column, frequency) =>
        {
            columns[next[row]] = column;
            weights[next[row]++] = (1 + MathF.Log(frequency)) * idf[column];
        });
        for (var row = 0; row < ordinals.Length; row++)
        {
            var span = weights.AsSpan(starts[row], starts[row + 1] - starts[row]);
            var norm = System.Numerics.Tensors.TensorPrimitives.Norm(span);
            if (norm > 0)
                System.Numerics.Tensors.TensorPrimitives.Divide(span, norm, span);
        }

        return new([.. chosen.Select(list => list.Term)], idf, ordinals, starts, columns, weights);

        void Each(Action<int, int, int> visit)
        {
            for (var column = 0; column < chosen.Count; column++)
            {
                foreach (var list in chosen[column].Lists)
                {
                    var reader = PostingList.Read(list);
                    while (reader.Next())
                    {
                        if (reader.Ordinal < rows.Length && rows[reader.Ordinal] is >= 0 and var row)
                            visit(row, column, reader.Frequency);
                    }
                }
            }
        }
    }
}
