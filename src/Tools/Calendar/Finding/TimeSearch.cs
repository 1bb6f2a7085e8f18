using Assistant.TokenStore;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>A search for a time, as it was asked for.</summary>
internal sealed record TimeWish(
    int Minutes,
    string? TimeMin,
    string? TimeMax,
    IReadOnlyList<FindPerson>? People,
    IReadOnlyList<string>? Rooms,
    string? Hours,
    int Buffer,
    int Travel,
    IReadOnlyList<string>? Prefer,
    bool AvoidBackToBack,
    string? TimeZone,
    string? Account,
    int MaxResults);

/// <summary>Asks Google who is busy when, and the engine for the best times.</summary>
internal sealed class TimeSearch(GoogleAccounts accounts, AccountZones zones, Availability availability, CalendarTimes times)
{
    private const int MostPeople = 100;
    private static readonly Duration DefaultWindow = Duration.FromDays(7);

    public async Task<FoundTimes> FindAsync(TimeWish wish, CancellationToken cancellationToken)
    {
        var own = await accounts.SeveralAsync(wish.Account, cancellationToken);
        var zone = CalendarTimes.Zone(wish.TimeZone, await zones.OfAsync(own[0], cancellationToken));
        var window = Window(wish.TimeMin, wish.TimeMax, zone);
        var invited = wish.People ?? [];
        if (invited.Count > MostPeople)
            throw new ToolFailure("bad_argument", $"At most {MostPeople} people can be looked at together.");
        var others = invited.Where(one => !own.Any(account => Is(account, one.Address))).ToList();
        var mine = await Merged.AskAsync(own, account => availability.OwnAsync(account, window, cancellationToken));
        var rooms = wish.Rooms ?? [];
        var theirs = await availability.SeenAsync(own, [.. others.Select(one => one.Address).Concat(rooms).Distinct(StringComparer.OrdinalIgnoreCase)], window, cancellationToken);
        var self = invited.FirstOrDefault(one => own.Any(account => Is(account, one.Address)));
        var people = new List<Person> { new("you", true, zone, HoursText.Read(self?.Hours ?? wish.Hours), [.. mine.Answers.SelectMany(list => list)]) };
        people.AddRange(others.Select(one => new Person(
            one.Address, !one.Optional, one.TimeZone is null ? zone : CalendarTimes.Zone(one.TimeZone, TimeZoneInfo.Utc), HoursText.Read(one.Hours ?? wish.Hours), theirs[one.Address] ?? [], theirs[one.Address] is not null)));
        var answer = SlotFinder.Find(new()
        {
            Duration = Duration.FromMinutes(wish.Minutes),
            Window = window,
            People = people,
            Rooms = [.. rooms.Select(room => new Room(room, theirs[room] ?? [new(window.Start, window.End)]))],
            Buffer = Duration.FromMinutes(wish.Buffer),
            TravelMargin = Duration.FromMinutes(wish.Travel),
            Preferred = [.. (wish.Prefer ?? []).Select(Part)],
            AvoidBackToBack = wish.AvoidBackToBack,
            MaxResults = wish.MaxResults,
            Zone = zone,
        });
        return Budgeted.Items(ResultBudget.Characters(null), answer.Slots.Count + answer.NearMisses.Count, count => new FoundTimes(
            [.. answer.Slots.Take(count).Select(slot => Show(slot, zone))],
            [.. answer.NearMisses.Take(Math.Max(0, count - answer.Slots.Count)).Select(slot => Show(slot, zone))],
            zone.Id,
            mine.Problems.Count > 0 ? mine.Problems : null));
    }

    public Interval Window(string? min, string? max, DateTimeZone zone)
    {
        var from = min is null ? times.Now : Instant.Max(times.Edge("time_min", min, zone, isEnd: false), times.Now);
        var until = max is not null ? times.Edge("time_max", max, zone, isEnd: true) : (min is null ? null : times.ImpliedEnd(min, zone)) ?? from + DefaultWindow;
        if (until <= from)
            throw new ToolFailure("bad_argument", "The window is empty, or in the past: 'time_max' must be later than 'time_min' and now.");
        return until - from > Duration.FromDays(92) ? throw new ToolFailure("bad_argument", "The window can be three months at most.") : new(from, until);
    }

    private static FoundTime Show(Slot slot, DateTimeZone zone) => new(
        Moments.Show(slot.Start.ToDateTimeOffset(), zone), Moments.Show(slot.End.ToDateTimeOffset(), zone), [.. slot.Reasons]);

    private static (LocalTime From, LocalTime Until) Part(string text) => text switch
    {
        "morning" => (new(6, 0), new(12, 0)),
        "afternoon" => (new(12, 0), new(18, 0)),
        "evening" => (new(18, 0), new(22, 0)),
        _ => HoursText.Read(text).Days.Values.First(),
    };

    private static bool Is(GoogleAccount account, string address) => string.Equals(account.Email, address, StringComparison.OrdinalIgnoreCase);
}
