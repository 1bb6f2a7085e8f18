using System.Text.Json;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Tests.Gmail.Organise;

/// <summary>What is left in the journal where the process ends, or the store fails, at any step.</summary>
public sealed class JournalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ChangeResult> Archive(
        Workplace place, IChangeJournal journal, string id) => place.AsAsync<IServiceProvider, ChangeResult>("ann", services =>
        ActivatorUtilities.CreateInstance<MailOrganiser>(services, journal).ModifyAsync("work", Desk.Of(id), [MailChange.Archive], null, null, false, Cancel));

    [Fact]
    public async Task Nothing_is_changed_that_was_not_journalled_before()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Archive(place, new FailingJournal(place.Journal, failsAt: "record"), id));

        Assert.Equal("INBOX", await place.LabelsAsync(id));
        Assert.All(place.Sandbox.Requests, request => Assert.Equal("GET", request.HttpMethod));
    }

    [Fact]
    public async Task A_change_is_undone_although_its_end_was_never_noted()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Archive(place, new FailingJournal(place.Journal, failsAt: "complete"), id));
        Assert.Equal("", await place.LabelsAsync(id));
        await place.UndoAsync();

        Assert.Equal("INBOX", await place.LabelsAsync(id));
    }

    [Fact]
    public async Task A_change_that_was_announced_and_never_made_undoes_nothing()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "INBOX", "STARRED");
        var account = await place.AccountAsync();
        var now = await place.AsAsync<LabelHistory, ulong>("ann", history => history.NowAsync(account, Cancel));
        var undo = new LabelUndo(now, [id], false, ["STARRED"], ["INBOX"], [], new Dictionary<string, string>());
        await place.Journal.RecordAsync(
            new("ann", account.Id, LabelUndo.Kind, "archive, star: 1 message", JsonSerializer.Serialize(undo, ToolJson.Options)), Cancel);

        var result = await place.UndoAsync();

        Assert.EndsWith("Nothing was left to restore.", result.Done, StringComparison.Ordinal);
        Assert.Equal("INBOX STARRED", await place.LabelsAsync(id));
    }

    [Fact]
    public async Task Mail_that_the_person_recovered_from_the_trash_is_not_put_back_there()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("a", 1, "TRASH", "UNREAD");
        var change = await place.ModifyAsync(Desk.Of(id), [MailChange.Spam]);
        place.Sandbox.ChangeLabels(Workplace.AnnWork, id, [], ["TRASH"]);

        await place.UndoAsync(change.UndoId);

        Assert.Equal("UNREAD", await place.LabelsAsync(id));
    }

    private sealed class FailingJournal(InMemoryJournal journal, string failsAt) : IChangeJournal
    {
        public Task<string> RecordAsync(NewChange change, CancellationToken cancellationToken) =>
            failsAt == "record" ? throw new StoreUnavailableException("The disk is full.") : journal.RecordAsync(change, cancellationToken);

        public Task CompleteAsync(string userId, string changeId, string summary, string? undo, CancellationToken cancellationToken) =>
            failsAt == "complete" ? throw new StoreUnavailableException("The disk is full.") : journal.CompleteAsync(userId, changeId, summary, undo, cancellationToken);

        public Task<RecordedChange?> FindAsync(string userId, string changeId, CancellationToken cancellationToken) => journal.FindAsync(userId, changeId, cancellationToken);

        public Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, int limit, CancellationToken cancellationToken) => journal.ListAsync(userId, limit, cancellationToken);

        public Task<IReadOnlyList<RecordedChange>> ListAsync(string userId, string kind, CancellationToken cancellationToken) => journal.ListAsync(userId, kind, cancellationToken);

        public Task<bool> MarkUndoneAsync(string userId, string changeId, CancellationToken cancellationToken) => journal.MarkUndoneAsync(userId, changeId, cancellationToken);
    }
}
