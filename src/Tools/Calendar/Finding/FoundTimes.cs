using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar.Finding;

/// <remarks>
/// Slots: Best first.
/// NearMisses: Not possible, and what is in the way.
/// </remarks>
public sealed record FoundTimes(
    IReadOnlyList<FoundTime>? Slots = null, IReadOnlyList<FoundTime>? NearMisses = null, string? TimeZone = null, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText() =>
        UntrustedText.Fence((Slots is { Count: > 0 } ? string.Join('\n', Slots.Select(slot => slot.ToText())) : "No time fits.")
            + (NearMisses is { Count: > 0 } ? "\nNear misses:\n" + string.Join('\n', NearMisses.Select(slot => slot.ToText())) : ""))
        + string.Concat((Problems ?? []).Select(problem => "\n" + problem)) + $"\nTime zone: {TimeZone}";
}

public sealed record FoundTime(string? Start = null, string? End = null, IReadOnlyList<string>? Reasons = null)
{
    internal string ToText() => $"{Start} - {End}: {string.Join("; ", Reasons ?? [])}";
}
