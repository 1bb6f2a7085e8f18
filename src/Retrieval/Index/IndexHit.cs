namespace Assistant.Retrieval.Index;

/// <summary>A document that answers, with the piece of it that does.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SourceId">Its id at the source.</param>
/// <param name="ThreadId">Its thread or series.</param>
/// <param name="At">When it was sent, or begins.</param>
/// <param name="Labels">Label ids, or the calendar's.</param>
/// <param name="Card">Title and people.</param>
/// <param name="Passage">The piece of the text that fits best, with the words of the question between two asterisks.</param>
/// <param name="Score">From 0 to 1 within one answer.</param>
/// <param name="Words">How well its words fit, from 0 to 1.</param>
/// <param name="Meaning">The cosine, or 0 where vectors do not take part.</param>
/// <param name="Others">How many more of its thread answer too.</param>
public sealed record IndexHit(
    DocumentKind Kind, string SourceId, string ThreadId, DateTimeOffset At, IReadOnlyList<string> Labels, Card Card, string Passage, double Score, double Words, double Meaning, int Others);
