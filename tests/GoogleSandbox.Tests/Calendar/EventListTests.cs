using System.Text.Json.Nodes;
using static Assistant.GoogleSandbox.Tests.Calendar.CalendarFixture;

namespace Assistant.GoogleSandbox.Tests.Calendar;

public sealed class EventListTests
{
    private static JsonObject Hour(string id, int hour) => Timed(id, $"2026-11-20T{hour:D2}:00:00Z", $"2026-11-20T{hour + 1:D2}:00:00Z", "Europe/Berlin");

    private static CalendarFixture WithWeekly(params JsonObject[] exceptions) => new(
        [Timed("w", "2026-11-02T10:00:00+01:00", "2026-11-02T11:00:00+01:00", "Europe/Berlin", "RRULE:FREQ=WEEKLY;COUNT=4"), .. exceptions]);

    private static JsonObject Moved()
    {
        var json = Timed("w_20261109T090000Z", "2026-11-10T15:00:00+01:00", "2026-11-10T16:00:00+01:00", "Europe/Berlin");
        json.Remove("summary");
        json["recurringEventId"] = "w";
        json["originalStartTime"] = new JsonObject { ["dateTime"] = "2026-11-09T10:00:00+01:00", ["timeZone"] = "Europe/Berlin" };
        return json;
    }

    private static JsonObject CancelledThird() => new()
    {
        ["id"] = "w_20261116T090000Z",
        ["status"] = "cancelled",
        ["recurringEventId"] = "w",
        ["originalStartTime"] = new JsonObject { ["dateTime"] = "2026-11-16T10:00:00+01:00" },
    };

    [Fact]
    public void Time_bounds_take_what_ends_after_the_first_and_starts_before_the_second()
    {
        var fixture = new CalendarFixture(Hour("a", 8), Hour("b", 9), Hour("c", 10), Hour("d", 11));

        Assert.Equal(["b", "c"], Ids(fixture.List(("timeMin", "2026-11-20T09:00:00Z"), ("timeMax", "2026-11-20T12:00:00+01:00"))));
    }

    [Fact]
    public void All_day_events_lie_in_the_zone_of_their_calendar()
    {
        var fixture = new CalendarFixture(AllDay("a", "2026-11-20", "2026-11-21"));

        Assert.Empty(Ids(fixture.List(("timeMin", "2026-11-20T23:00:00Z"))));
        Assert.Equal(["a"], Ids(fixture.List(("timeMin", "2026-11-20T22:59:59Z"))));
    }

    [Theory]
    [InlineData("2026-11-20T09:00:00")]
    [InlineData("2026-11-20")]
    [InlineData("soon")]
    public void A_time_without_offset_is_refused(string time) =>
        Assert.Equal(400, Refused(() => new CalendarFixture().List(("timeMin", time))).Code);

    [Fact]
    public void An_empty_time_range_is_refused() =>
        Assert.Equal("timeRangeEmpty", Refused(() => new CalendarFixture().List(("timeMin", "2026-11-20T09:00:00Z"), ("timeMax", "2026-11-20T09:00:00Z"))).Reason);

    [Fact]
    public void Order_by_start_time_needs_single_events() =>
        Assert.Equal(400, Refused(() => new CalendarFixture().List(("orderBy", "startTime"))).Code);

    [Fact]
    public void An_exception_takes_the_place_of_its_instance_and_inherits_from_the_series()
    {
        var list = WithWeekly(Moved(), CancelledThird()).List(("singleEvents", "true"), ("orderBy", "startTime"));

        Assert.Equal(["w_20261102T090000Z", "w_20261109T090000Z", "w_20261123T090000Z"], Ids(list));
        var moved = list["items"]![1]!;
        Assert.Equal("2026-11-10T15:00:00+01:00", (string?)moved["start"]!["dateTime"]);
        Assert.Equal("2026-11-09T10:00:00+01:00", (string?)moved["originalStartTime"]!["dateTime"]);
        Assert.Equal("Summary of w", (string?)moved["summary"]);
        Assert.Null(moved["recurrence"]);
    }

    [Fact]
    public void Without_single_events_the_series_and_its_exceptions_are_listed_cancelled_ones_too() =>
        Assert.Equal(["w", "w_20261109T090000Z", "w_20261116T090000Z"], Ids(WithWeekly(Moved(), CancelledThird()).List()));

    [Fact]
    public void An_exception_moved_into_the_time_is_found_and_one_moved_out_is_not()
    {
        var fixture = WithWeekly(Moved());

        Assert.Empty(Ids(fixture.List(("singleEvents", "true"), ("timeMin", "2026-11-09T00:00:00Z"), ("timeMax", "2026-11-10T00:00:00Z"))));
        Assert.Equal(["w_20261109T090000Z"], Ids(fixture.List(("singleEvents", "true"), ("timeMin", "2026-11-10T00:00:00Z"), ("timeMax", "2026-11-11T00:00:00Z"))));
    }

    [Fact]
    public void Instances_lists_one_series_and_get_makes_one_instance()
    {
        var fixture = WithWeekly(CancelledThird());

        Assert.Equal(3, Ids(fixture.Ask("events.instances", Ada, "calendarId=primary&eventId=w")).Count());
        Assert.Equal(4, Ids(fixture.Ask("events.instances", Ada, "calendarId=primary&eventId=w", ("showDeleted", "true"))).Count());
        Assert.Equal(
            ["w_20261123T090000Z"],
            Ids(fixture.Ask("events.instances", Ada, "calendarId=primary&eventId=w", ("originalStart", "2026-11-23T10:00:00+01:00"))));
        Assert.Equal("w", (string?)fixture.Ask("events.get", Ada, "calendarId=primary&eventId=w_20261123T090000Z")["recurringEventId"]);
        Assert.Equal(404, Refused(() => fixture.Ask("events.get", Ada, "calendarId=primary&eventId=w_20261124T090000Z")).Code);
        Assert.Equal(404, Refused(() => fixture.Ask("events.get", Ada, "calendarId=primary&eventId=w_tomorrow")).Code);
    }

    [Fact]
    public void The_answer_is_in_the_zone_that_was_asked_for()
    {
        var fixture = new CalendarFixture(Hour("a", 8));

        var shown = fixture.List(("timeZone", "Asia/Tokyo"))["items"]![0]!["start"]!;

        Assert.Equal("2026-11-20T17:00:00+09:00", (string?)shown["dateTime"]);
        Assert.Equal("Europe/Berlin", (string?)shown["timeZone"]);
        Assert.Equal(400, Refused(() => fixture.List(("timeZone", "Mars/Olympus"))).Code);
    }

    [Fact]
    public void Words_are_searched_in_text_and_people()
    {
        var guest = Hour("guest", 8);
        guest["attendees"] = new JsonArray(new JsonObject { ["email"] = "zoe@x.example", ["displayName"] = "Zoë" });
        var fixture = new CalendarFixture(guest, Hour("other", 9));

        Assert.Equal(["guest"], Ids(fixture.List(("q", "ZOË summary"))));
        Assert.Equal(["other"], Ids(fixture.List(("q", "of other"))));
        Assert.Empty(Ids(fixture.List(("q", "zoe@x.example nowhere"))));
    }

    [Fact]
    public void Event_types_uid_and_properties_filter()
    {
        var focus = Hour("focus", 8);
        focus["eventType"] = "focusTime";
        focus["iCalUID"] = "uid-1@x.example";
        focus["extendedProperties"] = new JsonObject { ["private"] = new JsonObject { ["ticket"] = "7" } };
        var fixture = new CalendarFixture(focus, Hour("other", 9));

        Assert.Equal(["focus"], Ids(fixture.List(("eventTypes", "focusTime"), ("eventTypes", "outOfOffice"))));
        Assert.Equal(["focus"], Ids(fixture.List(("iCalUID", "uid-1@x.example"))));
        Assert.Equal(["focus"], Ids(fixture.List(("privateExtendedProperty", "ticket=7"))));
        Assert.Empty(Ids(fixture.List(("privateExtendedProperty", "ticket=8"))));
    }

    [Fact]
    public void More_guests_than_asked_for_leave_only_oneself()
    {
        var meeting = Hour("a", 8);
        meeting["attendees"] = new JsonArray(new JsonObject { ["email"] = "zoe@x.example" }, new JsonObject { ["email"] = Ada });
        var fixture = new CalendarFixture(meeting);

        var shown = fixture.List(("maxAttendees", "1"))["items"]![0]!;

        Assert.Equal(Ada, (string?)shown["attendees"]!.AsArray().Single()!["email"]);
        Assert.True((bool)shown["attendees"]![0]!["self"]!);
        Assert.True((bool)shown["attendeesOmitted"]!);
        Assert.Equal(2, fixture.List(("maxAttendees", "2"))["items"]![0]!["attendees"]!.AsArray().Count);
    }

    [Fact]
    public void Pages_hold_everything_once_although_the_calendar_changes_between_them()
    {
        var fixture = new CalendarFixture(Hour("a", 8), Hour("b", 9), Hour("c", 10), Hour("d", 11), Hour("e", 12));
        (string, string)[] query = [("singleEvents", "true"), ("orderBy", "startTime"), ("maxResults", "2")];

        var one = fixture.List(query);
        fixture.Api.Cancel(Ada, "a");
        var two = fixture.List([.. query, ("pageToken", (string)one["nextPageToken"]!)]);
        var three = fixture.List([.. query, ("pageToken", (string)two["nextPageToken"]!)]);

        Assert.Equal(["a", "b", "c", "d", "e"], Ids(one).Concat(Ids(two)).Concat(Ids(three)));
        Assert.Null(three["nextPageToken"]);
    }

    [Fact]
    public void A_page_token_of_another_query_or_person_is_refused()
    {
        var fixture = new CalendarFixture([], [Hour("a", 8), Hour("b", 9)]);
        var token = (string)fixture.Ask("events.list", Ada, $"calendarId={Team}", ("maxResults", "1"))["nextPageToken"]!;

        Assert.Equal(400, Refused(() => fixture.Ask("events.list", Ada, $"calendarId={Team}", ("pageToken", token), ("q", "Summary"))).Code);
        Assert.Equal(400, Refused(() => fixture.Ask("events.list", Bob, $"calendarId={Team}", ("pageToken", token))).Code);
        Assert.Equal(400, Refused(() => fixture.Ask("events.list", Ada, $"calendarId={Team}", ("pageToken", "nonsense"))).Code);
    }
}
