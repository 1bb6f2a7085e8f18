using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Gmail.Organise;

public sealed class PartialFailureTests
{
    private static async Task<(Workplace Place, string[] Ids)> OpenAsync(int count)
    {
        var place = await Workplace.OpenAsync();
        return (place, [.. Enumerable.Range(0, count).Select(i => place.Deliver($"m{i}", i, "INBOX", "UNREAD"))]);
    }

    [Fact]
    public async Task Ids_that_do_not_exist_are_named_and_the_others_are_changed()
    {
        var (place, ids) = await OpenAsync(3);
        await using var _ = place;

        var result = await place.ModifyAsync(Desk.Of(ids[0], "18c0ffee00000001", ids[1], "18c0ffee00000002"), [MailChange.Read]);

        Assert.Equal(2, result.Count);
        Assert.Equal("Mark as read: 2 messages changed.", result.Done);
        Assert.Equal(
            "2 messages not changed: there is no such message; is it a thread's id? Ids: 18c0ffee00000001, 18c0ffee00000002", Assert.Single(result.Problems!));
        Assert.Equal("INBOX", await place.LabelsAsync(ids[1]));
    }

    [Fact]
    public async Task A_batch_that_Google_refuses_is_named_id_by_id_and_the_others_are_changed()
    {
        var (place, ids) = await OpenAsync(600);
        await using var _ = place;
        place.Fails("messages.batchModify", from: 2);

        var result = await place.ModifyAsync(Desk.Of(ids), [MailChange.Read]);

        Assert.Equal(350, result.Count);
        var problem = Assert.Single(result.Problems!);
        Assert.StartsWith("250 messages not changed (or so already): Google failed to answer for account work (503).", problem, StringComparison.Ordinal);
        Assert.EndsWith("Ids: " + string.Join(", ", ids[250..500]), problem, StringComparison.Ordinal);
        Assert.Equal(
            ("INBOX", "INBOX UNREAD", "INBOX"), (await place.LabelsAsync(ids[249]), await place.LabelsAsync(ids[250]), await place.LabelsAsync(ids[500])));
    }

    [Fact]
    public async Task Many_failed_ids_are_told_as_ranges_of_the_order_given()
    {
        var (place, ids) = await OpenAsync(800);
        await using var _ = place;
        place.Fails("messages.batchModify", from: 2, times: 2);

        var problem = Assert.Single((await place.ModifyAsync(Desk.Of(ids), [MailChange.Read])).Problems!);

        Assert.EndsWith($"Ids: from {ids[250]} to {ids[749]} (numbers 251 to 750 in their order)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_no_failure_where_the_history_shows_the_change()
    {
        var (place, ids) = await OpenAsync(3);
        await using var _ = place;
        place.Fails("messages.batchModify", afterEffect: true);

        var result = await place.ModifyAsync(Desk.Of(ids), [MailChange.Read]);

        Assert.Equal(3, result.Count);
        Assert.Null(result.Problems);
    }

    [Fact]
    public async Task Where_nothing_was_changed_it_is_a_failure_and_there_is_nothing_to_undo()
    {
        var (place, ids) = await OpenAsync(3);
        await using var _ = place;
        place.Fails("messages.batchModify");

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Of(ids), [MailChange.Read]));

        Assert.StartsWith("Nothing was changed. 3 messages not changed", failure.Message, StringComparison.Ordinal);
        Assert.Equal("nothing_to_undo", (await Assert.ThrowsAsync<ToolFailure>(() => place.UndoAsync())).Code);
    }

    [Fact]
    public async Task A_thread_that_does_not_exist_is_named_and_the_others_are_changed()
    {
        var (place, ids) = await OpenAsync(2);
        await using var _ = place;

        var result = await place.ModifyAsync(Desk.Threads(ids[0], "18c0ffee00000001"), [MailChange.Read]);

        Assert.Equal("Mark as read: 1 thread, 1 message in it changed.", result.Done);
        Assert.Equal("1 thread not changed: there is no such thread; is it a message's id? Ids: 18c0ffee00000001", Assert.Single(result.Problems!));
    }

    [Fact]
    public async Task What_was_so_already_is_counted_apart()
    {
        var (place, ids) = await OpenAsync(2);
        await using var _ = place;
        await place.ModifyAsync(Desk.Of(ids[0]), [MailChange.Read]);

        var result = await place.ModifyAsync(Desk.Of(ids), [MailChange.Read]);

        Assert.Equal("Mark as read: 1 message changed, 1 was so already.", result.Done);
        Assert.Null((await place.ModifyAsync(Desk.Of(ids), [MailChange.Read])).UndoId);
    }

    [Fact]
    public async Task Without_a_readable_history_the_change_is_told_and_can_be_undone_later()
    {
        var (place, ids) = await OpenAsync(2);
        await using var _ = place;
        place.Fails("history.list");

        var result = await place.ModifyAsync(Desk.Of(ids), [MailChange.Read]);
        Assert.Contains("history could not be read", result.Done, StringComparison.Ordinal);
        Assert.Equal("INBOX", await place.LabelsAsync(ids[0]));

        await place.UndoAsync(result.UndoId);
        Assert.Equal("INBOX UNREAD", await place.LabelsAsync(ids[0]));
    }
}
