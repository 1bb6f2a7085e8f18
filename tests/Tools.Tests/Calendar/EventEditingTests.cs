using System.Text.Json.Nodes;
using Assistant.GoogleSandbox;
using Assistant.TokenStore;
using Assistant.Tools.Calendar;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Tests.Calendar;

/// <summary>The tests' clock stands at 2026-11-20T12:00Z, a Friday; Ann and Bob live in Berlin.</summary>
public sealed class EventEditingTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.OpenAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task An_event_is_made_from_words_and_undone()
    {
        var made = await CreateAsync(new() { Title = "Dentist", Start = "next Tuesday 9:30", Minutes = 45, Location = "Main street" });

        Assert.Equal(("done", "2026-11-24T09:30:00+01:00", "2026-11-24T10:15:00+01:00"), (made.State, made.Start, made.End));
        Assert.Null(_place.Asked?.Proposals.FirstOrDefault());
        await UndoAsync(made.UndoId);
        Assert.Equal("cancelled", (string?)Stored(made.Id)!["status"]);
    }

    [Theory]
    [InlineData("tomorrow at 9", "09:00:00+01:00, 2026-11-21T21:00:00+01:00")]
    [InlineData("blue moon", "not understood")]
    [InlineData("next week", "names a span")]
    public async Task A_start_that_is_not_exact_is_refused_with_the_choices(string start, string said)
    {
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => CreateAsync(new() { Title = "X", Start = start }));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inviting_somebody_is_agreed_to_and_shows_whom()
    {
        var made = await CreateAsync(new() { Title = "Plan", Start = "2026-11-25T10:00", Attendees = ["Bob <bob@work.example>", "eve@stranger.example"], Description = "Agenda" });

        var card = _place.Asked!.Proposals.Single();
        Assert.Equal(["bob@work.example", "eve@stranger.example"], card.Recipients);
        Assert.Contains("never written to eve@stranger.example", card.Card.ToText(), StringComparison.Ordinal);
        Assert.Contains("Wednesday 2026-11-25 10:00 to 11:00 (Europe/Berlin)", card.Card.ToText(), StringComparison.Ordinal);
        Assert.Equal(("invitation", 2), (_place.Sandbox.Notices.Single().Kind, _place.Sandbox.Notices.Single().Recipients.Count));
        Assert.Equal("needsAction", Answer(Workplace.Bob, made.Id!, "bob@work.example"));
    }

    [Fact]
    public async Task A_key_that_must_not_reach_others_makes_only_events_without_them()
    {
        var grants = Grants.All with { Level = PermissionLevel.Organise };
        await CreateAsync(new() { Title = "Alone", Start = "2026-11-25T10:00" }, grants: grants);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => CreateAsync(new() { Title = "Plan", Start = "2026-11-26T10:00", Attendees = ["bob@work.example"] }, grants: grants));
        Assert.Equal("level", failure.Code);
        failure = await Assert.ThrowsAsync<ToolFailure>(
            () => CreateAsync(new() { Title = "Plan", Start = "2026-11-26T10:00", Attendees = ["bob@work.example"] }, grants: Grants.All with { Sending = SendPolicy.DraftsOnly }));
        Assert.Equal("drafts_only", failure.Code);
        Assert.Empty(_place.Sandbox.Notices);
    }

    [Fact]
    public async Task Answers_survive_every_kind_of_edit()
    {
        var id = (await CreateAsync(new() { Title = "Weekly", Start = "2026-11-24T10:00", Attendees = ["bob@work.example", "eve@stranger.example"], Recurrence = ["RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=6"] })).Id!;
        await RespondAsync("bob", id, "accepted", "all");
        EventWish[] edits =
        [
            new() { Title = "Renamed" }, new() { Location = "Room 1" }, new() { Attendees = ["carl@work.example"] }, new() { RemoveAttendees = ["eve@stranger.example"] },
            new() { Details = new(Color: "grape") }, new() { Details = new(Conference: "meet") }, new() { OptionalAttendees = ["carl@work.example"] },
        ];
        foreach (var edit in edits)
        {
            await UpdateAsync(edit, id, "all");
            Assert.Equal("accepted", Answer(Workplace.AnnWork, id, "bob@work.example"));
        }

        await UpdateAsync(new() { Title = "Only this" }, $"{id}_20261201T090000Z", "this");
        Assert.Equal("accepted", Answer(Workplace.AnnWork, $"{id}_20261201T090000Z", "bob@work.example"));
        var later = await UpdateAsync(new() { Location = "Elsewhere" }, $"{id}_20261208T090000Z", "following");
        Assert.NotEqual(id, later.Id);
        Assert.Equal("accepted", Answer(Workplace.AnnWork, later.Id!, "bob@work.example"));
        Assert.Equal("accepted", Answer(Workplace.AnnWork, id, "bob@work.example"));
    }

    [Fact]
    public async Task One_occurrence_this_and_the_following_and_all_are_deleted()
    {
        var id = (await CreateAsync(new() { Title = "Daily", Start = "2026-11-23T09:00", Recurrence = ["FREQ=DAILY;COUNT=10"] })).Id!;

        await DeleteAsync($"{id}_20261125T080000Z", "this");
        Assert.Equal("23 24 26 27 28 29 30 01 02", await DaysAsync());
        var rest = await DeleteAsync($"{id}_20261128T080000Z", "following");
        Assert.Equal("23 24 26 27", await DaysAsync());
        await UndoAsync(rest.UndoId);
        Assert.Equal("23 24 26 27 28 29 30 01 02", await DaysAsync());
        await DeleteAsync(id, "all");
        Assert.Equal("", await DaysAsync());
        await UndoAsync(null);
        Assert.Equal("23 24 26 27 28 29 30 01 02", await DaysAsync());
    }

    [Fact]
    public async Task An_all_day_series_is_cut_at_its_day()
    {
        var id = (await CreateAsync(new() { Title = "Trip", Start = "2026-11-23", Recurrence = ["RRULE:FREQ=DAILY;COUNT=10"] })).Id!;

        await DeleteAsync($"{id}_20261126", "following");

        Assert.Equal("23 24 25", await DaysAsync());
    }

    [Fact]
    public async Task A_series_moves_across_the_change_of_the_clocks_and_keeps_what_was_cancelled()
    {
        var id = (await CreateAsync(new() { Title = "Walk", Start = "2027-03-16T10:00", Recurrence = ["RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4"] })).Id!;
        await DeleteAsync($"{id}_20270323T090000Z", "this");

        await UpdateAsync(new() { Start = "2027-03-31T11:30" }, $"{id}_20270330T080000Z", "all");

        var list = await ListAsync("2027-03-01", "2027-05-01");
        Assert.Equal(["2027-03-17T11:30:00+01:00", "2027-03-31T11:30:00+02:00", "2027-04-07T11:30:00+02:00"], list.Events!.Select(one => one.Start));
    }

    [Fact]
    public async Task This_and_the_following_take_single_changes_along()
    {
        var id = (await CreateAsync(new() { Title = "Class", Start = "2026-11-24T10:00", Recurrence = ["RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5"] })).Id!;
        await UpdateAsync(new() { Location = "Hall" }, $"{id}_20261208T090000Z", "this");
        await DeleteAsync($"{id}_20261215T090000Z", "this");

        var later = await UpdateAsync(new() { Title = "New class" }, $"{id}_20261201T090000Z", "following");

        var list = await ListAsync("2026-11-20", "2027-02-01");
        Assert.Equal(["24 Class", "01 New class", "08 New class", "22 New class"], list.Events!.Select(one => $"{one.Start![8..10]} {one.Title}"));
        Assert.Equal("Hall", list.Events!.Single(one => one.Start!.StartsWith("2026-12-08", StringComparison.Ordinal)).Location);
        await UndoAsync(later.UndoId);
        Assert.Equal(["24", "01", "08", "22"], (await ListAsync("2026-11-20", "2027-02-01")).Events!.Where(one => one.Title == "Class").Select(one => one.Start![8..10]));
    }

    [Fact]
    public async Task A_change_of_two_calls_whose_second_is_refused_leaves_nothing_behind()
    {
        var id = (await CreateAsync(new() { Title = "Daily", Start = "2026-11-23T09:00", Recurrence = ["RRULE:FREQ=DAILY;COUNT=4"] })).Id!;
        _place.Sandbox.Faults.Add(new SandboxFault { Match = "calendar.events.update", Times = 1, Status = 412 });

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => UpdateAsync(new() { Title = "Later" }, $"{id}_20261125T080000Z", "following"));

        Assert.Equal("changed_meanwhile", failure.Code);
        Assert.Equal(["Daily", "Daily", "Daily", "Daily"], (await ListAsync("2026-11-20", "2026-12-31")).Events!.Select(one => one.Title));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var id = (await CreateAsync(new() { Title = "Plan", Start = "2026-11-25T10:00" })).Id!;
        var undo = (await UpdateAsync(new() { Title = "Plan B" }, id, null)).UndoId;
        var item = Stored(id)!;
        item["summary"] = "Changed in the browser";
        _place.Sandbox.PutEvent(Workplace.AnnWork, item);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => UndoAsync(undo));

        Assert.Equal("changed_meanwhile", failure.Code);
        Assert.Equal("Changed in the browser", (string?)Stored(id)!["summary"]);
    }

    [Fact]
    public async Task Conflicts_are_reported_and_the_same_event_is_not_made_twice()
    {
        var first = await CreateAsync(new() { Title = "Lunch with Bob", Start = "2026-11-25T12:00" });
        var second = await CreateAsync(new() { Title = "Call", Start = "2026-11-25T12:30" });
        Assert.Contains($"Conflict: 'Lunch with Bob'", Assert.Single(second.Notes!), StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => CreateAsync(new() { Title = "Lunch with Bob", Start = "2026-11-25T12:00" }));
        Assert.Contains(first.Id!, failure.Message, StringComparison.Ordinal);
        var near = await CreateAsync(new() { Title = "Lunch with Bob!", Start = "2026-11-25T12:15" }, allowDuplicate: true);
        Assert.Contains(near.Notes!, note => note.StartsWith("Likely duplicate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeated_call_with_its_key_makes_one_event()
    {
        var (one, two) = (await CreateAsync(new() { Title = "Once", Start = "2026-11-25T12:00" }, key: "k1"), await CreateAsync(new() { Title = "Once", Start = "2026-11-25T12:00" }, key: "k1"));

        Assert.Equal(one.Id, two.Id);
        Assert.Single((await ListAsync("2026-11-20", "2026-12-01")).Events!);
    }

    [Fact]
    public async Task A_lost_answer_makes_one_event()
    {
        _place.Sandbox.Faults.Add(new SandboxFault { Match = "calendar.events.insert", Times = 1, Status = 500, AfterEffect = true });

        var made = await CreateAsync(new() { Title = "Once", Start = "2026-11-25T12:00" });

        Assert.Equal("done", made.State);
        Assert.Single((await ListAsync("2026-11-20", "2026-12-01")).Events!);
    }

    [Fact]
    public async Task An_attendee_answers_without_disturbing_anybody_and_cannot_change_the_rest()
    {
        var id = (await CreateAsync(new() { Title = "Plan", Start = "2026-11-25T10:00", Attendees = ["bob@work.example", "eve@stranger.example"] })).Id!;
        var asked = _place.Asked!.Proposals.Count;

        var answer = await RespondAsync("bob", id, "tentative", null);

        Assert.Equal(("done", "tentative", "needsAction"), (answer.State, Answer(Workplace.AnnWork, id, "bob@work.example"), Answer(Workplace.AnnWork, id, "eve@stranger.example")));
        Assert.Equal(1, asked);
        Assert.Single(_place.Sandbox.Notices);
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => _place.AsAsync<EventEditor, EventChange>("bob", editor => editor.UpdateAsync(new() { Title = "Mine" }, new(id, null, null, null, "all"), Token)));
        Assert.Equal("not_organizer", failure.Code);
    }

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO", "2026-11-30")]
    [InlineData("RRULE:FREQ=SOMETIMES", "SOMETIMES")]
    [InlineData("every week", "recurrence line")]
    public async Task A_recurrence_that_does_not_fit_is_refused(string line, string said) => Assert.Contains(
        said,
        (await Assert.ThrowsAsync<ToolFailure>(() => CreateAsync(new() { Title = "X", Start = "2026-11-24T10:00", Recurrence = [line] }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task An_occurrence_needs_a_scope()
    {
        var id = (await CreateAsync(new() { Title = "Daily", Start = "2026-11-23T09:00", Recurrence = ["RRULE:FREQ=DAILY;COUNT=3"] })).Id!;

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => DeleteAsync($"{id}_20261124T080000Z", null));

        Assert.Equal("scope_needed", failure.Code);
    }

    private Task<EventChange> CreateAsync(EventWish wish, Grants? grants = null, bool allowDuplicate = false, string? key = null) => _place.AsAsync<EventCreator, EventChange>(
        "ann", creator => creator.CreateAsync(wish, new(null, "work", "all", allowDuplicate, key), Token), grants);

    private Task<EventChange> UpdateAsync(EventWish wish, string id, string? scope) =>
        _place.AsAsync<EventEditor, EventChange>("ann", editor => editor.UpdateAsync(wish, new(id, scope, null, "work", "all"), Token));

    private Task<EventChange> DeleteAsync(string id, string? scope) =>
        _place.AsAsync<EventRemover, EventChange>("ann", remover => remover.DeleteAsync(new(id, scope, null, "work", "all"), Token));

    private Task<EventChange> RespondAsync(string user, string id, string response, string? scope) =>
        _place.AsAsync<EventResponder, EventChange>(user, responder => responder.RespondAsync(response, null, new(id, scope, null, null, "none"), Token));

    private Task<ChangeResult> UndoAsync(string? change) => _place.AsAsync<Undoing, ChangeResult>("ann", undoing => undoing.UndoAsync(change, Token));

    private Task<EventList> ListAsync(string from, string until) =>
        _place.AsAsync<EventFinder, EventList>("ann", finder => finder.FindAsync(new(from, until, null, null, "work", null, null, null), Token));

    private async Task<string> DaysAsync() => string.Join(' ', (await ListAsync("2026-11-20", "2026-12-31")).Events!.Select(one => one.Start![8..10]));

    private JsonObject? Stored(string? id) => _place.Sandbox.FindEvent(Workplace.AnnWork, id!);

    private string? Answer(string calendar, string id, string email) =>
        (string?)_place.Sandbox.FindEvent(calendar, id)!["attendees"]!.AsArray().Single(guest => (string?)guest!["email"] == email)!["responseStatus"];
}
