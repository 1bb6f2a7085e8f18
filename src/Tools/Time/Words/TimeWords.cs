using System.Globalization;
using NodaTime;

namespace Assistant.Tools.Time.Words;

/// <summary>
/// What a person writes for a time, in English or German, as an instant, a day or a span in their zone. It never guesses: what can mean two things is
/// answered with both, and what is not understood is refused.
/// </summary>
internal static class TimeWords
{
    private const int LongestText = 120;

    /// <summary>Hours of a part of the day; until exclusive.</summary>
    private static readonly Dictionary<string, (int From, int Until)> Parts = new(StringComparer.Ordinal)
    {
        ["morning"] = (6, 12),
        ["afternoon"] = (12, 18),
        ["evening"] = (18, 22),
    };

    public static TimeAnswer Read(string text, Instant now, DateTimeZone zone)
    {
        if (text.Length > LongestText)
            return new TimeAnswer.NotUnderstood($"It is longer than {LongestText} characters.");
        var reading = new TimeReading(now.InZone(zone).LocalDateTime);
        try
        {
            var tokens = TimeToken.Split(text);
            TimeReading.Refuse(tokens.All(token => token.Kind == WordKind.Noise), "It names no time.");
            new TimeParser(tokens, reading).Parse();
            return Answer(reading, now, zone);
        }
        catch (NotUnderstoodException why)
        {
            return new TimeAnswer.NotUnderstood(why.Message);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            return new TimeAnswer.NotUnderstood("It is out of the reach of a calendar.");
        }
    }

    private static TimeAnswer Answer(TimeReading reading, Instant now, DateTimeZone zone)
    {
        if (reading.IsNow || reading.Elapsed is not null)
        {
            TimeReading.Refuse(reading.HasDay || reading.Times is not null || reading.Part is not null, "It names a time from now and another time.");
            return Moment(now + (reading.Elapsed ?? Duration.Zero), zone);
        }

        if (reading.Exact is { } exact)
            return Moment(new OffsetDateTime(exact.Local, exact.Offset).ToInstant(), zone);
        var times = Times(reading);
        if (reading.Span is { } span)
        {
            TimeReading.Refuse(times is not null || reading.IsMidnight, "A time needs a day, and this names several days.");
            TimeReading.Refuse(reading.Part is not null, "A part of the day needs a day, and this names several days.");
            return new TimeAnswer.Span(zone.AtStartOfDay(span.From).ToOffsetDateTime(), zone.AtStartOfDay(span.Until).ToOffsetDateTime());
        }

        if (reading.IsMidnight)
            return Midnight(reading, zone);
        if (times is null)
            return WithoutTime(reading, zone);
        TimeReading.Refuse(reading.IsLoose && reading.Days is null && reading.Part is null, "It is only a number: write at 9, or 9:00.");
        var days = reading.Days ?? DaysFor(reading, times, now, reading.Zone ?? zone);
        var why = reading.DaysWhy ?? (reading.Days is null && days.Count > 1 ? "That time is past today: today, or tomorrow?" : "The hour may be before or after noon.");
        return Moments([.. days.SelectMany(day => times.Select(time => day + time))], why, reading.Zone ?? zone, zone);
    }

    /// <summary>The times that are meant: a bare hour is both unless the part of the day tells.</summary>
    private static List<LocalTime>? Times(TimeReading reading)
    {
        if (reading.Times is not [var time])
            return null;
        if (reading.Part is not { } part)
            return reading.IsBareHour ? [time, time.PlusHours(12)] : [time];
        var inPart = (reading.IsBareHour || (time.Hour < 12 && !reading.IsClear) ? new[] { time, time.PlusHours(12) } : [time]).Where(one => IsIn(part, one.Hour)).ToList();
        TimeReading.Refuse(inPart.Count != 1, $"{time:HH:mm} does not fit the {part}.");
        return inPart;
    }

    private static bool IsIn(string part, int hour) => part switch
    {
        "morning" => hour is >= 3 and < 12,
        "afternoon" => hour is >= 12 and < 19,
        "evening" => hour is >= 17 and < 24,
        _ => hour is >= 20,
    };

    /// <summary>Without a day: today where it is still ahead; else nobody knows.</summary>
    private static IReadOnlyList<LocalDate> DaysFor(TimeReading reading, IReadOnlyList<LocalTime> times, Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        return times.All(time => local.Date + time >= local) ? [local.Date] : [local.Date, local.Date.PlusDays(1)];
    }

    private static TimeAnswer.Ambiguous Midnight(TimeReading reading, DateTimeZone zone)
    {
        TimeReading.Refuse(reading.Part is not null and not "night", "Midnight is not in that part of the day.");
        var day = reading.Days is null ? reading.Today : reading.Days[0];
        return new TimeAnswer.Ambiguous(
            "Midnight may be the beginning or the end of that day.", [Choice(day.AtMidnight(), zone), Choice(day.PlusDays(1).AtMidnight(), zone)]);
    }

    private static TimeAnswer WithoutTime(TimeReading reading, DateTimeZone zone)
    {
        TimeReading.Refuse(reading.Days is null && reading.Part is null, "It names neither a day nor a time.");
        TimeReading.Refuse(reading.Zone is not null, "A time zone needs a time.");
        var days = reading.Days ?? [reading.Today];
        if (reading.Part is { } part)
        {
            TimeReading.Refuse(!Parts.ContainsKey(part), "The night is of two days: give the hour.");
            TimeReading.Refuse(days.Count > 1, $"{reading.DaysWhy} Name the date.");
            var (from, until) = Parts[part];
            return new TimeAnswer.Span(zone.AtLeniently(days[0].At(new(from, 0))).ToOffsetDateTime(), zone.AtLeniently(days[0].At(new(until, 0))).ToOffsetDateTime());
        }

        return days.Count == 1
            ? new TimeAnswer.Day(days[0])
            : new TimeAnswer.Ambiguous(reading.DaysWhy!, [.. days.Select(day => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))]);
    }

    private static TimeAnswer Moments(List<LocalDateTime> locals, string why, DateTimeZone zone, DateTimeZone shown)
    {
        if (locals.Count > 1)
            return new TimeAnswer.Ambiguous(why, [.. locals.SelectMany(local => zone.Equals(shown) ? [Choice(local, zone)] : Exact(local, zone, shown))]);
        var mapping = zone.MapLocal(locals[0]);
        return mapping.Count switch
        {
            1 => Moment(mapping.Single().ToInstant(), shown),
            2 => new TimeAnswer.Ambiguous("The clocks are set back, so this time comes twice.", Exact(locals[0], zone, shown)),
            _ => new TimeAnswer.Ambiguous("The clocks are set forward, so this time does not exist.", Exact(locals[0], zone, shown)),
        };
    }

    /// <summary>Both instants that a local time may be, as the clocks before and after the change would have it.</summary>
    private static IReadOnlyList<string> Exact(LocalDateTime local, DateTimeZone zone, DateTimeZone shown)
    {
        var mapping = zone.MapLocal(local);
        var offsets = mapping.Count == 1 ? [mapping.EarlyInterval.WallOffset] : new[] { mapping.EarlyInterval.WallOffset, mapping.LateInterval.WallOffset };
        return [.. offsets.Select(offset => local.WithOffset(offset).ToInstant()).Order().Select(instant => Iso(instant.InZone(shown).ToOffsetDateTime()))];
    }

    private static string Choice(LocalDateTime local, DateTimeZone zone) => Iso(zone.AtLeniently(local).ToOffsetDateTime());

    private static string Iso(OffsetDateTime at) => at.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static TimeAnswer.Moment Moment(Instant instant, DateTimeZone zone) => new(instant.InZone(zone).ToOffsetDateTime());
}
