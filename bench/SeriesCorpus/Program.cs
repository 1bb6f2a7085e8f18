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

static string Text(LocalDateTime local) => local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
