using Assistant.GoogleSandbox.World.Files;

namespace Assistant.GoogleSandbox.World;

/// <summary>A conversation by mail: people by their keys, and a label for those of them who have it.</summary>
internal sealed record Talk(string Subject, int DaysAgo, string People, string Label, params IReadOnlyList<Line> Lines)
{
    public bool IsStarred { get; init; }
}

/// <summary>What somebody writes, hours after the line before; for the first line the hour of the day, or how long ago when the talk began today (0 days ago).</summary>
internal sealed record Line(string Who, double Hours, string Text, Enclosure? Enclosure = null);
