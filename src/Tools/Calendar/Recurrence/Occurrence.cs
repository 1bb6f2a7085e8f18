using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>One time at which a series happens.</summary>
/// <param name="Local">As the rule makes it, in the zone of the series; midnight for a day.</param>
/// <param name="Instant">When that is; for a day its midnight in the zone that was asked.</param>
/// <param name="IsAllDay">A day.</param>
internal readonly record struct Occurrence(LocalDateTime Local, Instant Instant, bool IsAllDay)
{
    /// <summary>What Google puts after the series' id and an underscore to name the instance: a date, or a time in UTC.</summary>
    public string Stamp => (IsAllDay ? CalendarValue.Day(Local.Date) : CalendarValue.Utc(Instant)).ToString();
}
