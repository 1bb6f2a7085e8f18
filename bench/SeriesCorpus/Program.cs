// Writes series with our own occurrences and edits of them, one JSON object a line, for eng/series.sh. Arguments: how many, the file.
using System.Globalization;
using System.Text.Json;
using Assistant.Tools.Calendar.Recurrence;
using Assistant.Tools.Tests.Calendar.Recurrence;
using NodaTime;

const int Compared = 100;
var random = new Random(5545);
await using var file = new StreamWriter(args[1]);
for (var i = 0; i < int.Parse(args[0], CultureInfo.InvariantCulture); i++)
{
    var (set, start) = RandomSeries.Next(random);
    var zone = start.Zone ?? DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    var whole = set.Expand(start, zone).Take(Compared).ToList();
    var (split, refusal, at) = Split(set, start, zone, whole[random.Next(1, Math.Min(whole.Count, 40))]);
    var deleted = whole[random.Next(whole.Count)];
    var without = set with { Removed = [.. set.Removed, new(start.IsAllDay ? CalendarValue.Day(deleted.Local.Date) : CalendarValue.Utc(deleted.Instant), null)] };
    var by = new[] { 90, 1_440, 1_560, -4_320 }[random.Next(4)];
    var moved = Move(set, start, zone, start.IsAllDay ? 1_440 : by);
    await file.WriteLineAsync(JsonSerializer.Serialize(new
    {
        zone = zone.Id,
        allDay = start.IsAllDay,
        start = Text(start.Local),
        lines = set.ToLines(),
        times = whole.Select(one => one.Stamp),
        at,
        refusal,
        before = split?.Before.ToLines(),
        after = split?.After.ToLines(),
        afterStart = split is null ? null : Text(split.AfterStart.Local),
        deleted = deleted.Stamp,
        without = without.ToLines(),
        movedBy = start.IsAllDay ? 1_440 : by,
        movedStart = moved is null ? null : Text(start.Local.PlusMinutes(start.IsAllDay ? 1_440 : by)),
        moved = moved?.ToLines(),
    }));
}

static (SeriesSplit? Split, string? Refusal, string At) Split(RecurrenceSet set, EventStart start, DateTimeZone zone, Occurrence at)
{
    try
    {
        return (SeriesSplit.At(set, start, at, zone), null, at.Stamp);
    }
    catch (RecurrenceException refusal)
    {
        return (null, refusal.Message, at.Stamp);
    }
}

// Where every occurrence moves by the same: another hour for all rules, another day for those of days and weeks.
static RecurrenceSet? Move(RecurrenceSet set, EventStart start, DateTimeZone zone, int minutes)
{
    var to = start with { Local = start.Local.PlusMinutes(minutes) };
    if (to.Local.Date != start.Local.Date && set.Rules[0] is not { Frequency: Frequency.Daily or Frequency.Weekly, ByMonth.Count: 0, ByMonthDay.Count: 0 })
        return null;
    try
    {
        return SeriesShift.Move(set, start, to, zone);
    }
    catch (RecurrenceException)
    {
        return null;
    }
}

static string Text(LocalDateTime local) => local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
