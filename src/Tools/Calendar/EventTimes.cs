using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar;

internal static class EventTimes
{
    /// <summary>ISO 8601 with offset in the zone; the date alone for all-day events, whatever the zone.</summary>
    public static string? Show(EventDateTime? time, TimeZoneInfo zone) =>
        time?.Date ?? (time?.DateTimeDateTimeOffset is { } instant ? Moments.Show(instant, zone) : null);

    /// <summary>The instant to sort by: an all-day event starts at midnight of the zone.</summary>
    public static DateTimeOffset Instant(EventDateTime? time, TimeZoneInfo zone) =>
        time?.Date is { } date ? Moments.Parse("start", date, zone, isEnd: false) : time?.DateTimeDateTimeOffset ?? DateTimeOffset.MinValue;
}
