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
}

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
