using Assistant.Tools.Gmail;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Tests.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Tests.Gmail.Settings;

public sealed class LabelEditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ChangeResult> Create(Workplace place, string name, string? colour = null, LabelVisibility? visibility = null) =>
        place.AsAsync<LabelEditor, ChangeResult>("ann", editor => editor.CreateAsync("work", name, colour, visibility, Cancel));

    private static Task<ChangeResult> Update(Workplace place, string label, string? name = null, string? colour = null, LabelVisibility? visibility = null) =>
        place.AsAsync<LabelEditor, ChangeResult>("ann", editor => editor.UpdateAsync("work", label, name, colour, visibility, Cancel));

    private static Task<ChangeResult> Delete(Workplace place, string label) =>
        place.AsAsync<LabelEditor, ChangeResult>("ann", editor => editor.DeleteAsync("work", label, Cancel));

    private static async Task<Label?> Find(Workplace place, string label)
    {
        var account = await place.AccountAsync();
        return await place.AsAsync<LabelNames, Label?>("ann", names =>
        {
            names.Forget(account);
            return names.FindAsync(account, label, Cancel);
        });
    }

    [Fact]
    public async Task A_label_is_made_with_colour_and_visibility_and_undone()
    {
        await using var place = await Workplace.OpenAsync();

        var result = await Create(place, "Bills/Power", "dark blue", LabelVisibility.ShowIfUnread);

        var label = (await Find(place, "bills/power"))!;
        Assert.Equal(
            (result.Id, "#1c4587", "#ffffff", "labelShowIfUnread"), (label.Id, label.Color.BackgroundColor, label.Color.TextColor, label.LabelListVisibility));
        await place.UndoAsync();
        Assert.Null(await Find(place, "Bills/Power"));
    }

    [Fact]
    public async Task A_label_that_exists_is_not_made_again()
    {
        await using var place = await Workplace.OpenAsync();

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => Create(place, "project x"));

        Assert.Equal("There is a label 'Project X' already in account work (id Label_1).", failure.Message);
    }

    [Fact]
    public async Task A_new_label_that_mail_was_put_into_is_not_deleted_by_undo()
    {
        await using var place = await Workplace.OpenAsync();
        var made = await Create(place, "Bills");
        await place.ModifyAsync(Desk.Of(place.Deliver("a", 1, "INBOX")), add: ["Bills"]);

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(made.UndoId));

        Assert.Contains("on 1 messages by now", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await Find(place, "Bills"));
    }

    [Fact]
    public async Task Name_colour_and_visibility_change_and_return()
    {
        await using var place = await Workplace.OpenAsync();

        await Update(place, "Project X", "Project Y", "light red", LabelVisibility.Hide);

        var changed = (await Find(place, "Label_1"))!;
        Assert.Equal(
            ("Project Y", "#f6c5be", "#000000", "labelHide"), (changed.Name, changed.Color.BackgroundColor, changed.Color.TextColor, changed.LabelListVisibility));
        await place.UndoAsync();
        var restored = (await Find(place, "Label_1"))!;
        Assert.Equal(("Project X", null, "labelShow"), (restored.Name, restored.Color?.BackgroundColor, restored.LabelListVisibility));
    }

    [Fact]
    public async Task Gmails_own_labels_are_left_alone()
    {
        await using var place = await Workplace.OpenAsync();

        Assert.Contains("Gmail's own", (await Assert.ThrowsAsync<ToolFailure>(() => Update(place, "INBOX", "Outbox"))).Message, StringComparison.Ordinal);
        Assert.Contains("Gmail's own", (await Assert.ThrowsAsync<ToolFailure>(() => Delete(place, "SPAM"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_label_comes_back_on_the_messages_that_had_it()
    {
        await using var place = await Workplace.OpenAsync();
        var (had, had_not) = (place.Deliver("a", 1, "INBOX", "Project X"), place.Deliver("b", 2, "INBOX"));
        var earlier = await place.ModifyAsync(Desk.Of(had), remove: ["Project X"], changes: []);
        await place.UndoAsync();
        Assert.NotNull(earlier.UndoId);

        var result = await Delete(place, "Project X");
        Assert.Equal("Label 'Project X' deleted; it was on 1 messages, which stay.", result.Done);
        Assert.Equal("INBOX", await place.LabelsAsync(had));

        await place.UndoAsync();
        var again = (await Find(place, "Project X"))!.Id;
        Assert.Equal(($"INBOX {again}", "INBOX"), (await place.LabelsAsync(had), await place.LabelsAsync(had_not)));
    }

    [Fact]
    public async Task A_label_that_was_deleted_and_made_again_is_found_by_its_name()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX", "Project X");
        await place.ModifyAsync(Desk.Of(id), remove: ["Project X"]);
        var removal = (await place.AsAsync<ChangeReader, ChangeList>("ann", reader => reader.ListAsync(1, Cancel))).Changes![0].Id;
        await Delete(place, "Project X");
        await Create(place, "Project X");

        await place.UndoAsync(removal);

        Assert.Equal($"INBOX {(await Find(place, "Project X"))!.Id}", await place.LabelsAsync(id));
    }

    [Fact]
    public async Task A_refused_change_leaves_nothing_to_undo_and_a_lost_answer_does()
    {
        await using var place = await Workplace.OpenAsync();
        place.Fails("labels.create", status: 400);
        await Assert.ThrowsAsync<ToolFailure>(() => Create(place, "Bills"));
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync())).Code);

        place.Fails("labels.create", afterEffect: true);
        var lost = await Assert.ThrowsAsync<ToolFailure>(() => Create(place, "Bills"));
        Assert.Contains("change_undo", lost.Message, StringComparison.Ordinal);
        Assert.NotNull(await Find(place, "Bills"));
        await place.UndoAsync();
        Assert.Null(await Find(place, "Bills"));
    }
}
