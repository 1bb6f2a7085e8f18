using System.Globalization;

namespace Assistant.Server.Commands;

/// <summary>When a key ends: <c>90d</c>, <c>2027-01-31</c> (the end of that day, UTC) or <c>never</c>.</summary>
internal static class Expiry
{
    private const int MostDays = 3650;

    /// <exception cref="CliException">It is none of these, or it is past.</exception>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        if (text == "never")
            return null;
        if (text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays)
            return now.AddDays(days);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date == DateOnly.MaxValue)
            throw new CliException($"--expires {text}: give days (90d, at most {MostDays}d), a date (2027-01-31) or never.", ExitCode.Usage);
        var end = new DateTimeOffset(date.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return end > now ? end : throw new CliException($"--expires {text} is in the past.", ExitCode.Usage);
    }
}
