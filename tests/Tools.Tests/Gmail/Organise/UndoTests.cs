using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Tests.Gmail.Organise;

public sealed class UndoTests
{
    private static readonly string[] Star = ["STARRED"];
    private static readonly string[] Project = ["Label_1"];

    [Fact]
    public async Task A_message_that_had_the_label_already_keeps_it()
    {
        await using var place = await Workplace.OpenAsync();
        var (had, had_not) = (place.Deliver("a", 1, "INBOX", "Project X"), place.Deliver("b", 2, "INBOX"));
        await place.ModifyAsync(Desk.Of(had, had_not), add: ["Project X"]);

        var result = await place.UndoAsync();

        Assert.Equal(("INBOX Label_1", "INBOX"), (await place.LabelsAsync(had), await place.LabelsAsync(had_not)));
        Assert.Equal("Undone: add label 'Project X': 1 message. Labels restored on 1 message.", result.Done);
    }

    [Fact]
    public async Task A_message_that_was_archived_before_stays_archived()
    {
        await using var place = await Workplace.OpenAsync();
        var (inbox, archived) = (place.Deliver("a", 1, "INBOX", "UNREAD"), place.Deliver("b", 2, "UNREAD"));
        await place.ModifyAsync(Desk.Of(inbox, archived), [MailChange.Archive, MailChange.Read]);

        await place.UndoAsync();

        Assert.Equal(("INBOX UNREAD", "UNREAD"), (await place.LabelsAsync(inbox), await place.LabelsAsync(archived)));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_stays_theirs()
    {
        await using var place = await Workplace.OpenAsync();
        var (one, other) = (place.Deliver("a", 1, "INBOX"), place.Deliver("b", 2, "INBOX", "STARRED"));
        await place.ModifyAsync(Desk.Of(one, other), [MailChange.Star], ["Project X"]);
        place.Sandbox.ChangeLabels(Workplace.AnnWork, one, [], Project);
        place.Sandbox.ChangeLabels(Workplace.AnnWork, other, ["IMPORTANT"], Star);
        place.Sandbox.ChangeLabels(Workplace.AnnWork, other, Star, []);

        await place.UndoAsync();

        // The star of the second was there before, was taken off and put on again by hand: none of that was this change's.
        Assert.Equal(("INBOX", "IMPORTANT INBOX STARRED"), (await place.LabelsAsync(one), await place.LabelsAsync(other)));
    }

    [Fact]
    public async Task A_message_that_was_deleted_for_good_since_is_told()
    {
        await using var place = await Workplace.OpenAsync();
        var (gone, there) = (place.Deliver("a", 1, "INBOX"), place.Deliver("b", 2, "INBOX"));
        await place.ModifyAsync(Desk.Of(gone, there), [MailChange.Archive]);
        place.Sandbox.DeleteMessage(Workplace.AnnWork, gone);

        var result = await place.UndoAsync();

        Assert.EndsWith("Labels restored on 1 message. 1 were deleted for good since.", result.Done, StringComparison.Ordinal);
        Assert.Equal("INBOX", await place.LabelsAsync(there));
    }

    [Fact]
    public async Task After_the_history_expired_it_restores_what_was_noted()
    {
        await using var place = await Workplace.OpenAsync();
        var (had, had_not) = (place.Deliver("a", 1, "INBOX", "STARRED"), place.Deliver("b", 2, "INBOX"));
        await place.ModifyAsync(Desk.Of(had, had_not), [MailChange.Star]);
        place.Sandbox.ExpireHistory(Workplace.AnnWork);

        var result = await place.UndoAsync();

        Assert.Contains("history does not reach back", result.Done, StringComparison.Ordinal);
        Assert.Equal(("INBOX STARRED", "INBOX"), (await place.LabelsAsync(had), await place.LabelsAsync(had_not)));
    }

    [Fact]
    public async Task A_change_whose_end_was_never_noted_is_undone_from_the_history()
    {
        await using var place = await Workplace.OpenAsync();
        var (had, had_not) = (place.Deliver("a", 1, "INBOX", "STARRED"), place.Deliver("b", 2, "INBOX"));
        var result = await place.ModifyAsync(Desk.Of(had, had_not), [MailChange.Star]);
        // As the journal is where the process ends between the change and its completion.
        var recorded = (await place.Journal.FindAsync("ann", result.UndoId!, TestContext.Current.CancellationToken))!;
        var noted = JsonSerializer.Deserialize<LabelUndo>(recorded.Undo!, ToolJson.Options)! with { Done = null };
        await place.Journal.CompleteAsync("ann", recorded.Id, recorded.Summary, JsonSerializer.Serialize(noted, ToolJson.Options), TestContext.Current.CancellationToken);

        await place.UndoAsync();

        Assert.Equal(("INBOX STARRED", "INBOX"), (await place.LabelsAsync(had), await place.LabelsAsync(had_not)));
    }

    [Fact]
    public async Task A_failure_in_the_middle_can_be_tried_again()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX");
        await place.ModifyAsync(Desk.Of(id), [MailChange.Archive]);
        place.Fails("messages.batchModify");

        Assert.Equal("undo_incomplete", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync())).Code);
        await place.UndoAsync();

        Assert.Equal("INBOX", await place.LabelsAsync(id));
    }

    [Fact]
    public async Task Changes_are_undone_from_the_last_to_the_first()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX");
        var first = await place.ModifyAsync(Desk.Of(id), [MailChange.Star]);
        await place.ModifyAsync(Desk.Of(id), [MailChange.Unstar]);

        await place.UndoAsync();
        Assert.Equal("INBOX STARRED", await place.LabelsAsync(id));
        await place.UndoAsync();
        Assert.Equal("INBOX", await place.LabelsAsync(id));
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync())).Code);
        Assert.Equal("already_undone", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(first.UndoId))).Code);
    }

    [Fact]
    public async Task Trash_is_undone_to_where_the_mail_was()
    {
        await using var place = await Workplace.OpenAsync();
        var (inbox, archived) = (place.Deliver("a", 1, "INBOX", "UNREAD"), place.Deliver("b", 2, "Project X"));

        var result = await place.TrashAsync(Desk.Of(inbox, archived));
        Assert.Contains("30 days", result.Done, StringComparison.Ordinal);
        Assert.Contains("TRASH", await place.LabelsAsync(inbox), StringComparison.Ordinal);
        Assert.DoesNotContain("INBOX", await place.LabelsAsync(inbox), StringComparison.Ordinal);

        await place.UndoAsync();
        Assert.Equal(("INBOX UNREAD", "Label_1"), (await place.LabelsAsync(inbox), await place.LabelsAsync(archived)));
    }

    [Fact]
    public async Task Mail_is_taken_out_of_the_trash_by_query_and_by_thread()
    {
        await using var place = await Workplace.OpenAsync();
        var (one, other) = (place.Deliver("Bill", 1, "INBOX"), place.Deliver("Lunch", 2, "INBOX"));
        await place.TrashAsync(Desk.Threads(one, other));
        Assert.Contains("TRASH", await place.LabelsAsync(other), StringComparison.Ordinal);

        Assert.Equal(1, (await place.UntrashAsync(Desk.Query("subject:Bill"))).Count);
        Assert.DoesNotContain("TRASH", await place.LabelsAsync(one), StringComparison.Ordinal);
        await place.UntrashAsync(Desk.Threads(other));
        Assert.DoesNotContain("TRASH", await place.LabelsAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_users_change_answers_as_one_that_does_not_exist()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX");
        var change = (await place.ModifyAsync(Desk.Of(id), [MailChange.Archive])).UndoId!;

        var foreign = await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(change, "bob"));
        var unknown = await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync("nothing", "bob"));

        Assert.Equal(unknown.Message.Replace("nothing", change, StringComparison.Ordinal), foreign.Message);
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(user: "bob"))).Code);
        Assert.Equal("", await place.LabelsAsync(id));
    }

    [Fact]
    public async Task A_key_for_one_account_does_not_undo_in_another()
    {
        await using var place = await Workplace.OpenAsync();
        var change = (await place.ModifyAsync(Desk.Of(place.Deliver("a", 1, "INBOX")), [MailChange.Archive])).UndoId;
        var home = new Grants(Accounts: ["home"]);

        Assert.Equal("unknown_change", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(change, grants: home))).Code);
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync(grants: home))).Code);
    }

    [Fact]
    public async Task The_last_changes_are_listed_for_their_user_only()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX");
        var first = await place.ModifyAsync(Desk.Of(id), [MailChange.Archive]);
        await place.ModifyAsync(Desk.Of(id), [MailChange.Star]);
        await place.UndoAsync(first.UndoId);
        Task<ChangeList> List(string user) => place.AsAsync<ChangeReader, ChangeList>(
            user, reader => reader.ListAsync(10, TestContext.Current.CancellationToken));

        var list = (await List("ann")).Changes!;

        Assert.Equal(["star: 1 message", "archive: 1 message"], list.Select(change => change.Done));
        Assert.Equal([null, "undone"], list.Select(change => change.State));
        Assert.Empty((await List("bob")).Changes!);
    }
}
