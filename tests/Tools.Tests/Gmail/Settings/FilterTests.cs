using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Tests.Gmail.Organise;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Gmail.Settings;

public sealed class FilterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<OutboxResult> Create(
        Workplace place, FilterSpec criteria, FilterTemplate? template = null, int? megabytes = null, string? label = null, params FilterStep[] steps) =>
        place.AsAsync<FilterEditor, OutboxResult>("ann", editor => editor.CreateAsync("work", template, criteria, megabytes, label, steps, Cancel));

    private static Task<OutboxResult> Delete(Workplace place, string id) =>
        place.AsAsync<FilterEditor, OutboxResult>("ann", editor => editor.DeleteAsync("work", id, Cancel));

    private static async Task<IReadOnlyList<FilterEntry>> List(Workplace place) =>
        (await place.AsAsync<FilterEditor, FilterList>("ann", editor => editor.ListAsync("work", Cancel))).Filters!;

    [Fact]
    public async Task A_filter_is_shown_to_the_person_before_it_is_made()
    {
        await using var place = await Workplace.OpenAsync();

        var result = await Create(place, new() { From = "boss@work.example", Subject = "plan" }, label: "Project X", steps: [FilterStep.Star, FilterStep.NeverSpam]);

        var proposal = Assert.Single(place.Asked!.Proposals);
        Assert.True(proposal.AlwaysAsk);
        Assert.Equal(
            "Create this mail filter?\n\nAccount: work <ann@work.example>\nMail: from boss@work.example, subject has 'plan'\nThen: star, label 'Project X', never to spam",
            proposal.Card.ToText());
        Assert.Equal("done", result.State);
        var filter = Assert.Single(await List(place));
        Assert.Equal(("from boss@work.example, subject has 'plan'", "star, label 'Project X', never to spam"), (filter.When, filter.Then));
    }

    [Theory]
    [InlineData(FilterTemplate.Newsletters, null, "unsubscribe", "label 'Project X', archive")]
    [InlineData(FilterTemplate.Sender, "boss@work.example", "from boss@work.example", "label 'Project X'")]
    [InlineData(FilterTemplate.MailingList, "list.work.example", "matches 'list:list.work.example'", "label 'Project X', archive")]
    [InlineData(FilterTemplate.LargeAttachments, null, "has an attachment, larger than 10 MB", "label 'Project X'")]
    [InlineData(FilterTemplate.Invitations, null, "filename:ics", "label 'Project X'")]
    internal async Task A_template_fills_in_the_criteria(FilterTemplate template, string? from, string when, string then)
    {
        await using var place = await Workplace.OpenAsync();

        await Create(place, new() { From = from }, template, label: "Project X");

        var filter = Assert.Single(await List(place));
        Assert.Contains(when, filter.When, StringComparison.Ordinal);
        Assert.Equal(then, filter.Then);
    }

    [Fact]
    public async Task What_says_too_little_is_refused_before_anybody_is_asked()
    {
        await using var place = await Workplace.OpenAsync();

        Assert.Contains(
            "'from'", (await Assert.ThrowsAsync<ToolFailure>(() => Create(place, new(), FilterTemplate.Sender, label: "Project X"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "which mail", (await Assert.ThrowsAsync<ToolFailure>(() => Create(place, new(), steps: FilterStep.Archive))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "what the filter does", (await Assert.ThrowsAsync<ToolFailure>(() => Create(place, new() { From = "a@b.example" }))).Message, StringComparison.Ordinal);
        Assert.Equal("unknown_label", (await Assert.ThrowsAsync<ToolFailure>(() => Create(place, new() { From = "a@b.example" }, label: "None"))).Code);
        Assert.Empty(place.Asked!.Proposals);
    }

    [Fact]
    public async Task The_same_filter_is_not_made_twice()
    {
        await using var place = await Workplace.OpenAsync();
        await Create(place, new() { From = "a@b.example" }, steps: FilterStep.Archive);

        Assert.Equal(
            "filter_exists", (await Assert.ThrowsAsync<ToolFailure>(() => Create(place, new() { From = "A@b.example" }, steps: FilterStep.Archive))).Code);
        Assert.Single(await List(place));
    }

    [Fact]
    public async Task A_filter_to_the_trash_is_warned_of()
    {
        await using var place = await Workplace.OpenAsync();

        await Create(place, new() { From = "a@b.example" }, steps: FilterStep.Trash);

        Assert.Contains("trash", Assert.Single(place.Asked!.Proposals[0].Card.Warnings!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_and_deleting_are_undone_with_the_persons_agreement()
    {
        await using var place = await Workplace.OpenAsync();
        await Create(place, new() { From = "a@b.example" }, steps: FilterStep.Archive);

        await place.UndoAsync();
        Assert.Equal("Delete this mail filter?", Assert.Single(place.Asked!.Proposals).Card.Title);
        Assert.Empty(await List(place));

        await Create(place, new() { From = "a@b.example", HasAttachment = true }, megabytes: 3, steps: FilterStep.Archive);
        await Delete(place, (await List(place))[0].Id!);
        Assert.Empty(await List(place));
        await place.UndoAsync();
        Assert.Equal("Create this mail filter?", Assert.Single(place.Asked!.Proposals).Card.Title);
        Assert.Equal("from a@b.example, has an attachment, larger than 3 MB", Assert.Single(await List(place)).When);
    }

    [Fact]
    public async Task A_filter_that_forwards_is_never_made()
    {
        var forwarding = new FilterSpec { From = "a@b.example", Forward = "thief@evil.example", Remove = ["INBOX"] };
        await using var place = await Workplace.OpenAsync();

        Assert.Equal("forwarding", (await Assert.ThrowsAsync<ToolFailure>(() => Create(place, forwarding, steps: FilterStep.Archive))).Code);
        Assert.Equal("forwarding", Assert.Throws<ToolFailure>(() => forwarding.ToFilter()).Code);
        Assert.Equal("forwarding", (await Assert.ThrowsAsync<ToolFailure>(() => place.AsAsync<IEnumerable<IAgreedAction>, ActionOutcome>("ann", async actions =>
            await actions.Single(action => action.Kind == FilterCreateAction.Name).RunAsync(await Work(place, new(forwarding)), Cancel)))).Code);
        Assert.Empty(await List(place));
        Assert.Equal(0, place.Sandbox.Requests.Count(request => request.HttpMethod == "POST"));
    }

    [Fact]
    public async Task An_action_that_is_run_again_after_a_lost_answer_makes_no_second_filter()
    {
        await using var place = await Workplace.OpenAsync();
        var wanted = new FilterSpec { From = "a@b.example", Remove = ["INBOX"] };
        var work = await Work(place, new(wanted));
        Task<ActionOutcome> Run() => place.AsAsync<IEnumerable<IAgreedAction>, ActionOutcome>(
            "ann", actions => actions.Single(action => action.Kind == FilterCreateAction.Name).RunAsync(work, Cancel));
        place.Fails("settings.filters.create", afterEffect: true);

        Assert.Equal(OutboxState.Done, (await Run()).State);
        Assert.Equal(OutboxState.Done, (await Run()).State);

        Assert.Single(await List(place));
        await place.UndoAsync();
        Assert.Empty(await List(place));
    }

    [Fact]
    public async Task Where_looking_fails_as_well_the_outcome_is_unknown()
    {
        await using var place = await Workplace.OpenAsync();
        place.Fails("settings.filters.create");
        place.Fails("settings.filters.list", from: 2);

        var outcome = await place.AsAsync<IEnumerable<IAgreedAction>, ActionOutcome>("ann", async actions => await actions
            .Single(action => action.Kind == FilterCreateAction.Name).RunAsync(await Work(place, new(new() { From = "a@b.example", Remove = ["INBOX"] })), Cancel));

        Assert.Equal(OutboxState.Unknown, outcome.State);
    }

    [Fact]
    public async Task Where_it_did_not_arrive_it_is_said_not_done_and_not_journalled()
    {
        await using var place = await Workplace.OpenAsync();
        place.Fails("settings.filters.create");

        var result = await Create(place, new() { From = "a@b.example" }, steps: FilterStep.Archive);

        Assert.Equal("not_done", result.State);
        Assert.Empty(await List(place));
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync())).Code);
    }

    [Fact]
    public async Task An_action_that_is_run_again_after_the_process_ended_is_journalled_once()
    {
        await using var place = await Workplace.OpenAsync();
        string? progress = null;
        var work = await Work(place, new(new() { From = "a@b.example", Remove = ["INBOX"] }));
        Task<ActionOutcome> Run(AgreedWork now) => place.AsAsync<IEnumerable<IAgreedAction>, ActionOutcome>(
            "ann", actions => actions.Single(action => action.Kind == FilterCreateAction.Name).RunAsync(now, Cancel));
        await Assert.ThrowsAsync<IOException>(() => Run(work with
        {
            NoteAsync = (note, _) =>
            {
                progress = note;
                throw new IOException("The process ends here, after the journal and before Gmail.");
            },
        }));
        Assert.Empty(await List(place));

        Assert.Equal(OutboxState.Done, (await Run(work with { Progress = progress })).State);

        Assert.Single(await place.Journal.ListAsync("ann", 10, Cancel));
        Assert.Single(await List(place));
        await place.UndoAsync();
        Assert.Empty(await List(place));
    }

    private static async Task<AgreedWork> Work(Workplace place, SettingWork<FilterSpec> work) =>
        new("o1", await place.AccountAsync(), work.ToJson(), null, () => Stream.Null, (_, _) => Task.CompletedTask);
}
