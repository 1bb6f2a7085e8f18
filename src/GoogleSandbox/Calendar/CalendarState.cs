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
                foreach (var json in seed.Events.Where(json => calendar.Find((string)json["id"]!) is null)
                    .OrderBy(json => json["recurringEventId"] is not null))
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

    /// <summary>What was mailed to people about events, in order.</summary>
    public List<SandboxNotice> Notices { get; } = [];

    public bool IsPerson(string email) => _people.ContainsKey(email);

    public SeedPerson Person(string email) => _people[email];

    public IEnumerable<ListEntry> ListOf(string person) => _entries.Where(entry => entry.Person == person);

    public ListEntry? TryFind(string person, string calendarId) =>
        ListOf(person).FirstOrDefault(entry => calendarId == "primary" ? entry.IsPrimary : entry.Calendar.Id == calendarId) ?? Shared(person, calendarId);

    /// <summary>Who works in the same domain sees when a colleague is busy, as Workspace has it by default.</summary>
    public ListEntry? FindForFreeBusy(string person, string calendarId) => TryFind(person, calendarId)
        ?? (_people.ContainsKey(calendarId) && person[person.IndexOf('@', StringComparison.Ordinal)..] == calendarId[calendarId.IndexOf('@', StringComparison.Ordinal)..]
            ? new ListEntry(person, _calendars[calendarId], "freeBusyReader", 1, 0)
            : null);

    /// <exception cref="ApiException">404, the same for a calendar of somebody else as for an unknown one.</exception>
    public ListEntry Find(string person, string calendarId) => TryFind(person, calendarId) ?? throw NotFound();

    public StoredCalendar Calendar(string calendarId) => _calendars[calendarId];

    public StoredCalendar? TryCalendar(string calendarId) => _calendars.GetValueOrDefault(calendarId);

    /// <summary>A new calendar, owned by and in the list of one person.</summary>
    public ListEntry AddCalendar(string person, StoredCalendar calendar)
    {
        _calendars.Add(calendar.Id, calendar);
        return Keep(new ListEntry(person, calendar, "owner", 1 + (_entries.Count * 5 + 13) % 24, 0));
    }

    public void RemoveCalendar(StoredCalendar calendar)
    {
        _calendars.Remove(calendar.Id);
        _entries.RemoveAll(entry => entry.Calendar == calendar);
        ++Version;
    }

    /// <summary>Adds an entry to its person's list, or takes the place of the one for the same calendar.</summary>
    public ListEntry Keep(ListEntry entry)
    {
        var kept = entry with { Version = ++Version };
        var at = _entries.FindIndex(one => one.Person == entry.Person && one.Calendar == entry.Calendar);
        if (at < 0)
            _entries.Add(kept);
        else
            _entries[at] = kept;
        return kept;
    }

    public void Unlist(ListEntry entry)
    {
        _entries.RemoveAll(one => one.Person == entry.Person && one.Calendar == entry.Calendar);
        ++Version;
    }

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

    /// <summary>A calendar that was shared by a rule and is not in the list.</summary>
    private ListEntry? Shared(string person, string calendarId)
    {
        if (_calendars.GetValueOrDefault(calendarId) is not { } calendar)
            return null;
        string[] rules = [$"user:{person}", $"domain:{person[(person.IndexOf('@', StringComparison.Ordinal) + 1)..]}", "default"];
        return rules.Select(rule => calendar.Rules.GetValueOrDefault(rule)).FirstOrDefault(role => role is not null and not "none") is { } role
            ? new ListEntry(person, calendar, role, 1, 0)
            : null;
    }

    /// <summary>Makes every sync token that was given out stale.</summary>
    public void ForgetChanges() => Oldest = ++Version;
}
