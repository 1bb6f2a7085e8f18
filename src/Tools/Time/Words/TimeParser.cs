using NodaTime;

namespace Assistant.Tools.Time.Words;

/// <summary>Walks over the words from left to right; at each place the first rule that fits takes as many as it needs.</summary>
internal sealed partial class TimeParser(List<TimeToken> tokens, TimeReading reading)
{
    private int _at;

    private TimeToken? Here => Ahead(0);

    public void Parse()
    {
        while (_at < tokens.Count)
        {
            if (!(Stamp() || Waiting() || Edge() || Nth() || Week() || Date() || Day() || Clock() || PartOfDay() || Zone() || Filler()))
                throw new NotUnderstoodException(Lexicon.Vague.Contains(Here!.Text) ? $"'{Here.Text}' is not exact." : $"'{Here.Text}' is not understood here.");
        }
    }

    private TimeToken? Ahead(int by) => _at + by < tokens.Count ? tokens[_at + by] : null;

    private bool Take(int count)
    {
        _at += count;
        return true;
    }

    private bool Stamp()
    {
        if (Here is not { Kind: WordKind.Stamp } stamp)
            return false;
        reading.SetDay(stamp.Local.Date);
        reading.SetTime(stamp.Local.TimeOfDay);
        if (stamp.Offset is { } offset)
            reading.Exact = (stamp.Local, offset);
        return Take(1);
    }

    /// <summary>In two hours, half an hour ago, vor drei Tagen, tomorrow in a week.</summary>
    private bool Waiting()
    {
        if (Here!.Is("now"))
        {
            reading.IsNow = true;
            return Take(1);
        }

        var isBack = Here!.Is("vor");
        var isMarked = Here.Is("in") || isBack || Here.Is("after");
        var (used, amounts) = Amounts(isMarked ? 1 : 0);
        if (amounts.Count == 0)
            return WeekdayWeek();
        var next = Ahead((isMarked ? 1 : 0) + used);
        var isFrom = false;
        if (!isMarked)
        {
            isBack = next?.Is("ago") is true;
            isFrom = next?.Is("from") is true || next?.Is("after") is true;
            if (!isBack && !isFrom)
                return false;
            used++;
        }

        Take((isMarked ? 1 : 0) + used);
        if (isFrom && Here?.Is("now") is true)
            Take(1);
        Apply(amounts, isBack ? -1 : 1, isFrom);
        return true;
    }

    private void Apply(List<(double Count, string Unit)> amounts, int sign, bool isFrom)
    {
        if (amounts.All(amount => amount.Unit is "second" or "minute" or "hour"))
        {
            var seconds = amounts.Sum(amount => amount.Count * (amount.Unit switch { "hour" => 3600, "minute" => 60, _ => 1 }));
            TimeReading.Refuse(seconds > 366 * 86_400, "That is too far away.");
            reading.SetElapsed(Duration.FromSeconds(sign * seconds));
            return;
        }

        TimeReading.Refuse(amounts.Any(amount => amount.Unit is "second" or "minute" or "hour"), "Days and hours together are not exact: give a day and a time.");
        TimeReading.Refuse(amounts.Any(amount => amount.Count != Math.Floor(amount.Count) || amount.Count > 4_000), "That many days, weeks or months are not understood.");
        // Named before ("Tuesday in a week") or after ("a week from Tuesday"); else today.
        if (isFrom && _at < tokens.Count)
        {
            while (Here is { Kind: WordKind.Noise })
                Take(1);
            TimeReading.Refuse(Here is null || !(Date() || Day()), "It does not say from which day.");
        }

        if (reading.Days is null)
            reading.SetDay(reading.Today);
        reading.MoveDay(day => amounts.Aggregate(day, (moved, amount) => Move(moved, sign * (int)amount.Count, amount.Unit)));
    }

    private static LocalDate Move(LocalDate day, int count, string unit) => unit switch
    {
        "day" => day.PlusDays(count),
        "week" => day.PlusWeeks(count),
        "month" => day.PlusMonths(count),
        _ => day.PlusYears(count),
    };

    /// <summary>Tuesday week: a week after the coming one.</summary>
    private bool WeekdayWeek()
    {
        if (Here is not { Kind: WordKind.Unit, Key: "week", Text: "week" } || reading.Days is null || _at == 0 || tokens[_at - 1].Kind != WordKind.Weekday)
            return false;
        reading.MoveDay(day => day.PlusWeeks(1));
        return Take(1);
    }

    private (int Used, List<(double Count, string Unit)> Amounts) Amounts(int offset)
    {
        var (used, amounts) = (0, new List<(double, string)>());
        while (One(offset + used) is var (taken, count, unit) && taken > 0)
        {
            amounts.Add((count, unit));
            used += taken;
            if (Ahead(offset + used)?.Is("and") is true && One(offset + used + 1).Taken > 0)
                used++;
        }

        return (used, amounts);
    }

    private (int Taken, double Count, string Unit) One(int offset)
    {
        var (first, second, third) = (Ahead(offset), Ahead(offset + 1), Ahead(offset + 2));
        if (first is { Kind: WordKind.Unit, Number: > 0 })
            return (1, first.Number, first.Key);
        if (first?.Is("one and a half") is true && second is { Kind: WordKind.Unit })
            return (2, 1.5, second.Key);
        if (first is { Kind: WordKind.Unknown } && double.TryParse(first.Text.Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
            && second is { Kind: WordKind.Unit })
            return (2, parsed, second.Key);
        if (first?.Is("half") is true)
        {
            if (second is { Kind: WordKind.Unit })
                return (2, 0.5, second.Key);
            return second is { Kind: WordKind.Number, Number: 1 } && third is { Kind: WordKind.Unit } ? (3, 0.5, third.Key) : default;
        }

        if (first is { Kind: WordKind.Number })
        {
            // Half of it: an hour and a half, einer halben Stunde, a quarter of an hour, dreiviertel Stunde.
            if (first.Number == 1 && second?.Is("half") is true && third is { Kind: WordKind.Unit })
                return (3, 0.5, third.Key);
            if (first.Number == 1 && second is { Kind: WordKind.Unit } && third?.Is("and") is true && Ahead(offset + 3) is { Number: 1 } && Ahead(offset + 4)?.Is("half") is true)
                return (5, 1.5, second.Key);
            if (second is { Kind: WordKind.Unit, Number: 0 })
                return (2, first.Number, second.Key);
        }

        if (first?.Is("three quarters") is true && second is { Kind: WordKind.Unit, Key: "hour" })
            return (2, 0.75, "hour");
        return default;
    }

    private bool Date()
    {
        var (here, second, third) = (Here!, Ahead(1), Ahead(2));
        switch (here.Kind)
        {
            case WordKind.Date:
                DayWords.Date(reading, here.Date.Year, here.Date.Month, here.Date.Day);
                return Take(1);
            case WordKind.Slashes:
                DayWords.Slashes(reading, here.Date);
                return Take(1);
            case WordKind.Ordinal or WordKind.Number when OfMonth() is var (month, used) && month is not null:
                return MonthDay(month.Number, here.Number, used);
            case WordKind.Month when second is { Kind: WordKind.Ordinal } or { Kind: WordKind.Number, Number: <= 31 } && third?.Kind != WordKind.Key:
                return MonthDay(here.Number, second.Number, 2);
            case WordKind.Month when second is { Kind: WordKind.Ordinal } or { Kind: WordKind.Number, Number: <= 31 }:
                return MonthDay(here.Number, second.Number, 2);
            case WordKind.Month:
                var year = second is { Kind: WordKind.Number, Number: > 1900 and < 2200 } given ? given.Number : 0;
                TimeReading.Refuse(year == 0 && here.Number < reading.Today.Month, "This month is past this year: name the year.");
                var first = new LocalDate(year == 0 ? reading.Today.Year : year, here.Number, 1);
                reading.SetSpan(first, first.PlusMonths(1));
                return Take(year == 0 ? 1 : 2);
            case WordKind.Ordinal:
                DayWords.DayOfMonth(reading, here.Number);
                return Take(1);
            default:
                return false;
        }

        (TimeToken? Month, int Used) OfMonth() => second switch
        {
            { Kind: WordKind.Month } => (second, 2),
            { Kind: WordKind.Key, Key: "of" } when third is { Kind: WordKind.Month } => (third, 3),
            _ => (null, 0),
        };
    }

    private bool MonthDay(int month, int day, int used)
    {
        var year = Ahead(used) is { Kind: WordKind.Number, Number: > 1900 and < 2200 } given ? given.Number : 0;
        DayWords.Date(reading, year, month, day);
        return Take(year == 0 ? used : used + 1);
    }

    private bool Day()
    {
        var (here, next) = (Here!, Ahead(1));
        switch (here.Kind)
        {
            case WordKind.RelativeDay:
                reading.SetDay(reading.Today.PlusDays(here.Number));
                return Take(1);
            case WordKind.Weekday:
                // After a date the weekday only has to be true: Friday, 27 November.
                if (reading.Days is [var day])
                {
                    TimeReading.Refuse((int)day.DayOfWeek != here.Number, $"{day:uuuu-MM-dd} is a {day.DayOfWeek}.");
                    return Take(1);
                }

                if (IsBeforeDate())
                    return CheckedDate((IsoDayOfWeek)here.Number);
                DayWords.Weekday(reading, (IsoDayOfWeek)here.Number, null);
                return Take(1);
            case WordKind.Which when next is { Kind: WordKind.Weekday }:
                DayWords.Weekday(reading, (IsoDayOfWeek)next.Number, here.Key);
                return Take(2);
            case WordKind.Which when here.Key == "this" && next is { Kind: WordKind.Part } or { Kind: WordKind.Key, Key: "morgen" }:
                reading.SetDay(reading.Today);
                return Take(1);
            case WordKind.Unit when here is { Key: "day", Text: "day" } && next?.Is("after") is true && Ahead(2) is { Kind: WordKind.RelativeDay } later:
                reading.SetDay(reading.Today.PlusDays(later.Number + 1));
                return Take(3);
            case WordKind.Unit when here is { Key: "day", Text: "day" } && next is { Text: "before" } && Ahead(2) is { Kind: WordKind.RelativeDay } earlier:
                reading.SetDay(reading.Today.PlusDays(earlier.Number - 1));
                return Take(3);
            case WordKind.Key when here.Is("tonight"):
                reading.SetDay(reading.Today);
                reading.SetPart("evening");
                return Take(1);
            case WordKind.Key when here.Is("morgen"):
                // After a day it is the morning; else tomorrow.
                if (reading.Days is not null)
                    reading.SetPart("morning");
                else
                    reading.SetDay(reading.Today.PlusDays(1));
                return Take(1);
            default:
                return false;
        }
    }

    private bool IsBeforeDate()
    {
        var at = 1;
        while (Ahead(at) is { Kind: WordKind.Noise } || Ahead(at) is { Text: "am" })
            at++;
        var (first, second) = (Ahead(at), Ahead(at + 1));
        return first is { Kind: WordKind.Date or WordKind.Slashes or WordKind.Stamp }
            || (first is { Kind: WordKind.Number or WordKind.Ordinal } && second is { Kind: WordKind.Month })
            || first is { Kind: WordKind.Ordinal } || (first is { Kind: WordKind.Month } && second is { Kind: WordKind.Number or WordKind.Ordinal });
    }

    private bool CheckedDate(IsoDayOfWeek day)
    {
        Take(1);
        while (Here is { Kind: WordKind.Noise } || Here is { Text: "am" })
            Take(1);
        TimeReading.Refuse((!Stamp() && !Date()) || reading.Days is null, "The date after the weekday is not understood.");
        var wrong = reading.Days!.Where(one => one.DayOfWeek != day).ToList();
        TimeReading.Refuse(wrong.Count == reading.Days!.Count, $"{reading.Days[0]:uuuu-MM-dd} is a {reading.Days[0].DayOfWeek}, not a {day}.");
        if (wrong.Count > 0)
            reading.KeepDays(one => one.DayOfWeek == day);
        return true;
    }

    private bool Clock() => new ClockWords(Ahead, reading).Read() is > 0 and var used && Take(used);

    private bool PartOfDay()
    {
        if (Here is not { Kind: WordKind.Part } part)
            return false;
        reading.SetPart(part.Key);
        return Take(1);
    }

    private bool Zone()
    {
        if (Here is not { Kind: WordKind.Zone } zone)
            return false;
        TimeReading.Refuse(reading.Zone is not null, "It names two time zones.");
        reading.Zone = zone.Zone;
        return Take(1);
    }

    /// <summary>Connectives; "in" and "am" too, where nothing else wanted them.</summary>
    private bool Filler() => (Here!.Kind == WordKind.Noise || Here.Is("at") || Here.Is("of") || (Here.Is("in") && Ahead(1) is not null) || (Here.Is("am") && Here.Text == "am" && Ahead(1) is not null))
        && tokens.Count > 1 && Take(1);
}
