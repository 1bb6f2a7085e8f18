using System.Text;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Finding;
using Assistant.Tools.Calendar.Managing;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;
using NodaTime;

namespace Assistant.Tools.Tests.Calendar;

public sealed class ManagingTests : IAsyncLifetime
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Friday = Instant.FromUtc(2026, 11, 20, 12, 0);

    private Workplace _place = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.OpenAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Theory]
    [InlineData("Lunch with Bob tomorrow 12:30-13:30", "Lunch with Bob", "tomorrow 12:30", "13:30")]
    [InlineData("Zahnarzt am nächsten Dienstag um 14 Uhr", "Zahnarzt", "am nächsten Dienstag um 14 Uhr", null)]
    [InlineData("tomorrow 9:30 call the bank", "call the bank", "tomorrow 9:30", null)]
    [InlineData("Holiday on 24 December", "Holiday", "on 24 December", null)]
    public void A_line_is_a_title_and_a_time(string text, string title, string start, string? end) => Assert.Equal((title, start, end), QuickText.Read(text, Friday, Berlin));

    [Theory]
    [InlineData("Lunch with Bob")]
    [InlineData("tomorrow 12:30")]
    [InlineData("Lunch tomorrow at 9")]
    public void A_line_without_a_clear_time_or_a_title_is_refused(string text) => Assert.Throws<ToolFailure>(() => QuickText.Read(text, Friday, Berlin));

    [Fact]
    public async Task Several_events_are_made_and_taken_back_together_or_not_at_all()
    {
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => ManyAsync(new("A", "2026-11-24T10:00"), new("B", "at some point")));
        Assert.StartsWith("Event 2 ('B')", failure.Message, StringComparison.Ordinal);
        Assert.Empty((await ListAsync()).Events!);

        var made = await ManyAsync(new("A", "2026-11-24T10:00"), new("B", "2026-11-25"), new("C", "2026-11-26T10:00", Recurrence: ["FREQ=DAILY;COUNT=2"]));
        Assert.Equal(4, (await ListAsync()).Events!.Count);
        await UndoAsync(made.UndoId);
        Assert.Empty((await ListAsync()).Events!);
    }

    [Theory]
    [InlineData("out_of_office", null, "outOfOffice")]
    [InlineData("focus_time", null, "focusTime")]
    [InlineData("working_location", "home", "workingLocation")]
    [InlineData("working_location", "Café", "workingLocation")]
    public async Task How_one_is_there_is_an_event_of_its_own_type(string kind, string? place, string type)
    {
        var made = await _place.AsAsync<StatusEvents, EventChange>("ann", status => status.SetAsync(kind, "2026-11-26", "2026-11-27", null, place, null, "work", Token));

        Assert.Equal(type, (string?)_place.Sandbox.FindEvent(Workplace.AnnWork, made.Id!)!["eventType"]);
    }

    [Fact]
    public async Task Calendars_are_made_renamed_hidden_and_shared_and_an_event_moves_there_and_back()
    {
        var id = (await _place.AsAsync<CalendarDesk, ChangeResult>("ann", desk => desk.CreateAsync("Club", null, null, "work", Token))).Id!;
        var renamed = await _place.AsAsync<CalendarDesk, ChangeResult>("ann", desk => desk.UpdateAsync(new("Club", Name: "The club", Color: "7"), "work", Token));
        Assert.Contains("The club", Names(await DirectoryAsync()));
        await UndoAsync(renamed.UndoId);
        Assert.Contains("Club", Names(await DirectoryAsync()));

        var item = (await ManyAsync(new EventItem("A", "2026-11-24T10:00"))).Notes![0].Split("(id ")[1].TrimEnd(')');
        var moved = await _place.AsAsync<EventMover, EventChange>("ann", mover => mover.MoveAsync(item, "Club", null, "work", "none", Token));
        Assert.Equal((id, "done"), (moved.Calendar, moved.State));
        await UndoAsync(moved.UndoId);
        Assert.Equal(Workplace.AnnWork, (await ListAsync()).Events!.Single().Calendar);

        await _place.AsAsync<SharingDesk, OutboxResult>("ann", desk => desk.ShareAsync("Club", Workplace.Bob, "reader", true, "work", Token));
        Assert.Equal(("sharing", Workplace.Bob), (_place.Sandbox.Notices.Single().Kind, _place.Sandbox.Notices.Single().Recipients.Single()));
        var rules = await _place.AsAsync<SharingDesk, SharingList>("ann", desk => desk.ListAsync("Club", "work", Token));
        Assert.Contains(rules.Rules!, rule => rule is { With: Workplace.Bob, Role: "reader" });
        await UndoAsync(null);
        rules = await _place.AsAsync<SharingDesk, SharingList>("ann", desk => desk.ListAsync("Club", "work", Token));
        Assert.DoesNotContain(rules.Rules!, rule => rule.With == Workplace.Bob);

        await _place.AsAsync<CalendarDesk, ChangeResult>("ann", desk => desk.UpdateAsync(new("Club", Hidden: true), "work", Token));
        await _place.AsAsync<CalendarDesk, ChangeResult>("ann", desk => desk.UpdateAsync(new("Club", Hidden: false), "work", Token));
        await _place.AsAsync<CalendarDesk, OutboxResult>("ann", desk => desk.DeleteAsync("Club", "work", Token));
        Assert.Contains("cannot be undone", _place.Asked!.Proposals.Last().Card.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Club", Names(await DirectoryAsync()));
    }

    [Fact]
    public async Task The_primary_calendar_and_somebody_else_s_are_not_deleted() =>
        Assert.Equal("primary_calendar", (await Assert.ThrowsAsync<ToolFailure>(() => _place.AsAsync<CalendarDesk, OutboxResult>("ann", desk => desk.DeleteAsync("primary", "work", Token)))).Code);

    [Fact]
    public async Task An_invitation_from_a_mail_is_imported_once()
    {
        var mail = Deliver("""
            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:abc-123@elsewhere.example
            SEQUENCE:0
            SUMMARY:Board meeting
            DTSTART;TZID=W. Europe Standard Time:20261126T140000
            DTEND;TZID=W. Europe Standard Time:20261126T150000
            RRULE:FREQ=WEEKLY;COUNT=3
            ORGANIZER;CN=Eve:mailto:eve@elsewhere.example
            ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@work.example
            END:VEVENT
            END:VCALENDAR
            """);

        var first = await ImportAsync(mail);
        var second = await ImportAsync(mail);

        Assert.Equal(("done", "2026-11-26T14:00:00+01:00", first.Id), (first.State, first.Start, second.Id));
        Assert.Contains("already", second.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await ListAsync()).Events!.Count);
        Assert.Empty(_place.Sandbox.Notices);
        Assert.Equal("no_invitation", (await Assert.ThrowsAsync<ToolFailure>(() => ImportAsync(Deliver("BEGIN:VCALENDAR\nnonsense")))).Code);
    }

    [Fact]
    public async Task A_time_is_found_over_all_accounts_and_other_people()
    {
        _place.Sandbox.PutEvent(Workplace.AnnWork, Busy("annwork1", "2026-11-23T09:00:00+01:00", "2026-11-23T12:00:00+01:00"));
        _place.Sandbox.PutEvent(Workplace.AnnHome, Busy("annhome1", "2026-11-23T12:00:00+01:00", "2026-11-23T13:00:00+01:00"));
        _place.Sandbox.PutEvent(Workplace.Bob, Busy("bobwork1", "2026-11-23T13:00:00+01:00", "2026-11-23T15:00:00+01:00"));

        var found = await _place.AsAsync<TimeSearch, FoundTimes>("ann", search => search.FindAsync(
            new(60, "2026-11-23", "2026-11-23", [new(Workplace.Bob), new("eve@elsewhere.example")], null, null, 0, 0, null, false, null, null, 3), Token));
        Assert.Equal("2026-11-23T15:00:00+01:00", found.Slots!.Min(slot => slot.Start));
        Assert.Contains("the calendar of eve@elsewhere.example cannot be seen", found.Slots![0].Reasons!);

        var all = await _place.AsAsync<BusyReader, BusyTimes>("ann", reader => reader.ReadAsync("2026-11-23", "2026-11-23", null, null, null, Token));
        Assert.Equal(["home", "work"], all.Calendars!.Select(one => one.Of).Order());
        Assert.Equal("2026-11-23T12:00:00+01:00/2026-11-23T13:00:00+01:00", Assert.Single(all.Calendars!.Single(one => one.Of == "home").Busy!));
    }

    [Theory]
    [InlineData("Mon-Thu 08:00-16:00; Fri 8:00-12:00", 5)]
    [InlineData("9:00-17:00", 5)]
    [InlineData("Sat,Sun 10:00-14:00", 2)]
    public void Working_hours_are_read(string text, int days) => Assert.Equal(days, HoursText.Read(text).Days.Count);

    [Theory]
    [InlineData("always")]
    [InlineData("Mon-Foo 9:00-17:00")]
    [InlineData("Mon 9-17")]
    public void Working_hours_that_are_not_understood_are_refused(string text) => Assert.Throws<ToolFailure>(() => HoursText.Read(text));

    private static JsonObject Busy(string id, string start, string end) => new()
    {
        ["id"] = id,
        ["summary"] = "Busy",
        ["start"] = new JsonObject { ["dateTime"] = start },
        ["end"] = new JsonObject { ["dateTime"] = end },
    };

    private static IEnumerable<string?> Names(CalendarList list) => list.Calendars!.Select(one => one.Name);

    private string Deliver(string invitation) => _place.Sandbox.Deliver(Workplace.AnnWork, new SeedMail(
        Encoding.UTF8.GetBytes(("From: eve@elsewhere.example\nTo: ann@work.example\nSubject: Invitation\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n\n" + invitation).ReplaceLineEndings("\r\n")),
        ["INBOX"],
        _place.Time.GetUtcNow()));

    private Task<EventChange> ImportAsync(string id) => _place.AsAsync<InvitationImport, EventChange>("ann", import => import.ImportAsync(id, null, null, "work", Token));

    private Task<EventChange> ManyAsync(params EventItem[] events) =>
        _place.AsAsync<ManyEvents, EventChange>("ann", many => many.CreateAsync(events, null, null, "work", "all", null, Token));

    private Task<ChangeResult> UndoAsync(string? id) => _place.AsAsync<Undoing, ChangeResult>("ann", undoing => undoing.UndoAsync(id, Token));

    private Task<CalendarList> DirectoryAsync() => _place.AsAsync<CalendarDirectory, CalendarList>("ann", directory => directory.ListAsync("work", Token));

    private Task<EventList> ListAsync() =>
        _place.AsAsync<EventFinder, EventList>("ann", finder => finder.FindAsync(new("2026-11-20", "2026-12-31", null, null, "work", null, null, null), Token));
}
