using Assistant.Tools.Calendar.Recurrence;
using NodaTime;

namespace Assistant.Tools.Tests.Calendar.Recurrence;

/// <summary>Series of every shape that calendars have, around both changes of the clocks, from a seed.</summary>
internal static class RandomSeries
{
    public static readonly string[] Zones =
    [
        "Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Athens", "Europe/Moscow", "Europe/Istanbul", "America/New_York", "America/Chicago",
        "America/Denver", "America/Los_Angeles", "America/Anchorage", "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "America/Bogota",
        "America/Santiago", "America/Mexico_City", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Honolulu", "Australia/Sydney", "Australia/Adelaide",
        "Australia/Lord_Howe", "Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Jerusalem", "Africa/Johannesburg", "Africa/Lagos", "Etc/UTC",
    ];

    private static readonly IsoDayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    public static (RecurrenceSet Set, EventStart Start) Next(Random random)
    {
        var zone = DateTimeZoneProviders.Tzdb[Pick(random, Zones)];
        var isAllDay = random.Next(4) == 0;
        // Weeks around the last Sundays of March and October, where most clocks change; one in three anywhere in the year.
        var day = random.Next(3) switch
        {
            0 => new LocalDate(2026, 3, 1).PlusDays(random.Next(45)),
            1 => new LocalDate(2026, 10, 1).PlusDays(random.Next(45)),
            _ => new LocalDate(2024, 1, 1).PlusDays(random.Next(1100)),
        };
        var time = random.Next(3) == 0 ? new LocalTime(random.Next(4), random.Next(60)) : new LocalTime(random.Next(24), 15 * random.Next(4));
        var start = isAllDay ? EventStart.AllDay(day) : EventStart.Timed(day + time, zone);
        var rule = Limited(random, Rule(random, isAllDay, day), start, zone);
        var set = new RecurrenceSet { Rules = [rule] };
        var some = set.Expand(start, zone).Take(30).ToList();
        if (some.Count < 3 || !isAllDay && WallClock.IsSkipped(some[0].Local, zone))
            return Next(random);
        // DTSTART fits the rule, as RFC 5545 3.8.5.3 wants it.
        start = start with { Local = some[0].Local };
        set = new RecurrenceSet { Rules = [Limited(random, rule with { Count = null, Until = null }, start, zone)] };
        if (random.Next(3) == 0)
            set = set with { Removed = [.. some.Skip(1).Where(_ => random.Next(5) == 0).Select(one => Listed(random, one, zone))] };
        if (random.Next(4) == 0)
            set = set with { Added = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Extra(random, start, zone))] };
        return set.Expand(start, zone).Take(3).Count() == 3 ? (set, start) : Next(random);
    }

    private static RecurrenceRule Rule(Random random, bool isAllDay, LocalDate start)
    {
        var frequency = (Frequency)(isAllDay ? random.Next(3, 7) : random.Next(10) is 0 ? random.Next(0, 3) : random.Next(3, 7));
        var rule = new RecurrenceRule
        {
            Frequency = frequency,
            Interval = random.Next(3) == 0 ? random.Next(2, 5) : 1,
            WeekStart = random.Next(4) == 0 ? Pick(random, Week) : IsoDayOfWeek.Monday,
        };
        switch (frequency)
        {
            case Frequency.Yearly:
                rule = random.Next(7) switch
                {
                    0 => rule,
                    1 => rule with { ByMonth = Some(random, 1, 12, 3), ByMonthDay = Signed(random, 31, 3) },
                    2 => rule with { ByMonth = Some(random, 1, 12, 3), ByDay = Days(random, 5) },
                    3 => rule with { ByDay = Days(random, 53) },
                    4 => rule with { ByYearDay = Signed(random, 366, 4) },
                    5 => rule with { ByWeekNo = Signed(random, 53, 3), ByDay = Days(random, 0) },
                    _ => rule with { ByMonth = Some(random, 1, 12, 2), ByDay = Days(random, 0), ByMonthDay = Signed(random, 31, 6) },
                };
                break;
            case Frequency.Monthly:
                rule = random.Next(5) switch
                {
                    0 => rule,
                    1 => rule with { ByMonthDay = Signed(random, 31, 3) },
                    2 => rule with { ByDay = Days(random, 5) },
                    3 => rule with { ByDay = Days(random, 0), ByMonthDay = Signed(random, 31, 6) },
                    _ => rule with { ByMonth = Some(random, 1, 12, 5), ByDay = Days(random, 4) },
                };
                break;
            case Frequency.Weekly:
                rule = random.Next(3) == 0 ? rule : rule with { ByDay = Days(random, 0) };
                if (random.Next(6) == 0)
                    rule = rule with { ByMonth = Some(random, 1, 12, 5) };
                break;
            case Frequency.Daily:
                rule = random.Next(4) switch
                {
                    0 => rule with { ByDay = Days(random, 0) },
                    1 => rule with { ByMonth = Some(random, 1, 12, 4), ByMonthDay = Signed(random, 31, 8) },
                    _ => rule,
                };
                break;
            default:
                rule = Short(random, rule);
                break;
        }

        if (!isAllDay && frequency >= Frequency.Daily && random.Next(8) == 0)
            rule = rule with { ByHour = Some(random, 0, 23, 3), ByMinute = random.Next(2) == 0 ? Some(random, 0, 59, 2) : [] };
        var hasBy = rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count + rule.ByWeekNo.Count + rule.ByHour.Count > 0;
        return hasBy && random.Next(4) == 0 ? rule with { BySetPos = Signed(random, 4, 2) } : rule;
    }

    private static RecurrenceRule Short(Random random, RecurrenceRule rule) => random.Next(4) switch
    {
        0 => rule with { Interval = random.Next(1, 40) },
        1 => rule with { ByHour = Some(random, 0, 23, 4), Interval = random.Next(1, 20) },
        2 => rule with { ByDay = Days(random, 0), Interval = random.Next(1, 50), ByMinute = rule.Frequency == Frequency.Secondly ? [] : Some(random, 0, 59, 3) },
        _ => rule with { ByMonth = Some(random, 1, 12, 3), ByHour = Some(random, 0, 23, 3), Interval = random.Next(1, 9) },
    };

    private static RecurrenceRule Limited(Random random, RecurrenceRule rule, EventStart start, DateTimeZone zone)
    {
        switch (random.Next(3))
        {
            case 0:
                return rule with { Count = random.Next(3, 60) };
            case 1:
                var last = start.Local.PlusDays(rule.Frequency switch { Frequency.Yearly => 3000, Frequency.Monthly => 900, >= Frequency.Daily => 200, _ => 4 });
                return rule with { Until = start.IsAllDay ? CalendarValue.Day(last.Date) : CalendarValue.Utc(WallClock.At(last, zone)) };
            default:
                return rule;
        }
    }

    private static ListedDate Listed(Random random, Occurrence one, DateTimeZone zone)
    {
        if (one.IsAllDay)
            return new(CalendarValue.Day(one.Local.Date), null);
        return random.Next(2) == 0 && !WallClock.IsSkipped(one.Local, zone) ? new(new(one.Local, false, false), zone) : new(CalendarValue.Utc(one.Instant), null);
    }

    private static ListedDate Extra(Random random, EventStart start, DateTimeZone zone)
    {
        var local = start.Local.PlusDays(random.Next(1, 90));
        if (start.IsAllDay)
            return new(CalendarValue.Day(local.Date), null);
        return new(CalendarValue.Utc(WallClock.At(local.PlusMinutes(15 * random.Next(20)), zone)), null);
    }

    private static WeekdayRule[] Days(Random random, int mostOrdinal) =>
    [
        .. Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => new WeekdayRule(mostOrdinal > 0 && random.Next(2) == 0 ? Signed(random, mostOrdinal, 1)[0] : 0, Pick(random, Week)))
            .Distinct().OrderBy(day => day.Ordinal).ThenBy(day => day.Day),
    ];

    private static int[] Some(Random random, int least, int most, int count) =>
        [.. Enumerable.Range(0, random.Next(1, count + 1)).Select(_ => random.Next(least, most + 1)).Distinct().Order()];

    private static int[] Signed(Random random, int most, int count) =>
        [.. Enumerable.Range(0, random.Next(1, count + 1)).Select(_ => random.Next(1, most + 1) * (random.Next(3) == 0 ? -1 : 1)).Distinct().Order()];

    private static T Pick<T>(Random random, T[] all) => all[random.Next(all.Length)];
}
