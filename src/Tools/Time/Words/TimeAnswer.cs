using NodaTime;

namespace Assistant.Tools.Time.Words;

/// <summary>What somebody's words for a time mean, or why they do not mean one thing.</summary>
internal abstract record TimeAnswer
{
    /// <summary>A whole day.</summary>
    internal sealed record Day(LocalDate Date) : TimeAnswer;

    /// <summary>An exact instant, in the zone that was asked for.</summary>
    internal sealed record Moment(OffsetDateTime At) : TimeAnswer;

    /// <summary>From an instant up to another, exclusive.</summary>
    internal sealed record Span(OffsetDateTime From, OffsetDateTime Until) : TimeAnswer;

    /// <param name="Why">What is not clear.</param>
    /// <param name="Choices">ISO 8601, each read without ambiguity.</param>
    internal sealed record Ambiguous(string Why, IReadOnlyList<string> Choices) : TimeAnswer;

    internal sealed record NotUnderstood(string Why) : TimeAnswer;
}
