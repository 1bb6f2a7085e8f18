using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>Recurrence lines as Google has them, to and from a set.</summary>
internal static class SetLines
{
    private const int MostDates = 2_000;

    public static RecurrenceSet Read(IEnumerable<string> lines)
    {
        var set = new RecurrenceSet();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var name = line.Split(':', ';')[0].ToUpperInvariant();
            set = name switch
            {
                "RRULE" => set with { Rules = [.. set.Rules, RecurrenceRule.Parse(line)] },
                "RDATE" => set with { Added = [.. set.Added, .. Dates(line)] },
                "EXDATE" => set with { Removed = [.. set.Removed, .. Dates(line)] },
                "EXRULE" => throw new RecurrenceException("EXRULE is no part of RFC 5545 any more: list the dates with EXDATE."),
                _ => throw new RecurrenceException($"'{Start(line)}' is no recurrence line: they begin with RRULE:, RDATE: or EXDATE:."),
            };
        }

        if (set.Added.Count + set.Removed.Count > MostDates)
            throw new RecurrenceException($"A series cannot have more than {MostDates} single dates.");
        return set;
    }

    public static IReadOnlyList<string> Write(RecurrenceSet set) =>
        [.. set.Rules.Select(rule => $"RRULE:{rule}"), .. Lines("RDATE", set.Added), .. Lines("EXDATE", set.Removed)];

    private static IEnumerable<string> Lines(string name, IReadOnlyList<ListedDate> dates) => dates
        .GroupBy(date => (date.Zone?.Id, date.Value.IsDate, date.Value.IsUtc))
        .Select(group => $"{name}{(group.Key.IsDate ? ";VALUE=DATE" : group.Key.Id is { } zone ? $";TZID={zone}" : "")}:{string.Join(',', group.Select(date => date.Value))}");

    private static IEnumerable<ListedDate> Dates(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new RecurrenceException($"'{Start(line)}' has no dates.");
        DateTimeZone? zone = null;
        foreach (var parameter in line[..colon].Split(';').Skip(1))
        {
            if (parameter.StartsWith("TZID=", StringComparison.OrdinalIgnoreCase))
                zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(parameter[5..]) ?? throw new RecurrenceException($"There is no time zone '{parameter[5..]}'.");
            else if (!parameter.Equals("VALUE=DATE", StringComparison.OrdinalIgnoreCase) && !parameter.Equals("VALUE=DATE-TIME", StringComparison.OrdinalIgnoreCase))
                throw new RecurrenceException($"'{parameter}' of '{Start(line)}' is not supported.");
        }

        foreach (var text in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var value = CalendarValue.TryParse(text.ToUpperInvariant()) ?? throw new RecurrenceException($"'{text}' is neither a date such as 20261231 nor a time such as 20261231T220000Z.");
            yield return new(value, value.IsDate || value.IsUtc ? null : zone);
        }
    }

    private static string Start(string line) => line.Length > 40 ? line[..40] + "..." : line;
}
