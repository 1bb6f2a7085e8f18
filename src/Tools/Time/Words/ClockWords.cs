using NodaTime;

namespace Assistant.Tools.Time.Words;

/// <summary>Times of the day: 9:30, 9 Uhr 30, 9 pm, half past nine, halb zehn, fuenf vor zehn.</summary>
internal sealed class ClockWords(Func<int, TimeToken?> ahead, TimeReading reading)
{
    /// <summary>How many words it took; 0 where there is no time.</summary>
    public int Read()
    {
        var (here, second) = (ahead(0)!, ahead(1));
        if (here.Is("noon"))
            return Set(new LocalTime(12, 0), 1);
        if (here.Is("midnight"))
        {
            TimeReading.Refuse(reading.Times is not null, "It names two times of the day.");
            reading.IsMidnight = true;
            return 1;
        }

        if (here.Kind == WordKind.Clock)
            return Digital(here, second);
        return here.Is("at") ? Moved(Spoken(1), 1) : Spoken(0);
    }

    private int Digital(TimeToken clock, TimeToken? second)
    {
        if (!clock.IsClear && IsHalf(second, 1))
        {
            TimeReading.Refuse(clock.Time.Hour is 0 or > 12, $"'{clock.Text} {second!.Text}' is no time.");
            return Set(new LocalTime((clock.Time.Hour % 12) + (second!.Is("pm") ? 12 : 0), clock.Time.Minute, clock.Time.Second), 2);
        }

        return Set(clock.Time, second?.Is("uhr") is true ? 2 : 1, isClear: clock.IsClear);
    }

    private static int Moved(int used, int by) => used == 0 ? 0 : used + by;

    private int Spoken(int at)
    {
        var (here, second, third) = (ahead(at), ahead(at + 1), ahead(at + 2));
        switch (here)
        {
            case { Kind: WordKind.Key, Key: "half" } when second?.Is("past") is true && third is { Kind: WordKind.Number }:
                return Bare(third.Number, 30, at, 3);
            case { Kind: WordKind.Key, Key: "half", Text: "halb" } when second is { Kind: WordKind.Number }:
                return Bare(second.Number, -30, at, 2);
            case { Kind: WordKind.Key, Key: "half" } when second is { Kind: WordKind.Number }:
                throw new NotUnderstoodException("'half' and an hour means different times to different people: write it with digits.");
            case { Kind: WordKind.Key, Key: "three quarters" } when second is { Kind: WordKind.Number }:
                return Bare(second.Number, -15, at, 2);
            case { Kind: WordKind.Key, Key: "quarter" } when Direction(second) is not 0 and var sign && third is { Kind: WordKind.Number }:
                return Bare(third.Number, sign * 15, at, 3);
            case { Kind: WordKind.Number, Number: 1 } when second?.Is("quarter") is true && Direction(third) is not 0 and var toQuarter && ahead(at + 3) is { Kind: WordKind.Number } hour:
                return Bare(hour.Number, toQuarter * 15, at, 4);
            case { Kind: WordKind.Key, Key: "quarter" } when second is { Kind: WordKind.Number }:
                throw new NotUnderstoodException("'viertel' and an hour means different times to different people: write it with digits.");
            case { Kind: WordKind.Number } when MinutesTo(at) is var (used, minutes, hour) && used > 0:
                return Bare(hour, minutes, at, used);
            case { Kind: WordKind.Number } or { Kind: WordKind.Clock } when here.Number <= 24:
                return Hour(here, second, third, at);
            default:
                return 0;
        }
    }

    private int Hour(TimeToken here, TimeToken? second, TimeToken? third, int at)
    {
        if (here.Kind == WordKind.Clock)
            return Digital(here, second);
        if (second?.Is("uhr") is true)
        {
            TimeReading.Refuse(here.Number > 23, "24 Uhr is the end of the day: name the next day with 0 Uhr.");
            var minute = third is { Kind: WordKind.Number, Number: < 60 } && !IsUnit(ahead(at + 3)) ? third.Number : -1;
            return Set(new LocalTime(here.Number, Math.Max(minute, 0)), minute < 0 ? 2 : 3);
        }

        if (IsHalf(second, at + 1))
        {
            TimeReading.Refuse(here.Number is 0 or > 12, $"'{here.Text} {second!.Text}' is no time.");
            return Set(new LocalTime((here.Number % 12) + (second!.Is("pm") ? 12 : 0), 0), 2, isClear: true);
        }

        if (IsUnit(second) || second is { Kind: WordKind.Month } || here.Text is "a" or "an" or "ein" or "eine" or "einer" or "einem" or "einen")
            return 0;
        TimeReading.Refuse(here.Number == 24, "24 is no hour: name the next day with 0:00.");
        return Bare(here.Number, 0, at, 1);
    }

    /// <summary>Five to ten, zwanzig nach acht, fuenf vor halb neun, 10 minutes past 4.</summary>
    private (int Used, int Minutes, int Hour) MinutesTo(int at)
    {
        var minutes = ahead(at)!.Number;
        var next = ahead(at + 1) is { Kind: WordKind.Unit, Key: "minute" } ? 2 : 1;
        var sign = Direction(ahead(at + next));
        if (sign == 0 || minutes is < 1 or > 59)
            return default;
        if (ahead(at + next + 1) is { Kind: WordKind.Key, Text: "halb" } && ahead(at + next + 2) is { Kind: WordKind.Number } half)
            return (next + 3, (sign * minutes) - 30, half.Number);
        return ahead(at + next + 1) is { Kind: WordKind.Number } hour && !IsUnit(ahead(at + next + 2)) ? (next + 2, sign * minutes, hour.Number) : default;
    }

    private static int Direction(TimeToken? word) => word is null ? 0 : word.Is("past") || word.Is("nach") ? 1 : word.Is("to") || word.Is("vor") ? -1 : 0;

    private static bool IsUnit(TimeToken? word) => word is { Kind: WordKind.Unit };

    /// <summary>am and pm; but "am Dienstag" is German.</summary>
    private bool IsHalf(TimeToken? word, int at)
    {
        if (word?.Is("pm") is true)
            return true;
        return word?.Is("am") is true && ahead(at + 1) is not ({ Kind: WordKind.Weekday } or { Kind: WordKind.Ordinal } or { Kind: WordKind.Date } or { Kind: WordKind.Part })
            || (word?.Is("am") is true && ahead(at + 1) is { Kind: WordKind.Weekday } day && Lexicon.EnglishDays.Contains(day.Text));
    }

    /// <summary>An hour without am or pm: one up to 12 may be before or after noon.</summary>
    private int Bare(int hour, int minutes, int at, int used)
    {
        TimeReading.Refuse(hour > 24, $"{hour} is no hour.");
        var after = ahead(at + used);
        if (IsHalf(after, at + used) && hour is >= 1 and <= 12)
        {
            var clear = ((hour % 12) * 60) + (after!.Is("pm") ? 720 : 0) + minutes;
            return Set(LocalTime.FromMinutesSinceMidnight((clear + 1440) % 1440), used + 1, isClear: true);
        }

        if (after?.Is("uhr") is true)
            used++;
        reading.IsLoose = used == 1 && at == 0;
        var total = ((hour * 60) + minutes + 1440) % 1440;
        var isBare = hour is >= 1 and <= 12;
        reading.SetTime(LocalTime.FromMinutesSinceMidnight(isBare ? total % 720 : total), isBare);
        return used;
    }

    private int Set(LocalTime time, int used, bool isClear = false)
    {
        reading.SetTime(time);
        reading.IsClear = isClear;
        return used;
    }
}
