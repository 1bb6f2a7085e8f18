using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>All calendars and who has them in their list. Its users hold <see cref="Gate"/> for as long as one answer or change takes.</summary>
internal sealed class CalendarState
{
    private readonly Dictionary<string, StoredCalendar> _calendars = new(StringComparer.Ordinal);
    private readonly List<ListEntry> _entries = [];
    private readonly Dictionary<string, SeedPerson> _people;
    private readonly TimeProvider _time;

    public CalendarState(SeedWorld world, TimeProvider time)
    {
        _time = time;
        _people = world.People.ToDictionary(person => person.Email, StringComparer.Ordinal);
        foreach (var person in world.People)
        {
            foreach (var seed in person.Calendars)
            {
                if (!_calendars.TryGetValue(seed.Id, out var calendar))
                    _calendars[seed.Id] = calendar = new StoredCalendar(seed.Id, seed.Summary, seed.TimeZone);
                _entries.Add(new ListEntry(person.Email, calendar, seed.AccessRole, 1 + (_entries.Count * 5 + 13) % 24, ++Version));
                foreach (var json in seed.Events.Where(json => calendar.Find((string)json["id"]!) is null).OrderBy(json => json["recurringEventId"] is not null))
                    Put(calendar, json);
            }
        }
    }

    public Lock Gate { get; } = new();

    /// <summary>The number of the latest change.</summary>
    public long Version { get; private set; }

    /// <summary>A sync token from before it is stale.</summary>
    public long Oldest { get; private set; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public SeedPerson Person(string email) => _people[email];

    public IEnumerable<ListEntry> ListOf(string person) => _entries.Where(entry => entry.Person == person);

    public ListEntry? TryFind(string person, string calendarId) =>
        ListOf(person).FirstOrDefault(entry => calendarId == "primary" ? entry.IsPrimary : entry.Calendar.Id == calendarId);

    /// <exception cref="ApiException">404, the same for a calendar of somebody else as for an unknown one.</exception>
    public ListEntry Find(string person, string calendarId) => TryFind(person, calendarId) ?? throw NotFound();

    public StoredCalendar Calendar(string calendarId) => _calendars[calendarId];

    public static ApiException NotFound() => new(404, "notFound", "Not Found");

    /// <summary>Adds an event or takes the place of the one with its id; fields that Google sets are filled in.</summary>
    public StoredEvent Put(StoredCalendar calendar, JsonObject json)
    {
        var series = (string?)json["recurringEventId"] is { } seriesId ? calendar.Find(seriesId) : null;
        if (calendar.Find((string)json["id"]!) is { } before)
            json.TryAdd("created", (string)before.Json["created"]!);
        var complete = EventDefaults.Complete(calendar, json, series, Now);
        return calendar.Put(complete, ++Version, DateTimeOffset.Parse((string)complete["updated"]!, null));
    }

    /// <summary>Makes every sync token that was given out stale.</summary>
    public void ForgetChanges() => Oldest = ++Version;
}
