using System.Numerics;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Search;

/// <summary>
/// Gathers what a question can be answered from (retrieval-augmented generation): passages of mail and events with their sources, none twice, the newest
/// and the most relevant balanced, within a budget.
/// </summary>
internal sealed class ContextBuilder(IndexSearch search, TimeProvider time)
{
    private const int Candidates = 40;
    private const int PassageLength = 700;
    private const int PerThread = 3;

    /// <summary>Of the order; the rest is relevance. Enough to put the newer of two that answer alike first, and too little to put what answers badly first.</summary>
    private const double NewnessShare = 0.2;

    /// <summary>After so long a passage's newness is worth half.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(90);

    /// <summary>A passage is left out where others have so much of it: replies quote what they answer.</summary>
    private const double MostRepeated = 0.6;

    /// <exception cref="ToolFailure">No word to search for, an unknown account, a filter that cannot be read.</exception>
    public async Task<ContextAnswer> GatherAsync(string question, SearchFilters filters, int? maxTokens, CancellationToken cancellationToken)
    {
        if (!question.Any(char.IsLetterOrDigit))
            throw new ToolFailure("bad_query", "The question has no word: say what to look for, in any language.");
        var (found, problems) = await search.AskAsync(new SearchQuestion(question, Candidates), filters, new(PerThread, PassageLength, Marks: false), cancellationToken);
        var now = time.GetUtcNow();
        var passages = Different(found.OrderByDescending(one => Worth(one.Hit, now)))
            .Select((one, i) => Show(i + 1, one.Account, one.Hit, one.Zone))
            .ToList();
        return Budgeted.Items(ResultBudget.Characters(maxTokens), passages.Count, count => new ContextAnswer([.. passages.Take(count)], problems.Count > 0 ? problems : null));
    }

    private static double Worth(IndexHit hit, DateTimeOffset now) =>
        ((1 - NewnessShare) * hit.Score) + (NewnessShare / (1 + ((now - hit.At).Duration() / HalfLife)));

    private static IEnumerable<FoundHit> Different(IEnumerable<FoundHit> ordered)
    {
        var seen = new HashSet<ulong>();
        foreach (var one in ordered)
        {
            var shingles = Shingles(one.Hit.Passage);
            if (shingles.Count > 0 && shingles.Count(seen.Contains) >= shingles.Count * MostRepeated)
                continue;
            seen.UnionWith(shingles);
            yield return one;
        }
    }

    /// <summary>Numbers of all runs of four words; of a shorter text one number of it all.</summary>
    private static HashSet<ulong> Shingles(string text)
    {
        const int Run = 4;
        var words = new List<ulong>();
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n>*_.,;:!?\"'()[]|"))
        {
            if (text.AsSpan()[range] is { Length: > 0 } word)
                words.Add((ulong)string.GetHashCode(word, StringComparison.OrdinalIgnoreCase));
        }

        var shingles = new HashSet<ulong>();
        for (var i = 0; i < Math.Max(1, words.Count - Run + 1) && words.Count > 0; i++)
            shingles.Add(words.Skip(i).Take(Run).Aggregate(0UL, (hash, word) => BitOperations.RotateLeft(hash, 13) ^ (word * 0x9E3779B97F4A7C15)));
        return shingles;
    }

    private static ContextPassage Show(int number, GoogleAccount? account, IndexHit hit, TimeZoneInfo zone) => new(
        number,
        hit.Kind.ToString().ToLowerInvariant(),
        hit.SourceId,
        hit.Kind == DocumentKind.Event ? null : hit.ThreadId,
        account?.Nickname,
        Moments.Show(hit.At, zone),
        UntrustedText.Line(hit.Card.Title),
        IndexSearch.Sender(hit),
        hit.Passage);
}
