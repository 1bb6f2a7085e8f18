using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Wall-clock time in named zones.</summary>
internal static class Zones
{
    /// <exception cref="ApiException">400: no such zone.</exception>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new ApiException(400, "invalid", $"Invalid time zone: {name}.");

    /// <summary>A local time as RFC 5545 3.3.5 reads it: in a gap with the offset from before the gap, when it comes twice the first time.</summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-2)));
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
