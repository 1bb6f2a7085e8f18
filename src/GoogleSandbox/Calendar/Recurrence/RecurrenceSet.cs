using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar.Recurrence;

/// <summary>The <c>recurrence</c> lines of an event: RRULE, RDATE and EXDATE of RFC 5545.</summary>
internal sealed class RecurrenceSet
{
    private readonly List<RecurrenceRule> _rules = [];
    private readonly List<(DateTime Time, string? Zone)> _added = [];
    private readonly List<(DateTime Time, string? Zone)> _left = [];

    /// <exception cref="ApiException">400: a line is not understood.</exception>
    public RecurrenceSet(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..Math.Max(colon, 0)].Split(';');
            if (name[0] == "RRULE")
                _rules.Add(RecurrenceRule.Parse(line[(colon + 1)..]));
            else if (name[0] is "RDATE" or "EXDATE")
                (name[0] == "RDATE" ? _added : _left).AddRange(Dates(line, colon, name));
            else
                throw new ApiException(400, "invalid", $"Invalid recurrence line: {line}.");
        }
    }

    /// <summary>Starts of the instances before a moment, in order. Wall-clock time is kept when the zone changes its offset.</summary>
    public IEnumerable<EventTime> Starts(EventTime first, string calendarZone, DateTimeOffset until)
    {
        var zone = Zones.Find(first.Zone ?? calendarZone);
        var wall = first.Date?.ToDateTime(TimeOnly.MinValue) ?? TimeZoneInfo.ConvertTime(first.Moment, zone).DateTime;
        var left = _left.Select(date => Make(date.Time, date.Zone).Stamp).ToHashSet();
        return _rules.SelectMany(Expand)
            .Concat(_added.Select(date => Make(date.Time, date.Zone)))
            .Where(start => start.Moment < until && !left.Contains(start.Stamp))
            .DistinctBy(start => start.Stamp)
            .OrderBy(start => start.Moment);

        IEnumerable<EventTime> Expand(RecurrenceRule rule) => RuleDays
            .Of(rule, DateOnly.FromDateTime(wall), DateOnly.FromDateTime(until.UtcDateTime.AddDays(1)))
            .Take(rule.Count ?? int.MaxValue)
            .Select(day => day.ToDateTime(TimeOnly.FromDateTime(wall)))
            .TakeWhile(local => NotAfter(rule, local))
            .Select(local => Make(local, null));

        bool NotAfter(RecurrenceRule rule, DateTime local) => rule.Until is not { } end
            || (rule.UntilIsDay ? local.Date <= end : end.Kind == DateTimeKind.Utc && !first.IsAllDay ? Zones.At(local, zone).UtcDateTime <= end : local <= end);

        EventTime Make(DateTime time, string? named)
        {
            if (first.IsAllDay)
                return EventTime.OfDay(DateOnly.FromDateTime(time), calendarZone);
            var moment = time.Kind == DateTimeKind.Utc ? new DateTimeOffset(time) : Zones.At(time, named is null ? zone : Zones.Find(named));
            return first with { Moment = moment };
        }
    }

    private static IEnumerable<(DateTime, string?)> Dates(string line, int colon, string[] name)
    {
        var zone = name.FirstOrDefault(part => part.StartsWith("TZID=", StringComparison.Ordinal))?[5..];
        try
        {
            return [.. line[(colon + 1)..].Split(',').Select(date => (RuleDate.Parse(date), zone))];
        }
        catch (FormatException)
        {
            throw new ApiException(400, "invalid", $"Invalid recurrence line: {line}.");
        }
    }
}
