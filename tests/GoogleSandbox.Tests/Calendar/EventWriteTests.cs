using System.Text.Json.Nodes;
using static Assistant.GoogleSandbox.Tests.Calendar.CalendarFixture;

namespace Assistant.GoogleSandbox.Tests.Calendar;

public sealed class EventWriteTests
{
    private const string Mine = "calendarId=primary";
    private readonly CalendarFixture _fixture = new();

    [Fact]
    public void An_invitation_is_in_the_attendee_s_calendar_and_is_mailed_only_when_asked()
    {
        Insert(Meeting("quiet1", Bob));
        Assert.Empty(_fixture.Api.Notices);
        Insert(Meeting("loud12", Bob, "eve@elsewhere.example"), ("sendUpdates", "all"));

        var copy = _fixture.Ask("events.get", Bob, "calendarId=primary&eventId=quiet1");
        Assert.Equal((Ada, "needsAction"), ((string?)copy["organizer"]!["email"], Answer(copy, Bob)));
        var notice = Assert.Single(_fixture.Api.Notices);
        Assert.Equal(("invitation", Ada, "bob@x.example eve@elsewhere.example"), (notice.Kind, notice.Sender, string.Join(' ', notice.Recipients)));
    }

    [Fact]
    public void An_answer_reaches_the_organizer_and_an_update_without_it_loses_it()
    {
        Insert(Meeting("meet1", Bob));
        var own = _fixture.Ask("events.get", Bob, "calendarId=primary&eventId=meet1");
        own["attendees"]![0]!["responseStatus"] = "accepted";
        Change("events.update", Bob, "meet1", own);

        Assert.Equal("accepted", Answer(Get("meet1"), Bob));
        var wiped = new JsonObject { ["attendees"] = new JsonArray(new JsonObject { ["email"] = Bob }) };
        Assert.Equal("needsAction", Answer(Change("events.patch", Ada, "meet1", wiped), Bob));
    }

    [Fact]
    public void An_attendee_changes_only_what_is_their_own()
    {
        Insert(Meeting("meet1", Bob));

        var colour = Change("events.patch", Bob, "meet1", new JsonObject { ["colorId"] = "5" });
        Assert.Equal("5", (string?)colour["colorId"]);
        Assert.Null(Get("meet1")["colorId"]);
        var refused = Refused(() => Change("events.patch", Bob, "meet1", new JsonObject { ["summary"] = "Mine now" }));
        Assert.Equal((403, "forbiddenForNonOrganizer"), (refused.Code, refused.Reason));
    }

    [Fact]
    public void A_change_with_an_old_etag_is_refused()
    {
        Insert(Meeting("meet1"));
        var read = Get("meet1");
        Change("events.patch", Ada, "meet1", new JsonObject { ["summary"] = "Changed" });

        var refused = Refused(() => _fixture.Ask("events.update", Ada, $"{Mine}&eventId=meet1", read, [], (string?)read["etag"]));
        Assert.Equal((412, "conditionNotMet"), (refused.Code, refused.Reason));
        Assert.Equal("Changed", (string?)Get("meet1")["summary"]);
        Assert.Equal(412, Refused(() => _fixture.Ask("events.delete", Ada, $"{Mine}&eventId=meet1", null, [], (string?)read["etag"])).Code);
    }

    [Fact]
    public void One_instance_is_changed_and_another_deleted_and_the_series_follows()
    {
        Insert(Timed("morning", "2026-11-23T09:00:00+01:00", "2026-11-23T10:00:00+01:00", "Europe/Berlin", "RRULE:FREQ=DAILY;COUNT=4"));
        Change("events.patch", Ada, "morning_20261124T080000Z", new JsonObject { ["summary"] = "Only here" });
        _fixture.Ask("events.delete", Ada, $"{Mine}&eventId=morning_20261125T080000Z");
        Change("events.patch", Ada, "morning", new JsonObject { ["summary"] = "All", ["location"] = "Room" });

        var list = _fixture.List(("singleEvents", "true"), ("orderBy", "startTime"))["items"]!.AsArray();
        Assert.Equal(["All", "Only here", "All"], list.Select(item => (string?)item!["summary"]));
        Assert.All(list, item => Assert.Equal("Room", (string?)item!["location"]));
    }

    [Fact]
    public void Deleting_cancels_it_for_everybody_or_declines()
    {
        Insert(Meeting("meet1", Bob));
        Insert(Meeting("meet2", Bob));
        _fixture.Ask("events.delete", Ada, $"{Mine}&eventId=meet1", ("sendUpdates", "all"));
        _fixture.Ask("events.delete", Bob, $"{Mine}&eventId=meet2");

        Assert.Equal("cancelled", (string?)_fixture.Ask("events.get", Bob, $"{Mine}&eventId=meet1")["status"]);
        Assert.Equal("declined", Answer(Get("meet2"), Bob));
        Assert.Equal(["cancellation"], _fixture.Api.Notices.Select(notice => notice.Kind));
        Assert.Equal(410, Refused(() => _fixture.Ask("events.delete", Ada, $"{Mine}&eventId=meet1")).Code);
    }

    [Theory]
    [InlineData("""{"end":{"date":"2026-11-25"}}""", "required")]
    [InlineData("""{"start":{"date":"2026-11-25"},"end":{"date":"2026-11-25"}}""", "timeRangeEmpty")]
    [InlineData("""{"start":{"date":"2026-11-25"},"end":{"dateTime":"2026-11-25T10:00:00Z"}}""", "invalid")]
    [InlineData("""{"start":{"dateTime":"2026-11-25T10:00:00Z"},"end":{"dateTime":"2026-11-25T09:00:00Z"}}""", "timeRangeEmpty")]
    [InlineData("""{"start":{"dateTime":"2026-11-25T10:00:00Z"},"end":{"dateTime":"2026-11-25T11:00:00Z"},"recurrence":["RRULE:FREQ=DAILY"]}""", "required")]
    [InlineData("""{"id":"Not base32","start":{"date":"2026-11-25"},"end":{"date":"2026-11-26"}}""", "invalid")]
    [InlineData("""{"start":{"date":"2026-11-25"},"end":{"date":"2026-11-26"},"attendees":[{"email":"nobody"}]}""", "invalid")]
    [InlineData("""{"eventType":"outOfOffice","start":{"date":"2026-11-25"},"end":{"date":"2026-11-26"}}""", "eventTypeRestriction")]
    public void What_Google_does_not_take_is_refused(string body, string reason)
    {
        var refused = Refused(() => Insert((JsonObject)JsonNode.Parse(body)!));

        Assert.Equal((400, reason), (refused.Code, refused.Reason));
    }

    [Fact]
    public void A_client_s_id_is_taken_once()
    {
        Insert(Meeting("mine1"));

        Assert.Equal((409, "duplicate"), (Refused(() => Insert(Meeting("mine1"))).Code, Refused(() => Insert(Meeting("mine1"))).Reason));
    }

    [Fact]
    public void A_meeting_link_is_made_once_and_kept()
    {
        var wish = Meeting("meet1");
        wish["conferenceData"] = new JsonObject { ["createRequest"] = new JsonObject { ["requestId"] = "r1" } };
        var link = (string?)Insert(wish, ("conferenceDataVersion", "1"))["hangoutLink"];

        Assert.StartsWith("https://meet.google.com/", link, StringComparison.Ordinal);
        Assert.Equal(link, (string?)Change("events.update", Ada, "meet1", Meeting("meet1"))["hangoutLink"]);
    }

    [Fact]
    public void An_event_moves_with_its_organizer_and_an_instance_does_not()
    {
        Insert(Meeting("meet1"));
        Insert(Timed("morning", "2026-11-23T09:00:00+01:00", "2026-11-23T10:00:00+01:00", "Europe/Berlin", "RRULE:FREQ=DAILY;COUNT=4"));

        var moved = _fixture.Ask("events.move", Ada, $"{Mine}&eventId=meet1", ("destination", Team));
        Assert.Equal(Team, (string?)moved["organizer"]!["email"]);
        Assert.Equal("cancelled", (string?)Get("meet1")["status"]);
        Assert.Equal(400, Refused(() => _fixture.Ask("events.move", Ada, $"{Mine}&eventId=morning_20261124T080000Z", ("destination", Team))).Code);
        Assert.Equal(403, Refused(() => _fixture.Ask("events.insert", Bob, $"calendarId={Team}", Meeting("meet9"), [])).Code);
    }

    [Fact]
    public void An_import_keeps_its_organizer_and_comes_once()
    {
        var invitation = Meeting("ignored", Ada);
        invitation.Remove("id");
        (invitation["iCalUID"], invitation["organizer"]) = ("u1@elsewhere", new JsonObject { ["email"] = "eve@elsewhere.example" });
        var first = _fixture.Ask("events.import", Ada, Mine, invitation, []);
        var second = _fixture.Ask("events.import", Ada, Mine, invitation, []);

        Assert.Equal(("eve@elsewhere.example", (string?)first["id"]), ((string?)second["organizer"]!["email"], (string?)second["id"]));
    }

    [Fact]
    public void Calendars_are_made_renamed_hidden_shared_and_deleted()
    {
        var id = (string)_fixture.Ask("calendars.insert", Ada, "", new JsonObject { ["summary"] = "Club" }, [])["id"]!;
        _fixture.Ask("calendars.patch", Ada, $"calendarId={id}", new JsonObject { ["summary"] = "The club" }, []);
        Assert.Equal("The club", (string?)_fixture.Ask("calendarList.get", Ada, $"calendarId={id}")["summary"]);

        _fixture.Ask("acl.insert", Ada, $"calendarId={id}", Rule("user", Bob, "reader"), []);
        Assert.Equal("sharing", Assert.Single(_fixture.Api.Notices).Kind);
        Assert.Equal("reader", (string?)_fixture.Ask("events.list", Bob, $"calendarId={id}")["accessRole"]);
        _fixture.Ask("acl.delete", Ada, $"calendarId={id}&ruleId=user:{Bob}");
        Assert.Equal(404, Refused(() => _fixture.Ask("events.list", Bob, $"calendarId={id}")).Code);

        _fixture.Ask("calendarList.patch", Ada, $"calendarId={id}", new JsonObject { ["hidden"] = true }, []);
        Assert.DoesNotContain(id, Ids(_fixture.Ask("calendarList.list", Ada, "")));
        Assert.Contains(id, Ids(_fixture.Ask("calendarList.list", Ada, "", ("showHidden", "true"))));
        _fixture.Ask("calendars.delete", Ada, $"calendarId={id}");
        Assert.Equal(404, Refused(() => _fixture.Ask("calendars.get", Ada, $"calendarId={id}")).Code);
        Assert.Equal(400, Refused(() => _fixture.Ask("calendars.delete", Ada, "calendarId=primary")).Code);
        Assert.Equal(403, Refused(() => _fixture.Ask("acl.list", Bob, $"calendarId={Team}")).Code);
    }

    private static JsonObject Rule(string type, string value, string role) =>
        new() { ["scope"] = new JsonObject { ["type"] = type, ["value"] = value }, ["role"] = role };

    private static JsonObject Meeting(string id, params string[] guests)
    {
        var json = Timed(id, "2026-11-25T10:00:00+01:00", "2026-11-25T11:00:00+01:00", "Europe/Berlin");
        if (guests.Length > 0)
            json["attendees"] = new JsonArray([.. guests.Select(email => new JsonObject { ["email"] = email })]);
        return json;
    }

    private static string? Answer(JsonObject item, string email) =>
        (string?)item["attendees"]!.AsArray().Single(guest => (string?)guest!["email"] == email)!["responseStatus"];

    private JsonObject Insert(JsonObject body, params IReadOnlyList<(string, string)> query) => _fixture.Ask("events.insert", Ada, Mine, body, query);

    private JsonObject Change(string method, string person, string id, JsonObject body) => _fixture.Ask(method, person, $"{Mine}&eventId={id}", body, []);

    private JsonObject Get(string id) => _fixture.Ask("events.get", Ada, $"{Mine}&eventId={id}");
}
