using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>Working hours as callers write them: <c>09:00-17:00</c> on weekdays, <c>Mon-Thu 08:00-16:00</c>, <c>Mon,Wed 9:00-12:00; Fri 10:00-14:00</c>.</summary>
internal static partial class HoursText
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static WorkingHours Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return WorkingHours.Weekdays(new(9, 0), new(17, 0));
        var days = new Dictionary<IsoDayOfWeek, (LocalTime, LocalTime)>();
        foreach (var part in text.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Part().Match(part) is not { Success: true } match || Clock.Parse(match.Groups[2].Value) is not { Success: true } from || Clock.Parse(match.Groups[3].Value.Replace("24:00", "0:00", StringComparison.Ordinal)) is not { Success: true } until)
                throw Wrong(text);
            foreach (var day in DaysOf(match.Groups[1].Value, text))
                days[day] = (from.Value, until.Value);
        }

        return new(days);
    }

    private static IEnumerable<IsoDayOfWeek> DaysOf(string names, string text)
    {
        if (names.Length == 0)
            return Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day);
        return names.Split(',', StringSplitOptions.TrimEntries).SelectMany(name =>
        {
            var ends = name.Split('-', StringSplitOptions.TrimEntries).Select(end => Array.IndexOf(Days, end.Length > 3 ? end[..3] : end)).ToList();
            if (ends.Any(end => end < 0) || ends.Count > 2)
                throw Wrong(text);
            var (first, last) = (ends[0], ends[^1]);
            return Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(i => (IsoDayOfWeek)(((first + i) % 7) + 1));
        }).ToList();
    }

    private static ToolFailure Wrong(string text) => new("bad_argument", $"The working hours '{text}' must be written as 'Mon-Fri 09:00-17:00', several parts with ';' between.");

    [GeneratedRegex(@"^((?:[a-z]+(?:\s*-\s*[a-z]+)?)(?:\s*,\s*[a-z]+(?:\s*-\s*[a-z]+)?)*|)\s*(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})$")]
    private static partial Regex Part();
}
