using System.Globalization;
using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>A recurrence in a short sentence, for a person who agrees to it.</summary>
internal static class RecurrenceWords
{
    public static string Of(RecurrenceSet set, DateTimeZone zone)
    {
        var words = string.Join(" and ", set.Rules.Select(rule => Of(rule, zone)));
        if (set.Added.Count > 0)
            words = $"{(words.Length > 0 ? words + ", and" : "on")} {set.Added.Count} single {(set.Added.Count == 1 ? "date" : "dates")}";
        return set.Removed.Count > 0 ? $"{words}, except {set.Removed.Count} {(set.Removed.Count == 1 ? "date" : "dates")}" : words;
    }

    private static string Of(RecurrenceRule rule, DateTimeZone zone)
    {
        var unit = rule.Frequency switch
        {
            Frequency.Secondly => "second",
            Frequency.Minutely => "minute",
            Frequency.Hourly => "hour",
            Frequency.Daily => "day",
            Frequency.Weekly => "week",
            Frequency.Monthly => "month",
            _ => "year",
        };
        var words = rule.Interval == 1 ? $"every {unit}" : $"every {rule.Interval} {unit}s";
        if (rule.ByMonth.Count > 0)
            words += " in " + string.Join(", ", rule.ByMonth.Select(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName));
        if (rule.ByWeekNo.Count > 0)
            words += " in week " + string.Join(", ", rule.ByWeekNo);
        if (rule.ByYearDay.Count > 0)
            words += " on day " + string.Join(", ", rule.ByYearDay.Select(day => Position(day))) + " of the year";
        if (rule.ByMonthDay.Count > 0)
            words += " on day " + string.Join(", ", rule.ByMonthDay.Select(day => Position(day))) + " of the month";
        if (rule.ByDay.Count > 0)
            words += " on " + string.Join(", ", rule.ByDay.Select(day => day.Ordinal == 0 ? $"{day.Day}" : $"the {Position(day.Ordinal)} {day.Day}"));
        if (rule.ByHour.Count > 0)
            words += " at hour " + string.Join(", ", rule.ByHour);
        if (rule.ByMinute.Count > 0)
            words += " at minute " + string.Join(", ", rule.ByMinute);
        if (rule.BySetPos.Count > 0)
            words += " (only " + string.Join(", ", rule.BySetPos.Select(position => "the " + Position(position))) + " of these)";
        if (rule.Count is { } count)
            words += count == 1 ? ", once" : $", {count} times";
        if (rule.Until is { } until)
            words += $" until {(until.IsUtc ? until.Local.InUtc().WithZone(zone).Date : until.Local.Date).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}";
        return words;
    }

    private static string Position(int position) => position switch
    {
        -1 => "last",
        < 0 => $"{Position(-position)} to last",
        _ => position + (position % 100 is 11 or 12 or 13 ? "th" : (position % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" }),
    };
}
