using System.Globalization;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class HistoryTests
{
    [Fact]
    public async Task Changes_come_back_in_order_with_their_labels()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var start = await StartIdAsync(sandbox.As(SmallWorld.Ada));

        var id = sandbox.Host.Deliver(SmallWorld.Ada, SmallWorld.Mail("New", "text", daysAgo: 0, labels: ["INBOX", "UNREAD"]));
        sandbox.Host.ChangeLabels(SmallWorld.Ada, id, ["Work"], ["UNREAD"]);
        sandbox.Host.DeleteMessage(SmallWorld.Ada, id);
        var history = await sandbox.GmailAsync($"history?startHistoryId={start}");

        var records = history["history"]!.AsArray();
        Assert.Equal(["messagesAdded", "labelsAdded", "labelsRemoved", "messagesDeleted"], records.Select(record => record!.AsObject().Last().Key));
        Assert.Equal(["Label_1"], records[1]!["labelsAdded"]![0]!["labelIds"]!.AsArray().Select(label => label!.GetValue<string>()));
        Assert.Equal(["INBOX", "Label_1"], records[2]!["labelsRemoved"]![0]!["message"]!["labelIds"]!.AsArray().Select(label => label!.GetValue<string>()));
        var ids = records.Select(record => ulong.Parse(record!["id"]!.GetValue<string>(), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids[^1], ulong.Parse(history["historyId"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        Assert.Equal((404, "notFound"), await sandbox.RefusalAsync($"/gmail/v1/users/me/messages/{id}"));
    }

    [Theory]
    [InlineData("historyTypes=labelAdded", 2)]
    [InlineData("historyTypes=labelAdded&historyTypes=labelRemoved", 3)]
    [InlineData("historyTypes=messageDeleted", 0)]
    [InlineData("labelId=Label_1", 1)]
    [InlineData("labelId=STARRED&historyTypes=labelRemoved", 1)]
    public async Task Changes_are_chosen_by_type_and_label(string filter, int expected)
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("One", "text"), SmallWorld.Mail("Two", "text"));
        var start = await StartIdAsync(sandbox.As(SmallWorld.Ada));
        var ids = (await sandbox.GmailAsync("messages"))["messages"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ToList();
        sandbox.Host.ChangeLabels(SmallWorld.Ada, ids[0], ["Work"], []);
        sandbox.Host.ChangeLabels(SmallWorld.Ada, ids[1], ["STARRED"], []);
        sandbox.Host.ChangeLabels(SmallWorld.Ada, ids[1], [], ["STARRED"]);

        var history = await sandbox.GmailAsync($"history?startHistoryId={start}&{filter}");

        Assert.Equal(expected, history["history"]?.AsArray().Count ?? 0);
    }

    [Fact]
    public async Task Pages_of_history_follow_each_other()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var start = await StartIdAsync(sandbox.As(SmallWorld.Ada));
        for (var i = 0; i < 3; i++)
            sandbox.Host.Deliver(SmallWorld.Ada, SmallWorld.Mail($"New {i}", "text", daysAgo: 0));

        var first = await sandbox.GmailAsync($"history?startHistoryId={start}&maxResults=2");
        var second = await sandbox.GmailAsync($"history?startHistoryId={start}&maxResults=2&pageToken={first["nextPageToken"]}");

        Assert.Equal((2, 1), (first["history"]!.AsArray().Count, second["history"]!.AsArray().Count));
        Assert.Null(second["nextPageToken"]);
    }

    [Fact]
    public async Task Nothing_new_is_an_answer_without_a_list()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var start = await StartIdAsync(sandbox.As(SmallWorld.Ada));

        var history = await sandbox.GmailAsync($"history?startHistoryId={start}");

        Assert.Equal($$"""{"historyId":"{{start}}"}""", history.ToJsonString());
    }

    [Fact]
    public async Task The_history_id_of_a_recent_message_is_good_and_of_an_old_one_stale()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Old", "text", daysAgo: 20), SmallWorld.Mail("Older than a week", "text", daysAgo: 8), SmallWorld.Mail("New", "text", daysAgo: 1));
        var list = (await sandbox.As(SmallWorld.Ada).GmailAsync("messages"))["messages"]!;
        var recent = await HistoryIdAsync(sandbox, list[0]!);
        var old = await HistoryIdAsync(sandbox, list[2]!);

        await sandbox.GmailAsync($"history?startHistoryId={recent}");

        Assert.Equal((404, "notFound"), await sandbox.RefusalAsync($"/gmail/v1/users/me/history?startHistoryId={old}"));
    }

    [Fact]
    public async Task History_is_kept_a_week()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Host.Deliver(SmallWorld.Ada, SmallWorld.Mail("New", "text"));
        sandbox.Time.Advance(TimeSpan.FromDays(6));
        var start = await StartIdAsync(sandbox.As(SmallWorld.Ada));
        sandbox.Host.Deliver(SmallWorld.Ada, SmallWorld.Mail("Newer", "text", daysAgo: 300));
        sandbox.Time.Advance(TimeSpan.FromDays(2));
        sandbox.As(SmallWorld.Ada);

        Assert.Single((await sandbox.GmailAsync($"history?startHistoryId={start}"))["history"]!.AsArray());
        sandbox.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(404, (await sandbox.As(SmallWorld.Ada).RefusalAsync($"/gmail/v1/users/me/history?startHistoryId={start}")).Code);
    }

    [Fact]
    public async Task Expired_history_and_ids_of_the_future_are_not_found()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var start = await StartIdAsync(sandbox.As(SmallWorld.Ada));
        sandbox.Host.ExpireHistory(SmallWorld.Ada);

        Assert.Equal(404, (await sandbox.RefusalAsync($"/gmail/v1/users/me/history?startHistoryId={start}")).Code);
        Assert.Equal(404, (await sandbox.RefusalAsync($"/gmail/v1/users/me/history?startHistoryId={ulong.MaxValue}")).Code);
        Assert.Equal(400, (await sandbox.RefusalAsync("/gmail/v1/users/me/history")).Code);
        await sandbox.GmailAsync($"history?startHistoryId={await StartIdAsync(sandbox)}");
    }

    [Fact]
    public async Task History_ids_need_more_than_32_bits()
    {
        await using var sandbox = await Sandbox.StartAsync();

        Assert.True(ulong.Parse(await StartIdAsync(sandbox.As(SmallWorld.Ada)), CultureInfo.InvariantCulture) > uint.MaxValue);
    }

    private static async Task<string> StartIdAsync(Sandbox sandbox) => (await sandbox.GmailAsync("profile"))["historyId"]!.GetValue<string>();

    private static async Task<string> HistoryIdAsync(Sandbox sandbox, JsonNode item)
        => (await sandbox.GmailAsync($"messages/{item["id"]}?format=minimal"))["historyId"]!.GetValue<string>();
}
