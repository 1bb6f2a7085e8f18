namespace Assistant.Retrieval.Ranking;

internal static class Best
{
    /// <summary>The places of the largest scores above zero, largest first; of equal ones the later place, which is the newer document.</summary>
    public static List<int> Of(ReadOnlySpan<float> scores, int count)
    {
        var heap = new PriorityQueue<int, (float Score, int Place)>(count + 1);
        var least = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0 || (heap.Count == count && scores[i] < least))
                continue;
            heap.Enqueue(i, (scores[i], i));
            if (heap.Count > count)
                heap.Dequeue();
            if (heap.Count == count && heap.TryPeek(out _, out var worst))
                least = worst.Score;
        }

        var best = new List<int>(heap.Count);
        while (heap.TryDequeue(out var place, out _))
            best.Add(place);
        best.Reverse();
        return best;
    }
}
