using System.Globalization;
using Assistant.Tools.Calendar.Recurrence;
using Google.Apis.Calendar.v3.Data;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Calendar.Times;

/// <summary>Start and end of an event: days, the last exclusive, or times, each in a zone of its own.</summary>
internal sealed record EventSpan(EventStart Start, EventStart End, Instant From, Instant Until)
{
    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    public bool IsAllDay => Start.IsAllDay;

    public int Days => Period.DaysBetween(Start.Local.Date, End.Local.Date);

    public Duration Length => Until - From;

    public static EventSpan AllDay(LocalDate first, LocalDate after) =>
        new(EventStart.AllDay(first), EventStart.AllDay(after), first.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), after.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());

    public static EventSpan Timed(ZonedDateTime start, ZonedDateTime end) =>
        new(EventStart.Timed(start.LocalDateTime, start.Zone), EventStart.Timed(end.LocalDateTime, end.Zone), start.ToInstant(), end.ToInstant());

    /// <summary>As Google has it; a time without a zone of its own is in the calendar's.</summary>
    public static EventSpan Of(Event item, DateTimeZone calendar)
    {
        if (item.Start?.Date is { } first)
            return AllDay(Date.Parse(first).Value, item.End?.Date is { } last ? Date.Parse(last).Value : Date.Parse(first).Value.PlusDays(1));
        var start = At(item.Start, calendar);
        return Timed(start, item.End is null ? start : At(item.End, calendar));
    }

    public static ZonedDateTime At(EventDateTime? time, DateTimeZone calendar)
    {
        var zone = time?.TimeZone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? calendar : calendar;
        return Instant.FromDateTimeOffset(time?.DateTimeDateTimeOffset ?? DateTimeOffset.UnixEpoch).InZone(zone);
    }

    /// <summary>Writes the times into an event, with the zones that a series needs.</summary>
    public void Write(Event item) => (item.Start, item.End) = (Time(Start, From), Time(End, Until));

    /// <summary>The same length later or earlier, on the wall clock for the start.</summary>
    public EventSpan MoveTo(EventStart start, DateTimeZone floating)
    {
        if (start.IsAllDay)
            return AllDay(start.Local.Date, start.Local.Date.PlusDays(IsAllDay ? Days : 1));
        var from = start.In(floating);
        return Timed(from.InZone(start.Zone ?? floating), (from + (IsAllDay ? Duration.FromHours(1) : Length)).InZone(End.Zone ?? start.Zone ?? floating));
    }

    /// <summary>For people: days, or local times with offset.</summary>
    public string ToText() => IsAllDay
        ? Days == 1 ? $"{Start.Local.Date.ToString("dddd uuuu-MM-dd", CultureInfo.InvariantCulture)}, all day" : $"{Date.Format(Start.Local.Date)} to {Date.Format(End.Local.Date.PlusDays(-1))}, all day"
        : $"{From.InZone(Start.Zone!).ToString("dddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} to {Until.InZone(End.Zone!).ToString(Start.Local.Date == End.Local.Date ? "HH:mm" : "uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({Start.Zone!.Id}{(Equals(Start.Zone, End.Zone) ? "" : $", {End.Zone!.Id}")})";

    private static EventDateTime Time(EventStart time, Instant instant) => time.IsAllDay
        ? new() { Date = Date.Format(time.Local.Date) }
        : new() { DateTimeRaw = instant.InZone(time.Zone!).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), TimeZone = time.Zone!.Id };
}
