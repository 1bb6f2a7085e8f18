using System.Text.Json.Nodes;
using static Assistant.GoogleSandbox.Tests.Calendar.CalendarFixture;

namespace Assistant.GoogleSandbox.Tests.Calendar;

public sealed class AccessTests
{
    private readonly CalendarFixture _fixture = new([], [Open(), Secret()]);

    [Fact]
    public void Another_person_s_calendar_is_answered_as_an_unknown_one()
    {
        foreach (var method in new[] { "events.list", "calendars.get", "calendarList.get" })
        {
            var foreign = Refused(() => _fixture.Ask(method, Bob, $"calendarId={Ada}"));
            var unknown = Refused(() => _fixture.Ask(method, Bob, "calendarId=nobody@x.example"));
            Assert.Equal((404, "notFound", unknown.Message), (foreign.Code, foreign.Reason, foreign.Message));
        }
    }

    [Fact]
    public void A_reader_sees_that_a_private_event_is_there_and_nothing_else_of_it()
    {
        var list = _fixture.Ask("events.list", Bob, $"calendarId={Team}")["items"]!.AsArray();

        Assert.Equal("Summary of open", (string?)list[0]!["summary"]);
        Assert.Equal("private", (string?)list[1]!["visibility"]);
        Assert.DoesNotContain("Summary of secret", list[1]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(Ids(_fixture.Ask("events.list", Bob, $"calendarId={Team}", ("q", "secret"))));
        Assert.Null(_fixture.Ask("events.get", Bob, $"calendarId={Team}&eventId=secret")["summary"]);
        Assert.Equal("Summary of secret", (string?)_fixture.Ask("events.get", Ada, $"calendarId={Team}&eventId=secret")["summary"]);
    }

    [Fact]
    public void A_free_busy_reader_sees_only_times()
    {
        var list = _fixture.Ask("events.list", Bob, $"calendarId={Desk}");

        Assert.Equal("freeBusyReader", (string?)list["accessRole"]);
        Assert.DoesNotContain("Summary of", list.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("2026-11-20T09:00:00+01:00", (string?)list["items"]![0]!["start"]!["dateTime"]);
    }

    [Fact]
    public void The_list_of_calendars_is_one_s_own()
    {
        Assert.Equal([Bob, Team, Desk], Ids(_fixture.Ask("calendarList.list", Bob, "")));
        Assert.Equal([Bob], Ids(_fixture.Ask("calendarList.list", Bob, "", ("minAccessRole", "owner"))));
        var primary = _fixture.Ask("calendarList.get", Bob, "calendarId=primary");
        Assert.True((bool)primary["primary"]!);
        Assert.Equal("America/New_York", (string?)primary["timeZone"]);
    }

    [Fact]
    public void The_list_of_calendars_pages_and_syncs()
    {
        var one = _fixture.Ask("calendarList.list", Bob, "", ("maxResults", "2"));
        var two = _fixture.Ask("calendarList.list", Bob, "", ("maxResults", "2"), ("pageToken", (string)one["nextPageToken"]!));

        Assert.Equal([Desk], Ids(two));
        var token = (string)two["nextSyncToken"]!;
        Assert.Empty(Ids(_fixture.Ask("calendarList.list", Bob, "", ("syncToken", token))));
        Assert.Equal(410, Refused(() => _fixture.Ask("calendarList.list", Ada, "", ("syncToken", token))).Code);
    }

    [Fact]
    public void Settings_and_colors_are_told()
    {
        Assert.Equal("America/New_York", (string?)_fixture.Ask("settings.get", Bob, "setting=timezone")["value"]);
        Assert.Contains("weekStart", Ids(_fixture.Ask("settings.list", Bob, "")));
        Assert.Equal(404, Refused(() => _fixture.Ask("settings.get", Bob, "setting=shoeSize")).Code);
        Assert.Equal(24, _fixture.Ask("colors.get", Bob, "")["calendar"]!.AsObject().Count);
    }

    [Fact]
    public void A_method_that_is_not_served_says_so() => Assert.Equal(501, Refused(() => _fixture.Ask("channels.stop", Ada, "")).Code);

    private static JsonObject Open() => Timed("open", "2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z", "Europe/Berlin");

    private static JsonObject Secret()
    {
        var json = Timed("secret", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", "Europe/Berlin");
        json["visibility"] = "private";
        return json;
    }
}
