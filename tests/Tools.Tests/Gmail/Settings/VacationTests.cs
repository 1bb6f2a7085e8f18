using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Tests.Gmail.Organise;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Gmail.Settings;

public sealed class VacationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<OutboxResult> Set(Workplace place, VacationWish wish) =>
        place.AsAsync<VacationResponder, OutboxResult>("ann", responder => responder.SetAsync("work", wish, Cancel));

    private static Task<VacationView> Get(Workplace place) =>
        place.AsAsync<VacationResponder, VacationView>("ann", responder => responder.GetAsync("work", Cancel));

    private static VacationWish On(string? subject = null, string? body = null, string? first = null, string? last = null, bool? contacts = null) =>
        new(true, subject, body, first, last, contacts, null);

    [Fact]
    public async Task Days_are_whole_days_in_the_persons_zone()
    {
        await using var place = await Workplace.OpenAsync();

        var result = await Set(place, On("Away", "I am away.\nAnn", "2026-12-21", "2027-01-03", contacts: true));

        Assert.Equal("done", result.State);
        var proposal = Assert.Single(place.Asked!.Proposals);
        Assert.True(proposal.AlwaysAsk);
        Assert.Equal(
            "Turn on this vacation responder?\n\nAccount: work <ann@work.example>\nFrom: 2026-12-21T00:00:00+01:00\nUntil: 2027-01-04T00:00:00+01:00\n"
            + "Answers: only contacts\nSubject: Away\n\nI am away.\nAnn",
            proposal.Card.ToText());
        var view = await Get(place);
        Assert.Equal(
            new VacationView(true, "Away", "I am away.\nAnn", "2026-12-21T00:00:00+01:00", "2027-01-04T00:00:00+01:00", OnlyContacts: true), view);
    }

    [Fact]
    public async Task Turning_it_off_and_on_keeps_the_text()
    {
        await using var place = await Workplace.OpenAsync();
        await Set(place, On("Away", "I am away."));

        await Set(place, new(false, null, null, null, null, null, null));
        Assert.False((await Get(place)).Enabled);
        await Set(place, On(last: "2026-12-01"));

        Assert.Equal(new VacationView(true, "Away", "I am away.", null, "2026-12-02T00:00:00+01:00"), await Get(place));
    }

    [Fact]
    public async Task Undo_sets_it_to_what_it_was_with_the_persons_agreement()
    {
        await using var place = await Workplace.OpenAsync();
        await Set(place, On("First", "One"));
        await Set(place, On("Second", "Two"));

        await place.UndoAsync();
        Assert.Contains("Subject: First", Assert.Single(place.Asked!.Proposals).Card.ToText(), StringComparison.Ordinal);
        Assert.Equal(new VacationView(true, "First", "One"), await Get(place));

        await place.UndoAsync();
        Assert.False((await Get(place)).Enabled);
    }

    [Fact]
    public async Task What_was_changed_since_is_warned_of_before_an_undo()
    {
        await using var place = await Workplace.OpenAsync();
        await Set(place, On("First", "One"));
        var first = (await place.Journal.ListAsync("ann", 1, Cancel))[0].Id;
        await Set(place, On("Second", "Two"));

        await place.UndoAsync(first);

        Assert.Equal("It was changed again since; that is lost.", Assert.Single(place.Asked!.Proposals[0].Card.Warnings!));
    }

    [Fact]
    public async Task A_key_that_may_not_send_may_not_undo_it()
    {
        await using var place = await Workplace.OpenAsync();
        await Set(place, On("First", "One"));

        Assert.Equal("level", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(grants: new Grants(PermissionLevel.Organise)))).Code);
        Assert.True((await Get(place)).Enabled);
    }

    [Theory]
    [InlineData("2026-12-21", "2026-12-20", "'last_day' must be after 'first_day'")]
    [InlineData(null, "2026-11-19", "'last_day' must be in the future")]
    [InlineData("2026-11-01", "2026-11-10", "'last_day' must be in the future")]
    [InlineData("soon", null, "'first_day'")]
    public async Task Days_that_make_no_sense_are_refused(string? first, string? last, string message)
    {
        await using var place = await Workplace.OpenAsync();

        Assert.Contains(message, (await Assert.ThrowsAsync<ToolFailure>(() => Set(place, On("Away", "x", first, last)))).Message, StringComparison.Ordinal);
        Assert.False((await Get(place)).Enabled);
    }

    [Fact]
    public async Task Without_any_text_it_is_refused()
    {
        await using var place = await Workplace.OpenAsync();

        Assert.Contains("'body'", (await Assert.ThrowsAsync<ToolFailure>(() => Set(place, On()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_after()
    {
        await using var place = await Workplace.OpenAsync();
        place.Fails("settings.updateVacation", afterEffect: true);

        Assert.Equal("done", (await Set(place, On("Away", "x"))).State);

        Assert.True((await Get(place)).Enabled);
    }
}
