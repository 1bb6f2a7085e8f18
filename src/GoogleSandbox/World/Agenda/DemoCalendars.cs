using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>The calendars in the lists of both people.</summary>
internal sealed class DemoCalendars(int seed, WorldClock clock)
{
    private const string Team = "c_lighthouse7team@group.calendar.google.com";
    private readonly WorkAgenda _work = new(Plan(seed, clock, "work"));

    public WorkAgenda Work => _work;

    public IReadOnlyList<SeedCalendar> OfAda()
    {
        var plan = Plan(seed, clock, "ada");
        return
        [
            Primary(Cast.Ada, AdaAgenda.Primary(plan)),
            new SeedCalendar("c_familie0lindqvist@group.calendar.google.com", "Familie", Cast.Berlin, "owner", AdaAgenda.Family(plan)),
            new SeedCalendar(Team, "Lighthouse team", Cast.Berlin, "owner", _work.Team),
            Carla(),
            Holidays.OfGermany(Plan(seed, clock, "de")),
        ];
    }

    public IReadOnlyList<SeedCalendar> OfBruno()
    {
        var plan = Plan(seed, clock, "bruno");
        return
        [
            Primary(Cast.Bruno, BrunoAgenda.Primary(plan)),
            new SeedCalendar("c_familia0keller@group.calendar.google.com", "Família", Cast.Lisbon, "owner", BrunoAgenda.Family(plan)),
            new SeedCalendar(Team, "Lighthouse team", Cast.Berlin, "reader", _work.Team),
            Carla(),
            Holidays.OfPortugal(Plan(seed, clock, "pt")),
        ];
    }

    private SeedCalendar Primary(Contact owner, IReadOnlyList<JsonObject> own) =>
        new(owner.Address, owner.Address, owner.Zone, "owner", [.. _work.Shared.Select(item => (JsonObject)item.DeepClone()), .. own]);

    private SeedCalendar Carla() => new("carla@northwind.example", "Carla Mendes", Cast.Lisbon, "freeBusyReader", _work.Carla);

    private static Planner Plan(int seed, WorldClock clock, string theme) => new(clock, SeededRandom.For(seed, "agenda " + theme));
}
