using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Calendar;
using Assistant.Tests.Shared;

namespace Assistant.GoogleSandbox.Tests.World;

public sealed class DemoCalendarTests
{
    private const string Ada = "ada@northwind.example";
    private const string Bruno = "bruno@northwind.example";
    private static readonly ManualTime Time = new();
    private static readonly SeedWorld World = DemoWorld.Create(7, Time.GetUtcNow());
    private readonly CalendarApi _api = new(World, Time);

    [Fact]
    public void Every_event_of_every_calendar_can_be_listed_and_read_again()
    {
        foreach (var person in World.People)
        {
            foreach (var calendar in person.Calendars)
            {
                var list = Ask("events.list", person.Email, calendar.Id, null, ("singleEvents", "true"), ("orderBy", "startTime"), ("maxResults", "2500"));
                Assert.NotEmpty(list["items"]!.AsArray());
                foreach (var item in list["items"]!.AsArray().Where((_, i) => i % 25 == 0))
                    Assert.Equal(item!.ToJsonString(), Ask("events.get", person.Email, calendar.Id, (string)item!["id"]!).ToJsonString());
            }
        }
    }

    [Fact]
    public void Exceptions_belong_to_an_instance_of_their_series()
    {
        foreach (var calendar in World.People.SelectMany(person => person.Calendars))
        {
            foreach (var exception in calendar.Events.Where(item => item["recurringEventId"] is not null))
            {
                var alone = new SeedCalendar(Ada, "", calendar.TimeZone, "owner", [.. calendar.Events.Where(item => item["recurringEventId"] is null)]);
                var api = new CalendarApi(new SeedWorld([new SeedPerson(Ada, "", calendar.TimeZone, [], [], [alone])]), Time);
                Assert.Equal((string?)exception["id"], (string?)Ask(api, "events.get", Ada, Ada, (string)exception["id"]!)["id"]);
            }
        }
    }

    [Fact]
    public void The_weekly_keeps_its_hour_in_summer_and_winter()
    {
        var weekly = World.People[0].Calendars[0].Events.Single(item => (string?)item["summary"] == "Lighthouse weekly" && item["recurrence"] is not null);
        var instances = Ask("events.instances", Ada, Ada, (string)weekly["id"]!)["items"]!.AsArray();

        var offsets = instances.Where(item => ((string)item!["start"]!["dateTime"]!)[11..16] == "10:00").Select(item => ((string)item!["start"]!["dateTime"]!)[19..]).ToHashSet();

        Assert.Equal(["+01:00", "+02:00"], offsets.Order());
        Assert.Single(instances, item => ((string)item!["start"]!["dateTime"]!)[11..16] == "14:00");
    }

    [Fact]
    public void Invitations_in_the_mail_are_in_the_calendar()
    {
        foreach (var person in World.People)
        {
            var invitations = person.Mails.Select(mail => ParsedMail.Read(mail.Rfc822)).SelectMany(mail => mail.Leaves)
                .Where(leaf => leaf["Content-Type"].Contains("method=REQUEST", StringComparison.Ordinal)).ToList();
            Assert.InRange(invitations.Count, 2, 5);
            Assert.All(invitations, leaf =>
            {
                var uid = Regex.Match(leaf.Text!, "UID:(.+?)\r").Groups[1].Value;
                Assert.Single(Ask("events.list", person.Email, "primary", null, ("iCalUID", uid))["items"]!.AsArray());
            });
        }
    }

    [Fact]
    public void The_team_s_private_event_is_only_a_busy_time_to_a_reader()
    {
        Assert.Contains("Salary", Team(Ada), StringComparison.Ordinal);
        Assert.DoesNotContain("Salary", Team(Bruno), StringComparison.Ordinal);

        string Team(string person) => Ask("events.list", person, World.People[0].Calendars[2].Id, null).ToJsonString();
    }

    [Theory]
    [InlineData("eventType", "focusTime")]
    [InlineData("eventType", "outOfOffice")]
    [InlineData("visibility", "private")]
    [InlineData("status", "tentative")]
    [InlineData("transparency", "transparent")]
    public void Both_have_events_with(string name, string value) => Assert.All(World.People, person => Assert.Contains(
        person.Calendars.SelectMany(calendar => calendar.Events), item => (string?)item[name] == value));

    [Fact]
    public void A_flight_starts_in_one_zone_and_ends_in_another()
    {
        Assert.All(World.People, person => Assert.Contains(person.Calendars[0].Events, item =>
            item["start"]?["timeZone"] is { } start && (string?)start != (string?)item["end"]!["timeZone"]));
    }

    [Fact]
    public void Neither_sees_the_other_s_own_calendars()
    {
        foreach (var calendar in World.People[1].Calendars.Take(2))
            Assert.Equal(404, Assert.Throws<ApiException>(() => { Ask("events.list", Ada, calendar.Id, null); }).Code);
    }

    private JsonObject Ask(string method, string person, string calendar, string? eventId, params (string Name, string Value)[] query) =>
        Ask(_api, method, person, calendar, eventId, query);

    private static JsonObject Ask(CalendarApi api, string method, string person, string calendar, string? eventId, params (string Name, string Value)[] query)
    {
        var path = new Dictionary<string, string> { ["calendarId"] = calendar };
        if (eventId is not null)
            path["eventId"] = eventId;
        return api.Answer(new ApiCall(
            "calendar." + method, person, path, query.ToDictionary(item => item.Name, item => (IReadOnlyList<string>)[item.Value]), null, null, null));
    }
}
