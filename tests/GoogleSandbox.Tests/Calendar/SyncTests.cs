using static Assistant.GoogleSandbox.Tests.Calendar.CalendarFixture;

namespace Assistant.GoogleSandbox.Tests.Calendar;

public sealed class SyncTests
{
    private readonly CalendarFixture _fixture = new(
        Timed("a", "2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z", "Europe/Berlin"),
        Timed("b", "2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z", "Europe/Berlin"),
        Timed("w", "2026-11-02T10:00:00+01:00", "2026-11-02T11:00:00+01:00", "Europe/Berlin", "RRULE:FREQ=WEEKLY;COUNT=3"));

    [Fact]
    public void Nothing_changed_gives_an_empty_list_and_a_token()
    {
        var list = _fixture.List(("syncToken", Token(_fixture.List())));

        Assert.Empty(Ids(list));
        Assert.Empty(Ids(_fixture.List(("syncToken", Token(list)))));
    }

    [Fact]
    public void Only_what_was_added_changed_or_cancelled_comes()
    {
        var token = Token(_fixture.List());
        _fixture.Api.Put(Ada, Timed("c", "2026-11-22T08:00:00Z", "2026-11-22T09:00:00Z", "Europe/Berlin"));
        _fixture.Api.Cancel(Ada, "b");

        var changes = _fixture.List(("syncToken", token));

        Assert.Equal(["b", "c"], Ids(changes));
        Assert.Equal("cancelled", (string?)changes["items"]![0]!["status"]);
        Assert.Null(changes["items"]![0]!["summary"]);
        Assert.Equal(["a", "w", "c"], Ids(_fixture.List()));
    }

    [Fact]
    public void A_cancelled_instance_comes_alone()
    {
        var (whole, single) = (Token(_fixture.List()), Token(_fixture.List(("singleEvents", "true"))));
        _fixture.Api.Cancel(Ada, "w_20261109T090000Z");

        Assert.Equal(["w_20261109T090000Z"], Ids(_fixture.List(("syncToken", whole))));
        Assert.Equal(["w_20261109T090000Z"], Ids(_fixture.List(("syncToken", single), ("singleEvents", "true"))));
    }

    [Fact]
    public void A_cancelled_series_comes_as_itself_or_as_its_instances()
    {
        var (whole, single) = (Token(_fixture.List()), Token(_fixture.List(("singleEvents", "true"))));
        _fixture.Api.Cancel(Ada, "w");

        Assert.Equal(["w"], Ids(_fixture.List(("syncToken", whole))));
        var instances = _fixture.List(("syncToken", single), ("singleEvents", "true"));
        Assert.Equal(3, Ids(instances).Count());
        Assert.All(instances["items"]!.AsArray(), item => Assert.Equal("cancelled", (string?)item!["status"]));
        Assert.Equal(["a", "b"], Ids(_fixture.List(("singleEvents", "true"))));
    }

    [Fact]
    public void The_token_comes_with_the_last_page_and_knows_what_the_first_page_knew()
    {
        var one = _fixture.List(("maxResults", "2"));
        Assert.Null(one["nextSyncToken"]);
        _fixture.Api.Cancel(Ada, "a");

        var two = _fixture.List(("maxResults", "2"), ("pageToken", (string)one["nextPageToken"]!));

        Assert.Equal(["a"], Ids(_fixture.List(("syncToken", Token(two)))));
    }

    [Fact]
    public void The_bounds_of_the_first_list_hold_for_its_changes()
    {
        var token = Token(_fixture.List(("timeMin", "2026-11-20T00:00:00Z")));
        _fixture.Api.Put(Ada, Timed("old", "2025-01-01T08:00:00Z", "2025-01-01T09:00:00Z", "Europe/Berlin"));
        _fixture.Api.Put(Ada, Timed("new", "2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z", "Europe/Berlin"));

        Assert.Equal(["new"], Ids(_fixture.List(("syncToken", token))));
    }

    [Fact]
    public void A_stale_token_is_gone()
    {
        var token = Token(_fixture.List());
        _fixture.Api.ForgetChanges();

        var error = Refused(() => _fixture.List(("syncToken", token)));

        Assert.Equal((410, "fullSyncRequired"), (error.Code, error.Reason));
        Assert.Empty(Ids(_fixture.List(("syncToken", Token(_fixture.List())))));
    }

    [Theory]
    [InlineData("q", "x")]
    [InlineData("timeMin", "2026-11-20T09:00:00Z")]
    [InlineData("timeMax", "2026-11-20T09:00:00Z")]
    [InlineData("updatedMin", "2026-11-20T09:00:00Z")]
    [InlineData("iCalUID", "x")]
    [InlineData("orderBy", "updated")]
    [InlineData("privateExtendedProperty", "x=y")]
    [InlineData("sharedExtendedProperty", "x=y")]
    [InlineData("showDeleted", "false")]
    [InlineData("singleEvents", "true")]
    public void A_token_goes_not_with(string name, string value) =>
        Assert.Equal(400, Refused(() => _fixture.List(("syncToken", Token(_fixture.List())), (name, value))).Code);

    [Fact]
    public void Another_calendar_s_token_is_gone_and_nonsense_is_invalid()
    {
        var token = Token(_fixture.Ask("events.list", Ada, $"calendarId={Team}"));

        Assert.Equal(410, Refused(() => _fixture.List(("syncToken", token))).Code);
        Assert.Equal(400, Refused(() => _fixture.List(("syncToken", "nonsense"))).Code);
    }

    [Theory]
    [InlineData("q", "x")]
    [InlineData("orderBy", "updated")]
    public void A_searched_or_ordered_list_gives_no_token(string name, string value) => Assert.Null(_fixture.List((name, value))["nextSyncToken"]);

    [Fact]
    public void Updated_since_includes_deleted_events()
    {
        _fixture.Api.Cancel(Ada, "a");

        Assert.Contains("a", Ids(_fixture.List(("updatedMin", "2026-11-20T08:59:00Z"))));
        Assert.Empty(Ids(_fixture.List(("updatedMin", "2026-11-20T09:00:01Z"))));
    }

    [Fact]
    public void A_change_gives_another_etag()
    {
        var before = _fixture.Ask("events.get", Ada, "calendarId=primary&eventId=a");
        Assert.Equal((string?)before["etag"], (string?)_fixture.Ask("events.get", Ada, "calendarId=primary&eventId=a")["etag"]);
        var list = (string?)_fixture.List()["etag"];
        Assert.Equal(list, (string?)_fixture.List()["etag"]);

        before["summary"] = "Changed";
        _fixture.Api.Put(Ada, before);

        Assert.NotEqual((string?)before["etag"], (string?)_fixture.Ask("events.get", Ada, "calendarId=primary&eventId=a")["etag"]);
        Assert.NotEqual(list, (string?)_fixture.List()["etag"]);
    }

    private static string Token(System.Text.Json.Nodes.JsonObject list) => (string)list["nextSyncToken"]!;
}
