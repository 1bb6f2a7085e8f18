using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>A DATE or DATE-TIME of RFC 5545 3.3.4 and 3.3.5: a day, a local time, or, with Z, an instant.</summary>
/// <param name="Local">Wall clock; midnight of a day; UTC where <paramref name="IsUtc"/>.</param>
/// <param name="IsDate">Only a day.</param>
/// <param name="IsUtc">In UTC.</param>
internal readonly record struct CalendarValue(LocalDateTime Local, bool IsDate, bool IsUtc)
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    public static CalendarValue Day(LocalDate day) => new(day.AtMidnight(), true, false);

    public static CalendarValue Utc(Instant instant) => new(instant.InUtc().LocalDateTime, false, true);

    public static CalendarValue? TryParse(string text)
    {
        if (Date.Parse(text) is { Success: true } date)
            return Day(date.Value);
        var isUtc = text.EndsWith('Z');
        return Time.Parse(isUtc ? text[..^1] : text) is { Success: true } time ? new(time.Value, false, isUtc) : null;
    }

    public override string ToString() => IsDate ? Date.Format(Local.Date) : Time.Format(Local) + (IsUtc ? "Z" : "");
}
