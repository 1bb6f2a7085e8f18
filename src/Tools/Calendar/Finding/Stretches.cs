using Assistant.Tools.Calendar.Recurrence;
using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>Intervals in order that do not touch.</summary>
internal static class Stretches
{
    /// <summary>When somebody works within a window, by the local clock of each day; stretches that touch are one.</summary>
    public static List<(Instant Start, Instant End)> Working(Person person, Interval window)
    {
        var found = new List<(Instant, Instant)>();
        var last = window.End.InZone(person.Zone).Date;
        for (var day = window.Start.InZone(person.Zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            if (person.Hours.Days.TryGetValue(day.DayOfWeek, out var hours))
                found.Add((WallClock.At(day + hours.From, person.Zone), WallClock.At((hours.Until > hours.From ? day : day.PlusDays(1)) + hours.Until, person.Zone)));
        }

        return Merge(found);
    }

    public static List<(Instant Start, Instant End)> Merge(IEnumerable<(Instant Start, Instant End)> all)
    {
        var merged = new List<(Instant Start, Instant End)>();
        foreach (var (start, end) in all.Where(one => one.End > one.Start).OrderBy(one => one.Start))
        {
            if (merged.Count > 0 && start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Instant.Max(end, merged[^1].End));
            else
                merged.Add((start, end));
        }

        return merged;
    }
}
