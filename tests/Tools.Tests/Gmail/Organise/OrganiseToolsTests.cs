using System.Text.Json;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Tests.Gmail.Organise;

public sealed class OrganiseToolsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<CallToolResult> Call(Workplace place, Func<OrganiseTools, Task<CallToolResult>> call) =>
        place.AsAsync<IServiceProvider, CallToolResult>("ann", services => call(ActivatorUtilities.CreateInstance<OrganiseTools>(services)));

    [Fact]
    public async Task A_mail_is_archived_trashed_recovered_and_all_of_it_undone_by_tools_alone()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Deliver("Bill", 1, "INBOX", "UNREAD");

        var archived = await Call(place, tools => tools.Modify(Cancel, ids: [id], changes: [MailChange.Archive], account: "work"));
        await Call(place, tools => tools.Trash(Cancel, query: "subject:Bill", account: "work"));
        Assert.Equal("TRASH UNREAD", await place.LabelsAsync(id));
        await Call(place, tools => tools.Untrash(Cancel, thread_ids: [id], account: "work"));
        Assert.Equal("UNREAD", await place.LabelsAsync(id));
        await Call(place, tools => tools.Undo(Cancel));
        Assert.Equal("TRASH UNREAD", await place.LabelsAsync(id));
        await Call(place, tools => tools.Undo(Cancel));
        await Call(place, tools => tools.Undo(Cancel, JsonSerializer.SerializeToElement(archived.StructuredContent).GetProperty("undo_id").GetString()));

        Assert.Equal("INBOX UNREAD", await place.LabelsAsync(id));
        Assert.StartsWith(
            "Archive: 1 message changed.\nUndo: change_undo ", Assert.IsType<TextContentBlock>(archived.Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_the_caller_of_several_is_asked_which()
    {
        await using var place = await Workplace.OpenAsync();

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => Call(place, tools => tools.Trash(Cancel, ids: ["1"])));

        Assert.Equal("account_needed", failure.Code);
    }

    [Fact]
    public async Task Mail_of_another_persons_account_is_not_found()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Sandbox.Deliver(Workplace.Bob, Letters.Plain("Private", "x"));

        var failure = await Assert.ThrowsAsync<ToolFailure>(() => Call(place, tools => tools.Trash(Cancel, ids: [id], account: "work")));

        Assert.Equal("not_found", failure.Code);
        Assert.StartsWith("Nothing was changed. 1 message not changed: there is no such message", failure.Message, StringComparison.Ordinal);
    }
}
