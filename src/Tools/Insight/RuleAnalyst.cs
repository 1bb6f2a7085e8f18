using NodaTime;

namespace Assistant.Tools.Insight;

internal enum TaskKind
{
    Request,
    Question,
    Commitment,
    Decision,
}

/// <param name="Kind">What it is.</param>
/// <param name="Where">The words it rests on.</param>
/// <param name="Due">Until when, where it says so.</param>
internal sealed record Finding(TaskKind Kind, Piece Where, TimeMention? Due);

/// <param name="Found">In the order of the text.</param>
/// <param name="Times">Everything that says when.</param>
internal sealed record Findings(IReadOnlyList<Finding> Found, IReadOnlyList<TimeMention> Times)
{
    public IEnumerable<TimeMention> Deadlines => Found.Select(one => one.Due).OfType<TimeMention>().Distinct();
}

/// <summary>Reads by rules what a text asks, promises, wants to know and decides. What it finds it can quote; what is said in other words it misses.</summary>
internal static class RuleAnalyst
{
    private const int LongestText = 20_000;

    /// <param name="text">Without quoted mail.</param>
    /// <param name="written">When, in the zone in which its times are meant.</param>
    public static Findings Read(string text, ZonedDateTime written) => new TaskReader(text.Length > LongestText ? text[..LongestText] : text, written).Read();
}
