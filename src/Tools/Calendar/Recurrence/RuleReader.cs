using System.Globalization;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>Reads an RRULE and holds it against what RFC 5545 3.3.10 allows.</summary>
internal static class RuleReader
{
    private const int LongestText = 2_000;
    private const int MostInterval = 10_000;
    private const int MostCount = 100_000;

    public static RecurrenceRule Read(string text)
    {
        if (text.Length > LongestText)
            throw new RecurrenceException($"The recurrence rule is longer than {LongestText} characters.");
        var body = text.Trim();
        body = body.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? body[6..] : body;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in body.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } value])
                throw new RecurrenceException($"'{part}' in the recurrence rule is not of the form NAME=VALUE.");
            if (!parts.TryAdd(name, value))
                throw new RecurrenceException($"The recurrence rule has {name} twice.");
        }

        if (!parts.Remove("FREQ", out var frequency))
            throw new RecurrenceException("The recurrence rule has no FREQ, such as FREQ=WEEKLY.");
        if (!Enum.TryParse<Frequency>(frequency, ignoreCase: true, out var freq) || int.TryParse(frequency, out _))
            throw new RecurrenceException($"FREQ={frequency} is not known: it is DAILY, WEEKLY, MONTHLY, YEARLY, HOURLY, MINUTELY or SECONDLY.");
        return Check(parts.Aggregate(new RecurrenceRule { Frequency = freq }, (rule, part) => With(rule, part.Key, part.Value)));
    }

    private static RecurrenceRule With(RecurrenceRule rule, string name, string value) => name switch
    {
        "INTERVAL" => rule with { Interval = Number(name, value, 1, MostInterval) },
        "COUNT" => rule with { Count = Number(name, value, 1, MostCount) },
        "UNTIL" => rule with { Until = CalendarValue.TryParse(value) ?? throw new RecurrenceException($"UNTIL={value} is neither a date such as 20261231 nor a time such as 20261231T220000Z.") },
        "BYSECOND" => rule with { BySecond = Numbers(name, value, 0, 59) },
        "BYMINUTE" => rule with { ByMinute = Numbers(name, value, 0, 59) },
        "BYHOUR" => rule with { ByHour = Numbers(name, value, 0, 23) },
        "BYDAY" => rule with { ByDay = [.. value.Split(',').Select(Weekday).Distinct().OrderBy(day => day.Ordinal).ThenBy(day => day.Day)] },
        "BYMONTHDAY" => rule with { ByMonthDay = Signed(name, value, 31) },
        "BYYEARDAY" => rule with { ByYearDay = Signed(name, value, 366) },
        "BYWEEKNO" => rule with { ByWeekNo = Signed(name, value, 53) },
        "BYMONTH" => rule with { ByMonth = Numbers(name, value, 1, 12) },
        "BYSETPOS" => rule with { BySetPos = Signed(name, value, 366) },
        "WKST" => rule with { WeekStart = WeekdayRule.Named(value) ?? throw new RecurrenceException($"WKST={value} is no weekday such as MO.") },
        _ => throw new RecurrenceException($"{name} in the recurrence rule is not known."),
    };

    private static RecurrenceRule Check(RecurrenceRule rule)
    {
        var wrong = rule switch
        {
            { Count: not null, Until: not null } => "COUNT and UNTIL exclude each other",
            { ByWeekNo.Count: > 0, Frequency: not Frequency.Yearly } => "BYWEEKNO goes only with FREQ=YEARLY",
            { ByYearDay.Count: > 0, Frequency: Frequency.Daily or Frequency.Weekly or Frequency.Monthly } => "BYYEARDAY does not go with FREQ=DAILY, WEEKLY or MONTHLY",
            { ByMonthDay.Count: > 0, Frequency: Frequency.Weekly } => "BYMONTHDAY does not go with FREQ=WEEKLY",
            { Frequency: not (Frequency.Monthly or Frequency.Yearly) } when rule.ByDay.Any(day => day.Ordinal != 0) => "BYDAY with a number goes only with FREQ=MONTHLY or YEARLY",
            { ByWeekNo.Count: > 0 } when rule.ByDay.Any(day => day.Ordinal != 0) => "BYDAY with a number does not go with BYWEEKNO",
            { BySetPos.Count: > 0 } when !HasBy(rule) => "BYSETPOS needs another BY part to choose from",
            _ => null,
        };
        return wrong is null ? rule : throw new RecurrenceException($"{wrong} (RFC 5545 3.3.10).");
    }

    private static bool HasBy(RecurrenceRule rule) => rule.ByDay.Count > 0
        || new[] { rule.BySecond, rule.ByMinute, rule.ByHour, rule.ByMonthDay, rule.ByYearDay, rule.ByWeekNo, rule.ByMonth }.Any(list => list.Count > 0);

    private static WeekdayRule Weekday(string text)
    {
        if (text.Length < 2 || WeekdayRule.Named(text[^2..]) is not { } day)
            throw new RecurrenceException($"BYDAY={text} is no weekday such as MO or 2TU.");
        var ordinal = text.Length == 2 ? 0 : Number("BYDAY", text[..^2], -53, 53);
        return text.Length > 2 && ordinal == 0 ? throw new RecurrenceException("BYDAY has no zeroth weekday.") : new(ordinal, day);
    }

    private static int[] Signed(string name, string value, int most)
    {
        var numbers = Numbers(name, value, -most, most);
        return numbers.Contains(0) ? throw new RecurrenceException($"{name} must not be 0.") : numbers;
    }

    private static int[] Numbers(string name, string value, int least, int most) =>
        [.. value.Split(',').Select(number => Number(name, number, least, most)).Distinct().Order()];

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new RecurrenceException($"{name}={value} is not a number from {least} to {most}.");
}
