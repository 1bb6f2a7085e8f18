namespace Assistant.Retrieval.Index;

/// <summary>What is asked of an index. Every filter that is given has to hold.</summary>
/// <param name="Text">Words in any language of the mailbox.</param>
/// <param name="Limit">How many hits at most.</param>
public sealed record SearchQuestion(string Text, int Limit = 20)
{
    public IReadOnlyList<DocumentKind>? Kinds { get; init; }

    /// <summary>Part of the author's name or address.</summary>
    public string? From { get; init; }

    /// <summary>Part of a recipient's or attendee's name or address.</summary>
    public string? To { get; init; }

    public DateTimeOffset? After { get; init; }

    public DateTimeOffset? Before { get; init; }

    /// <summary>A label's id, or a calendar's.</summary>
    public string? Label { get; init; }

    public bool? HasAttachment { get; init; }

    /// <summary>A thread whose documents are left out.</summary>
    public string? ExceptThread { get; init; }

    /// <summary>Whether the text is a whole mail that others are to resemble, not a question: its most telling words count, and nothing is added to them.</summary>
    public bool IsText { get; init; }

    internal bool FiltersByRow =>
        Kinds is not null || After is not null || Before is not null || Label is not null || HasAttachment is not null || ExceptThread is not null;
}

/// <summary>How much of what is found is shown.</summary>
/// <param name="PerThread">Hits of one thread at most.</param>
/// <param name="Length">Characters of a passage, about.</param>
/// <param name="Marks">Whether words of the question stand between two asterisks.</param>
public sealed record PassageOptions(int PerThread = 1, int Length = Passages.Length, bool Marks = true);

/// <summary>Which rankers take part; the hybrid is the default, the others are for comparisons.</summary>
public enum RankBy
{
    Hybrid,

    /// <summary>BM25 alone.</summary>
    Words,

    /// <summary>Vectors alone.</summary>
    Meaning,
}

/// <summary>One document that answers.</summary>
/// <param name="Ordinal">Its place in the index.</param>
/// <param name="Score">From 0 to 1 within one answer.</param>
/// <param name="Words">How well its words fit, from 0 to 1.</param>
/// <param name="Meaning">How near it is in meaning: the cosine, or 0 where vectors do not take part.</param>
public readonly record struct RankedDocument(int Ordinal, double Score, double Words, double Meaning);
