using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>An RRULE (RFC 5545 3.3.10). Lists are sorted and have each value once.</summary>
internal sealed record RecurrenceRule
{
    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    /// <summary>How many occurrences the rule makes at most, those that an EXDATE removes among them.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment or day at which it may happen, inclusive.</summary>
    public CalendarValue? Until { get; init; }

    public IReadOnlyList<int> BySecond { get; init; } = [];

    public IReadOnlyList<int> ByMinute { get; init; } = [];

    public IReadOnlyList<int> ByHour { get; init; } = [];

    public IReadOnlyList<WeekdayRule> ByDay { get; init; } = [];

    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    public IReadOnlyList<int> ByYearDay { get; init; } = [];

    public IReadOnlyList<int> ByWeekNo { get; init; } = [];

    public IReadOnlyList<int> ByMonth { get; init; } = [];

    public IReadOnlyList<int> BySetPos { get; init; } = [];

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <param name="text">With or without <c>RRULE:</c>.</param>
    /// <exception cref="RecurrenceException">A part is missing, unknown, out of its range, or not allowed with another.</exception>
    public static RecurrenceRule Parse(string text) => RuleReader.Read(text);

    /// <summary>Without <c>RRULE:</c>; what is the default is left out.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"FREQ={Frequency.ToString().ToUpperInvariant()}" };
        if (Interval != 1)
            parts.Add($"INTERVAL={Interval}");
        if (Count is not null)
            parts.Add($"COUNT={Count}");
        if (Until is not null)
            parts.Add($"UNTIL={Until}");
        foreach (var (name, values) in new[]
        {
            ("BYMONTH", ByMonth), ("BYWEEKNO", ByWeekNo), ("BYYEARDAY", ByYearDay), ("BYMONTHDAY", ByMonthDay),
        })
            Add(name, values);
        if (ByDay.Count > 0)
            parts.Add($"BYDAY={string.Join(',', ByDay)}");
        foreach (var (name, values) in new[] { ("BYHOUR", ByHour), ("BYMINUTE", ByMinute), ("BYSECOND", BySecond), ("BYSETPOS", BySetPos) })
            Add(name, values);
        if (WeekStart != IsoDayOfWeek.Monday)
            parts.Add($"WKST={WeekdayRule.Name(WeekStart)}");
        return string.Join(';', parts);

        void Add(string name, IReadOnlyList<int> values)
        {
            if (values.Count > 0)
                parts.Add($"{name}={string.Join(',', values)}");
        }
    }
}
