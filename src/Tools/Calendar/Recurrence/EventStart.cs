using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>DTSTART: a day, or a wall-clock time in a zone, or one that is local wherever it is looked at.</summary>
/// <param name="Local">Wall clock; midnight for a day.</param>
/// <param name="Zone">Null for a day and for a floating time.</param>
/// <param name="IsAllDay">A day.</param>
internal sealed record EventStart(LocalDateTime Local, DateTimeZone? Zone, bool IsAllDay)
{
    public static EventStart AllDay(LocalDate day) => new(day.AtMidnight(), null, true);

    public static EventStart Timed(LocalDateTime local, DateTimeZone zone) => new(local, zone, false);

    public static EventStart Floating(LocalDateTime local) => new(local, null, false);

    /// <summary>When it is, read in a zone where it has none of its own.</summary>
    public Instant In(DateTimeZone floating) => WallClock.At(Local, Zone ?? floating);
}
