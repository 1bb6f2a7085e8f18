using NodaTime;

namespace Assistant.Tools.Time.Words;

/// <summary>What was read so far. Each thing may be said once.</summary>
internal sealed class TimeReading(LocalDateTime now)
{
    public LocalDateTime Now { get; } = now;

    public LocalDate Today => Now.Date;

    /// <summary>The days that may be meant; more than one is ambiguous.</summary>
    public IReadOnlyList<LocalDate>? Days { get; private set; }

    public string? DaysWhy { get; private set; }

    public IReadOnlyList<LocalTime>? Times { get; private set; }

    /// <summary>A bare hour, such as "at 9", that may be before or after noon.</summary>
    public bool IsBareHour { get; private set; }

    /// <summary>A number that is an hour only if a day is with it: "9", without "at" or "Uhr".</summary>
    public bool IsLoose { get; set; }

    public bool IsMidnight { get; set; }

    /// <summary>Said with am or pm.</summary>
    public bool IsClear { get; set; }

    public string? Part { get; private set; }

    public (LocalDate From, LocalDate Until)? Span { get; private set; }

    public Duration? Elapsed { get; private set; }

    public bool IsNow { get; set; }

    public DateTimeZone? Zone { get; set; }

    public (LocalDateTime Local, Offset Offset)? Exact { get; set; }

    public bool HasDay => Days is not null || Span is not null;

    public void SetDay(params IReadOnlyList<LocalDate> days)
    {
        Refuse(HasDay, "It names two days.");
        Days = days;
    }

    public void SetDays(string why, params IReadOnlyList<LocalDate> days)
    {
        SetDay(days);
        DaysWhy = why;
    }

    /// <summary>Moves the day that was named: Tuesday in a week.</summary>
    public void MoveDay(Func<LocalDate, LocalDate> move) => Days = [.. Days!.Select(move).Distinct()];

    public void KeepDays(Func<LocalDate, bool> fits) => Days = [.. Days!.Where(fits)];

    public void SetSpan(LocalDate from, LocalDate until)
    {
        Refuse(HasDay, "It names two days.");
        Span = (from, until);
    }

    public void SetTime(LocalTime time, bool isBareHour = false)
    {
        Refuse(Times is not null || IsMidnight, "It names two times of the day.");
        (Times, IsBareHour) = ([time], isBareHour);
    }

    public void SetPart(string part)
    {
        Refuse(Part is not null && Part != part, "It names two parts of the day.");
        Part = part;
    }

    public void SetElapsed(Duration elapsed)
    {
        Refuse(Elapsed is not null, "It names two waiting times.");
        Elapsed = elapsed;
    }

    public static void Refuse(bool isWrong, string why)
    {
        if (isWrong)
            throw new NotUnderstoodException(why);
    }
}

/// <summary>The words do not make a time; the message says why.</summary>
internal sealed class NotUnderstoodException(string message) : Exception(message);
