using System.Globalization;

namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>Dates in queries. Gmail API guide, "Search and filter": a day begins at midnight of Pacific time; seconds since 1970 are exact.</summary>
internal static class SearchDates
{
    private static readonly string[] Days = ["yyyy/M/d", "yyyy-M-d", "M/d/yyyy"];
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.TryFindSystemTimeZoneById("America/Los_Angeles", out var found)
        ? found
        : TimeZoneInfo.CreateCustomTimeZone("PST", TimeSpan.FromHours(-8), "PST", "PST");

    public static DateTimeOffset? Read(string operand)
    {
        if (operand.Length > 4 && long.TryParse(operand, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (!DateTime.TryParseExact(operand, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        return new DateTimeOffset(day, Pacific.GetUtcOffset(day));
    }

    /// <summary><c>3d</c>, <c>2m</c>, <c>1y</c> before now.</summary>
    public static DateTimeOffset? ReadAge(string operand, DateTimeOffset now)
    {
        if (operand.Length < 2 || !int.TryParse(operand[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
            return null;
        try
        {
            return char.ToLowerInvariant(operand[^1]) switch
            {
                'd' => now.AddDays(-count),
                'm' => now.AddMonths(-count),
                'y' => now.AddYears(-count),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTimeOffset.MinValue;
        }
    }
}
