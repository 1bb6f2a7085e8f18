namespace Assistant.Bench.Common;

/// <summary>A revision of MCP over HTTP: with the metadata in each request, or with a session.</summary>
public sealed record Era(string Version, bool HasSessions)
{
    public static Era Stateless { get; } = new("2026-07-28", HasSessions: false);

    public static Era Sessions { get; } = new("2025-11-25", HasSessions: true);

    public static IReadOnlyList<Era> All { get; } = [Stateless, Sessions];
}
