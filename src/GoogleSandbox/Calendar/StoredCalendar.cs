using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>One calendar, perhaps in the lists of several people.</summary>
internal sealed class StoredCalendar(string id, string summary, string timeZone)
{
    private readonly Dictionary<string, StoredEvent> _events = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Summary { get; set; } = summary;

    public string TimeZone { get; set; } = timeZone;

    public string? Description { get; set; }

    public string? Location { get; set; }

    /// <summary>Roles by rule id (<c>user:ann@x.example</c>, <c>domain:x.example</c>, <c>default</c>), beside those of the people's lists.</summary>
    public SortedDictionary<string, string> Rules { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Updated { get; private set; }

    public IReadOnlyCollection<StoredEvent> Events => _events.Values;

    public StoredEvent? Find(string eventId) => _events.GetValueOrDefault(eventId);

    public IReadOnlyList<StoredEvent> Exceptions(string seriesId) => [.. _events.Values.Where(item => item.SeriesId == seriesId)];

    /// <summary>An event with its id, or an instance that the rule of its series makes.</summary>
    public StoredEvent? FindOrExpand(string eventId)
    {
        if (Find(eventId) is { } stored)
            return stored;
        var split = eventId.LastIndexOf('_');
        return split > 0 && Find(eventId[..split]) is { IsSeries: true } series ? Series.Find(series, eventId) : null;
    }

    public StoredEvent? FindByUid(string uid) => _events.Values.FirstOrDefault(item => item.SeriesId is null && (string?)item.Json["iCalUID"] == uid);

    public StoredEvent Put(JsonObject json, long version, DateTimeOffset updated)
    {
        var id = (string)json["id"]!;
        var stored = new StoredEvent(json, Find(id)?.Ordinal ?? _events.Count, version, TimeZone);
        _events[id] = stored;
        if (updated > Updated)
            Updated = updated;
        return stored;
    }
}
