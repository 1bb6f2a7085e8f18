using System.Globalization;

namespace Assistant.Tools.Google;

/// <summary>Dates as results show them and as arguments give them.</summary>
internal static class Moments
{
    public static string Show(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Show(DateTimeOffset instant, NodaTime.DateTimeZone zone) =>
        NodaTime.Instant.FromDateTimeOffset(instant).InZone(zone).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601; without an offset it is local to <paramref name="zone"/>. A date alone is its first moment, or, for an end, the first of the next day.</summary>
    /// <exception cref="ToolFailure">It is neither.</exception>
    public static DateTimeOffset Parse(string argument, string value, TimeZoneInfo zone, bool isEnd)
    {
        if (DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1 and < 9999)
            return Local(date.AddDays(isEnd ? 1 : 0).ToDateTime(TimeOnly.MinValue), zone);
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed) || parsed.Year is < 2 or > 9998 || !value.Contains('-', StringComparison.Ordinal))
            throw new ToolFailure("bad_argument", $"The argument '{argument}' must be a date such as 2026-05-04 or a time such as 2026-05-04T10:00:00+02:00.");
        return parsed.Kind == DateTimeKind.Unspecified
            ? Local(parsed, zone)
            : DateTimeOffset.Parse(value, CultureInfo.InvariantCulture);
    }

    /// <summary>The instant of a local time; one that the clocks skip is moved on by the gap.</summary>
    private static DateTimeOffset Local(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
