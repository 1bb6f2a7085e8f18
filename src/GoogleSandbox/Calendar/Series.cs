using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Calendar.Recurrence;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>The instances of a recurring event.</summary>
internal static class Series
{
    /// <summary>Unchanged instances as the rule makes them; exceptions take the place of the instance that they name.</summary>
    public static IEnumerable<StoredEvent> Instances(StoredEvent series, IReadOnlyCollection<StoredEvent> exceptions, DateTimeOffset until)
    {
        var changed = exceptions.Select(exception => exception.Original.Stamp).ToHashSet();
        return series.Recurrence.Starts(series.Start, series.Zone, until)
            .Where(start => !changed.Contains(start.Stamp))
            .Select(start => Instance(series, start))
            .Concat(exceptions);
    }

    /// <summary>The instance with this id if the rule makes one, changed or not.</summary>
    public static StoredEvent? Find(StoredEvent series, string instanceId)
    {
        var stamp = instanceId[(series.Id.Length + 1)..];
        if (!RuleDate.TryParse(stamp, out var time))
            return null;
        return series.Recurrence.Starts(series.Start, series.Zone, new DateTimeOffset(time, TimeSpan.Zero).AddDays(2))
            .Where(start => start.Stamp == stamp)
            .Select(start => Instance(series, start))
            .FirstOrDefault();
    }

    /// <summary>Keeps the exact duration, as RFC 5545 3.8.5.3 says of DTEND; days for an all-day event.</summary>
    private static StoredEvent Instance(StoredEvent series, EventTime start)
    {
        var (first, last) = (series.Start, series.End);
        var end = start.Date is { } day
            ? EventTime.OfDay(day.AddDays(last.Date!.Value.DayNumber - first.Date!.Value.DayNumber), series.Zone)
            : last with { Moment = start.Moment + (last.Moment - first.Moment) };
        var json = (JsonObject)series.Json.DeepClone();
        json.Remove("recurrence");
        json["id"] = $"{series.Id}_{start.Stamp}";
        json["htmlLink"] = EventLink.For((string)json["id"]!);
        json["recurringEventId"] = series.Id;
        json["start"] = start.ToJson(TimeZoneInfo.Utc);
        json["end"] = end.ToJson(TimeZoneInfo.Utc);
        json["originalStartTime"] = start.ToJson(TimeZoneInfo.Utc);
        return series with { Json = json };
    }
}
