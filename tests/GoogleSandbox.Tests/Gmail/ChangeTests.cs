using System.Net;
using Google;
using Google.Apis.Gmail.v1.Data;
using Google.Apis.Requests;

namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class ChangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Labels_of_many_messages_change_at_once_and_history_tells_the_real_changes()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("One", "a"), SmallWorld.Mail("Two", "b", labels: ["INBOX", "STARRED"]));
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var ids = (await ada.Users.Messages.List("me").ExecuteAsync(Stop)).Messages.Select(message => message.Id).ToList();
        var before = (await ada.Users.GetProfile("me").ExecuteAsync(Stop)).HistoryId;

        await ada.Users.Messages.BatchModify(new BatchModifyMessagesRequest { Ids = [.. ids, "ffffffffffffffff"], AddLabelIds = ["STARRED"], RemoveLabelIds = ["INBOX"] }, "me").ExecuteAsync(Stop);

        var list = ada.Users.History.List("me");
        list.StartHistoryId = before;
        var history = (await list.ExecuteAsync(Stop)).History;
        Assert.Single(history, record => record.LabelsAdded is not null);
        Assert.Equal(2, history.Count(record => record.LabelsRemoved is not null));
        Assert.Empty(sandbox.Host.Violations);
    }

    [Theory]
    [InlineData("SENT")]
    [InlineData("DRAFT")]
    [InlineData("Label_99")]
    public async Task Some_labels_cannot_be_given(string label)
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("One", "a"));
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var id = (await ada.Users.Messages.List("me").ExecuteAsync(Stop)).Messages[0].Id;

        var refused = await Assert.ThrowsAsync<GoogleApiException>(
            () => ada.Users.Messages.Modify(new ModifyMessageRequest { AddLabelIds = [label] }, "me", id).ExecuteAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, refused.HttpStatusCode);
    }

    [Fact]
    public async Task The_trash_takes_a_thread_out_of_the_inbox_and_gives_it_back_without()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("One", "a"));
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var thread = (await ada.Users.Messages.List("me").ExecuteAsync(Stop)).Messages[0].ThreadId;

        Assert.Equal(["TRASH"], (await ada.Users.Threads.Trash("me", thread).ExecuteAsync(Stop)).Messages[0].LabelIds);
        Assert.Null((await ada.Users.Threads.Untrash("me", thread).ExecuteAsync(Stop)).Messages[0].LabelIds?.FirstOrDefault());
    }

    [Fact]
    public async Task Labels_are_made_renamed_coloured_and_deleted()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("One", "a"));
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var label = await ada.Users.Labels.Create(new Label { Name = "Trip" }, "me").ExecuteAsync(Stop);
        var id = (await ada.Users.Messages.List("me").ExecuteAsync(Stop)).Messages[0].Id;
        await ada.Users.Messages.Modify(new ModifyMessageRequest { AddLabelIds = [label.Id] }, "me", id).ExecuteAsync(Stop);

        var coloured = await ada.Users.Labels.Patch(
            new Label { Name = "Journey", Color = new LabelColor { TextColor = "#ffffff", BackgroundColor = "#fb4c2f" } }, "me", label.Id).ExecuteAsync(Stop);
        var taken = await Assert.ThrowsAsync<GoogleApiException>(() => ada.Users.Labels.Create(new Label { Name = "work" }, "me").ExecuteAsync(Stop));
        var colour = await Assert.ThrowsAsync<GoogleApiException>(
            () => ada.Users.Labels.Patch(new Label { Color = new LabelColor { TextColor = "#123456", BackgroundColor = "#fb4c2f" } }, "me", label.Id).ExecuteAsync(Stop));
        var system = await Assert.ThrowsAsync<GoogleApiException>(() => ada.Users.Labels.Delete("me", "INBOX").ExecuteAsync(Stop));
        await ada.Users.Labels.Delete("me", label.Id).ExecuteAsync(Stop);

        Assert.Equal(("Journey", "#fb4c2f"), (coloured.Name, coloured.Color.BackgroundColor));
        Assert.Equal([409, 400, 400], new[] { taken, colour, system }.Select(refused => (int)refused.HttpStatusCode));
        Assert.Equal(["INBOX"], (await ada.Users.Messages.Get("me", id).ExecuteAsync(Stop)).LabelIds);
        Assert.Empty(sandbox.Host.Violations);
    }

    [Fact]
    public async Task A_filter_acts_on_what_comes_in_and_none_forwards()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        using var ben = OfficialMail.Of(sandbox, SmallWorld.Ben);
        Filter NewFilter(FilterAction action) => new() { Criteria = new FilterCriteria { From = SmallWorld.Ada }, Action = action };
        var filter = await ben.Users.Settings.Filters.Create(NewFilter(new() { AddLabelIds = ["Label_1"], RemoveLabelIds = ["INBOX"] }), "me").ExecuteAsync(Stop);

        await ada.Users.Messages.Send(OfficialMail.Raw(OfficialMail.Letter(SmallWorld.Ben)), "me").ExecuteAsync(Stop);
        var twice = await Assert.ThrowsAsync<GoogleApiException>(
            () => ben.Users.Settings.Filters.Create(NewFilter(new() { AddLabelIds = ["Label_1"], RemoveLabelIds = ["INBOX"] }), "me").ExecuteAsync(Stop));
        await Assert.ThrowsAsync<GoogleApiException>(() => ben.Users.Settings.Filters.Create(NewFilter(new() { Forward = "eve@x.example" }), "me").ExecuteAsync(Stop));

        var received = ben.Users.Messages.List("me");
        received.Q = "from:ada";
        var message = await ben.Users.Messages.Get("me", (await received.ExecuteAsync(Stop)).Messages[0].Id).ExecuteAsync(Stop);
        Assert.Equal(["Label_1", "UNREAD"], message.LabelIds);
        Assert.Contains("already exists", twice.Message, StringComparison.Ordinal);
        await ben.Users.Settings.Filters.Delete("me", filter.Id).ExecuteAsync(Stop);
        Assert.Null((await ben.Users.Settings.Filters.List("me").ExecuteAsync(Stop)).Filter);
    }

    [Fact]
    public async Task A_batch_answers_each_call_for_itself()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("One", "a"), SmallWorld.Mail("Two", "b"));
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var ids = (await ada.Users.Messages.List("me").ExecuteAsync(Stop)).Messages.Select(message => message.Id).ToList();
        var batch = new BatchRequest(ada, new Uri(sandbox.Host.BaseAddress, "/batch/gmail/v1").AbsoluteUri);
        var (snippets, errors) = (new List<string>(), new List<int>());
        foreach (var id in ids.Append("ffffffffffffffff"))
        {
            batch.Queue<Message>(ada.Users.Messages.Get("me", id), (message, error, _, _) =>
            {
                if (error is null)
                    snippets.Add(message.Snippet);
                else
                    errors.Add(error.Code);
            });
        }

        await batch.ExecuteAsync(Stop);

        Assert.Equal(["a", "b"], snippets.Order());
        Assert.Equal([404], errors);
        Assert.Empty(sandbox.Host.Violations);
        Assert.Equal(3, sandbox.Host.Requests.Count(request => request.MethodId == "gmail.users.messages.get"));
    }
}
