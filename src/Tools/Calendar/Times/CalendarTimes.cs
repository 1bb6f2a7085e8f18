using System.Globalization;
using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Time.Words;
using NodaTime;

namespace Assistant.Tools.Calendar.Times;

/// <summary>Times as callers write them: ISO 8601, or words in English or German; read in a zone, and refused where they can mean two things.</summary>
internal sealed class CalendarTimes(TimeProvider time)
{
    private static readonly Duration DefaultLength = Duration.FromHours(1);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <exception cref="ToolFailure">No such zone.</exception>
    public static DateTimeZone Zone(string? named, TimeZoneInfo own)
    {
        var id = Time.TimeZones.Find(named) is { } zone ? Time.TimeZones.IanaName(zone) : Time.TimeZones.IanaName(own);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new ToolFailure("unknown_time_zone", $"There is no time zone '{named ?? id}'. Use an IANA name such as Europe/Berlin or UTC.");
    }

    /// <summary>The edge of a window: a day or a span counts whole.</summary>
    public Instant Edge(string argument, string text, DateTimeZone zone, bool isEnd) => Read(argument, text, Now, zone) switch
    {
        TimeAnswer.Moment moment => moment.At.ToInstant(),
        TimeAnswer.Day day => zone.AtStartOfDay(day.Date.PlusDays(isEnd ? 1 : 0)).ToInstant(),
        TimeAnswer.Span span => (isEnd ? span.Until : span.From).ToInstant(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The end of a window whose beginning says it too, such as "next week"; null where it does not.</summary>
    public Instant? ImpliedEnd(string text, DateTimeZone zone) => TimeWords.Read(text, Now, zone) is TimeAnswer.Span span ? span.Until.ToInstant() : null;

    /// <summary>When an event is. A start that is a day makes it all-day; its end, if a day, is the last one.</summary>
    /// <exception cref="ToolFailure">Not understood, ambiguous, or the end is before the start.</exception>
    public EventSpan Span(string start, string? end, int? minutes, DateTimeZone zone, EventSpan? before = null)
    {
        if (end is not null && minutes is not null)
            throw new ToolFailure("bad_argument", "Give either 'end' or 'minutes', not both.");
        switch (Read("start", start, Now, zone))
        {
            case TimeAnswer.Day day:
                var last = end is null ? day.Date.PlusDays((before is { IsAllDay: true } ? before.Days : 1) - 1) : Read("end", end, Now, zone) is TimeAnswer.Day to ? to.Date
                    : throw new ToolFailure("bad_argument", "The event starts with a day, so 'end' must be a day too: the last one.");
                if (minutes is not null)
                    throw new ToolFailure("bad_argument", "An all-day event has no minutes: give 'start' a time of the day.");
                return last >= day.Date ? EventSpan.AllDay(day.Date, last.PlusDays(1)) : throw TooEarly();
            case TimeAnswer.Moment moment:
                var from = moment.At.ToInstant();
                var until = end is null
                    ? from + (minutes is { } length ? Duration.FromMinutes(length) : before is { IsAllDay: false } ? before.Length : DefaultLength)
                    : End(end, from, zone);
                return until >= from ? EventSpan.Timed(from.InZone(zone), until.InZone(zone)) : throw TooEarly();
            default:
                throw new ToolFailure("bad_argument", $"'{start}' names a span, not a start: give a day, or a day with a time.");
        }
    }

    /// <summary>A clock time alone is on the day of the start, or after midnight the next.</summary>
    private Instant End(string text, Instant start, DateTimeZone zone)
    {
        if (LocalClock(text) is { } clock)
        {
            var day = start.InZone(zone).Date;
            var at = WallClock.At(day + clock, zone);
            return at > start ? at : WallClock.At(day.PlusDays(1) + clock, zone);
        }

        return Read("end", text, Now, zone) is TimeAnswer.Moment moment
            ? moment.At.ToInstant()
            : throw new ToolFailure("bad_argument", $"The event starts at a time, so 'end' ('{text}') must be a time too.");
    }

    private static LocalTime? LocalClock(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["H:mm", "HH:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new LocalTime(time.Hour, time.Minute, time.Second) : null;

    /// <exception cref="ToolFailure">With the choices, where there are some.</exception>
    public static TimeAnswer Read(string argument, string text, Instant now, DateTimeZone zone) => TimeWords.Read(text, now, zone) switch
    {
        TimeAnswer.Ambiguous ambiguous => throw new ToolFailure(
            "ambiguous_time", $"'{Short(text)}' in '{argument}' is not clear: {ambiguous.Why} Ask, then repeat the call with one of: {string.Join(", ", ambiguous.Choices)}."),
        TimeAnswer.NotUnderstood why => throw new ToolFailure(
            "bad_argument", $"'{Short(text)}' in '{argument}' is not understood as a time: {why.Why} Write 2026-05-04T10:00, 2026-05-04, or words such as 'tomorrow 9:30'."),
        var answer => answer,
    };

    private static string Short(string text) => text.Length > 60 ? text[..60] + "..." : text;

    private static ToolFailure TooEarly() => new("bad_argument", "The event must not end before it starts.");
}
