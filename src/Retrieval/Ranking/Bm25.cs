using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Ranking;

/// <summary>A word of a question: its forms in the languages of the mailbox, and how much it counts.</summary>
internal sealed record QueryTerm(string Word, IReadOnlyList<long> Forms, float Weight);

/// <summary>Okapi BM25 (Robertson and Zaragoza 2009) with the usual parameters; the same as SQLite's FTS5, but that no word's weight is ever negative.</summary>
internal static class Bm25
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    /// <summary>Adds to the score of each document that has the term.</summary>
    /// <param name="terms">The question.</param>
    /// <param name="lists">Posting lists by term.</param>
    /// <param name="table">The documents.</param>
    /// <param name="allowed">Only these, or null for all.</param>
    /// <param name="scores">One for each ordinal.</param>
    public static void Score(IReadOnlyList<QueryTerm> terms, ILookup<long, byte[]> lists, DocumentTable table, bool[]? allowed, float[] scores)
    {
        var average = (float)table.AverageLength;
        foreach (var term in terms)
        {
            var frequency = term.Forms.Sum(form => lists[form].Sum(Count));
            if (frequency == 0)
                continue;
            var idf = MathF.Log(1 + ((table.Count - frequency + 0.5f) / (frequency + 0.5f)));
            var factor = term.Weight * Math.Max(idf, 1e-6f) * (K1 + 1);
            foreach (var form in term.Forms)
            {
                foreach (var list in lists[form])
                    Add(list, factor, average, table, allowed, scores);
            }
        }
    }

    private static int Count(byte[] list)
    {
        var count = 0;
        var reader = PostingList.Read(list);
        while (reader.Next())
            count++;
        return count;
    }

    private static void Add(byte[] list, float factor, float average, DocumentTable table, bool[]? allowed, float[] scores)
    {
        var reader = PostingList.Read(list);
        while (reader.Next())
        {
            var ordinal = reader.Ordinal;
            // What came after this search began is left to the next one.
            if (ordinal >= scores.Length || !table.IsAlive(ordinal) || (allowed is not null && !allowed[ordinal]))
                continue;
            var length = K1 * (1 - B + (B * table.Length(ordinal) / average));
            scores[ordinal] += factor * reader.Frequency / (reader.Frequency + length);
        }
    }
}
