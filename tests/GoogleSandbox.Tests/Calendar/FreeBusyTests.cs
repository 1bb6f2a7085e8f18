using System.Text.Json.Nodes;
using static Assistant.GoogleSandbox.Tests.Calendar.CalendarFixture;

namespace Assistant.GoogleSandbox.Tests.Calendar;

public sealed class FreeBusyTests
{
    [Fact]
    public void Busy_times_are_merged_and_cut_to_the_query()
    {
        var fixture = new CalendarFixture(Hours("a", 6, 8), Hours("b", 9, 11), Hours("c", 10, 12), Hours("d", 12, 13), Hours("e", 15, 20));

        Assert.Equal("07:00-08:00 09:00-13:00 15:00-18:00", Busy(fixture, Ada, Ada));
    }

    [Fact]
    public void What_is_transparent_cancelled_or_declined_leaves_one_free()
    {
        var (transparent, declined, tentative) = (Hours("a", 8, 9), Hours("b", 10, 11), Hours("c", 12, 13));
        transparent["transparency"] = "transparent";
        declined["attendees"] = new JsonArray(new JsonObject { ["email"] = Ada, ["responseStatus"] = "declined" });
        tentative["status"] = "tentative";
        var fixture = new CalendarFixture(transparent, declined, tentative, Hours("d", 14, 15));
        fixture.Api.Cancel(Ada, "d");

        Assert.Equal("12:00-13:00", Busy(fixture, Ada, Ada));
    }

    [Fact]
    public void Instances_count_and_an_all_day_event_fills_the_day_of_its_calendar()
    {
        var fixture = new CalendarFixture(
            Timed("s", "2026-11-18T09:00:00+01:00", "2026-11-18T10:00:00+01:00", "Europe/Berlin", "RRULE:FREQ=DAILY"),
            AllDay("day", "2026-11-21", "2026-11-22"));

        Assert.Equal("08:00-09:00 23:00-23:00", Busy(fixture, Ada, Ada, to: "2026-11-22T00:00:00Z"));
    }

    [Fact]
    public void A_free_busy_reader_gets_times_a_colleague_too_and_an_unknown_or_foreign_calendar_the_same_error()
    {
        var fixture = new CalendarFixture([Hours("mine", 8, 9)], [Hours("t", 10, 11)]);

        Assert.Equal("10:00-11:00", Busy(fixture, Bob, Desk));
        Assert.Equal("08:00-09:00", Busy(fixture, Bob, Ada));
        var answer = Ask(fixture, Ada, new JsonObject { ["items"] = Items(Desk, "nobody@x.example") })["calendars"]!;
        Assert.Equal("notFound", (string?)answer[Desk]!["errors"]![0]!["reason"]);
        Assert.Equal(answer[Desk]!.ToJsonString(), answer["nobody@x.example"]!.ToJsonString());
    }

    [Fact]
    public void Times_are_told_in_the_zone_that_was_asked_for()
    {
        var answer = Ask(new CalendarFixture(Hours("a", 8, 9)), Ada, new JsonObject { ["items"] = Items("primary"), ["timeZone"] = "America/New_York" });

        Assert.Equal("2026-11-20T03:00:00-05:00", (string?)answer["calendars"]!["primary"]!["busy"]![0]!["start"]);
    }

    [Fact]
    public void Too_many_calendars_are_refused_one_by_one()
    {
        var answer = Ask(new CalendarFixture(), Ada, new JsonObject { ["items"] = Items(Ada, Team), ["calendarExpansionMax"] = 1 });

        Assert.Equal("tooManyCalendarsRequested", (string?)answer["calendars"]![Team]!["errors"]![0]!["reason"]);
        Assert.Equal(400, Refused(() => Ask(new CalendarFixture(), Ada, new JsonObject { ["calendarExpansionMax"] = 51 })).Code);
    }

    private static JsonObject Hours(string id, int from, int to) => Timed(id, $"2026-11-20T{from:D2}:00:00Z", $"2026-11-20T{to:D2}:00:00Z", "Europe/Berlin");

    private static JsonArray Items(params string[] ids) => [.. ids.Select(id => new JsonObject { ["id"] = id })];

    private static JsonObject Ask(CalendarFixture fixture, string person, JsonObject body)
    {
        body.TryAdd("timeMin", "2026-11-20T07:00:00Z");
        body.TryAdd("timeMax", "2026-11-20T18:00:00Z");
        return fixture.Ask("freebusy.query", person, "", body, []);
    }

    private static string Busy(CalendarFixture fixture, string person, string calendar, string to = "2026-11-20T18:00:00Z")
    {
        var answer = Ask(fixture, person, new JsonObject { ["items"] = Items(calendar), ["timeMax"] = to });
        return string.Join(' ', answer["calendars"]![calendar]!["busy"]!.AsArray().Select(block => $"{Clock(block!["start"]!)}-{Clock(block["end"]!)}"));
    }

    private static string Clock(JsonNode time) => ((string)time!)[11..16];
}
