using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Gmail.Organise;

public sealed class ModifyTests
{
    [Fact]
    public async Task Everyday_words_and_label_names_change_the_labels_they_mean()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, "INBOX", "UNREAD");

        var result = await place.ModifyAsync(Desk.Of(id), [MailChange.Archive, MailChange.Read, MailChange.Star], ["project x"]);

        Assert.Equal("Label_1 STARRED", await place.LabelsAsync(id));
        Assert.Equal("Archive, mark as read, star, add label 'project x': 1 message changed.", result.Done);
        Assert.Equal(1, result.Count);
        Assert.NotNull(result.UndoId);
        Assert.Null(result.Problems);
    }

    [Theory]
    [InlineData(MailChange.Inbox, "INBOX")]
    [InlineData(MailChange.Unread, "UNREAD")]
    [InlineData(MailChange.Important, "IMPORTANT")]
    [InlineData(MailChange.Spam, "SPAM")]
    internal async Task A_word_puts_its_label_on(MailChange change, string label)
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, "STARRED");

        await place.ModifyAsync(Desk.Of(id), [change]);

        Assert.Contains(label, await place.LabelsAsync(id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailChange.Unstar, "STARRED", "INBOX")]
    [InlineData(MailChange.NotImportant, "IMPORTANT", "INBOX")]
    internal async Task A_word_takes_its_label_off(MailChange change, string label, string kept)
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, label, kept);

        await place.ModifyAsync(Desk.Of(id), [change]);

        Assert.Equal(kept, await place.LabelsAsync(id));
    }

    [Fact]
    public async Task Spam_leaves_the_inbox_and_not_spam_returns_to_it()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Offer", 1, "INBOX");

        await place.ModifyAsync(Desk.Of(id), [MailChange.Spam]);
        var asSpam = await place.LabelsAsync(id);
        await place.ModifyAsync(Desk.Of(id), [MailChange.NotSpam]);

        Assert.Equal(("SPAM", "INBOX"), (asSpam, await place.LabelsAsync(id)));
    }

    [Fact]
    public async Task To_the_inbox_leads_out_of_the_trash_and_back_by_undo()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "TRASH", "UNREAD");

        await place.ModifyAsync(Desk.Of(id), [MailChange.Inbox]);
        Assert.Equal("INBOX UNREAD", await place.LabelsAsync(id));
        await place.UndoAsync();

        Assert.Equal("TRASH UNREAD", await place.LabelsAsync(id));
    }

    [Fact]
    public async Task A_thousand_ids_are_one_call_and_four_requests()
    {
        await using var place = await Workplace.OpenAsync();
        var ids = Enumerable.Range(0, 1_000).Select(i => place.Deliver($"m{i}", i, "INBOX", "UNREAD")).ToArray();

        var result = await place.ModifyAsync(Desk.Of(ids), [MailChange.Read]);

        Assert.Equal(1_000, result.Count);
        Assert.Equal(4, place.Calls("/batchModify"));
        Assert.Equal(0, place.Calls("/modify"));
        Assert.Equal("INBOX", await place.LabelsAsync(ids[999]));
        await place.UndoAsync();
        Assert.Equal("INBOX UNREAD", await place.LabelsAsync(ids[0]));
        Assert.Equal("INBOX UNREAD", await place.LabelsAsync(ids[999]));
    }

    [Fact]
    public async Task What_matches_a_query_is_changed_and_the_rest_is_not()
    {
        await using var place = await Workplace.OpenAsync();
        var (bill, lunch) = (place.Deliver("Bill", 1, "INBOX"), place.Deliver("Lunch", 2, "INBOX"));

        var result = await place.ModifyAsync(Desk.Query("subject:Bill"), [MailChange.Archive]);

        Assert.Equal(1, result.Count);
        Assert.Equal(("", "INBOX"), (await place.LabelsAsync(bill), await place.LabelsAsync(lunch)));
    }

    [Fact]
    public async Task A_query_that_matches_more_than_a_thousand_is_refused_with_their_number()
    {
        await using var place = await Workplace.OpenAsync();
        for (var i = 0; i < 1_003; i++)
            place.Deliver($"m{i}", i, "INBOX");

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Query("in:inbox"), [MailChange.Archive]));

        Assert.StartsWith("1003 messages match; one call changes at most 1000. Nothing was changed.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, place.Calls("/batchModify"));
    }

    [Fact]
    public async Task A_dry_run_counts_shows_a_few_and_changes_nothing()
    {
        await using var place = await Workplace.OpenAsync();
        for (var i = 0; i < 5; i++)
            place.Deliver($"Offer {i}", i, "INBOX");

        var result = await place.ModifyAsync(Desk.Query("subject:Offer"), [MailChange.Archive], dryRun: true);

        Assert.Equal(5, result.Count);
        Assert.StartsWith("Dry run, nothing was changed. Would archive: 5 messages.", result.Done, StringComparison.Ordinal);
        Assert.Contains("Offer 4 (Cy <cy@other.example>)", result.Done, StringComparison.Ordinal);
        Assert.Contains("... and 2 more", result.Done, StringComparison.Ordinal);
        Assert.Contains("<untrusted-", result.Done, StringComparison.Ordinal);
        Assert.Null(result.UndoId);
        Assert.All(place.Sandbox.Requests, request => Assert.Equal("GET", request.HttpMethod));
    }

    [Fact]
    public async Task A_label_that_does_not_exist_is_not_made_and_near_ones_are_named()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, "INBOX");

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Of(id), add: ["Projekt X"]));

        Assert.Equal("There is no label 'Projekt X' in account work. Near it: 'Project X'. gmail_list_labels shows them.", failure.Message);
    }

    [Fact]
    public async Task Changes_that_contradict_each_other_or_say_nothing_are_refused()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, "INBOX");

        Assert.Contains(
            "contradict", (await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Of(id), [MailChange.Read, MailChange.Unread]))).Message, StringComparison.Ordinal);
        Assert.Contains("'changes'", (await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Of(id)))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "gmail_trash", (await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Of(id), add: ["TRASH"]))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "'query'", (await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(new(null, null, null), [MailChange.Read]))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "'query'", (await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(new([id], null, "x"), [MailChange.Read]))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "every mail", (await Assert.ThrowsAsync<ToolFailure>(() => place.ModifyAsync(Desk.Query(" "), [MailChange.Read]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_are_changed_with_all_their_messages()
    {
        await using var place = await Workplace.OpenAsync();
        var (one, other) = (place.Deliver("Bill", 1, "INBOX"), place.Deliver("Lunch", 2, "INBOX"));

        var result = await place.ModifyAsync(Desk.Threads(one), [MailChange.Archive]);

        Assert.Equal("Archive: 1 thread, 1 message in it changed.", result.Done);
        Assert.Equal(("", "INBOX"), (await place.LabelsAsync(one), await place.LabelsAsync(other)));
    }

    [Fact]
    public async Task What_was_read_before_is_not_remembered_after_a_change()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, "INBOX", "UNREAD");
        Task<Tools.Gmail.MailPage> Read() => place.AsAsync<Tools.Gmail.MailReader, Tools.Gmail.MailPage>("ann", reader =>
            reader.ReadAsync([id], Tools.Gmail.MailFormat.Markdown, "work", false, null, null, TestContext.Current.CancellationToken));
        await Read();
        var before = place.Calls("/messages/" + id);

        await place.ModifyAsync(Desk.Of(id), [MailChange.Archive]);
        await Read();

        Assert.Equal(before + 1, place.Calls("/messages/" + id));
    }
}
