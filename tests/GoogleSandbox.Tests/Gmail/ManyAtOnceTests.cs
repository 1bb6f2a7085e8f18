using System.Globalization;

namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task Readers_and_writers_at_once_lose_nothing_and_see_one_mailbox_each()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { UserUnitsPerMinute = int.MaxValue });
        sandbox.As(SmallWorld.Ada);
        var start = (await sandbox.GmailAsync("profile"))["historyId"]!.GetValue<string>();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var id = sandbox.Host.Deliver(SmallWorld.Ada, SmallWorld.Mail($"Mail {i}", "text", daysAgo: 0));
            sandbox.Host.ChangeLabels(SmallWorld.Ada, id, ["STARRED"], []);
            var message = await sandbox.GmailAsync($"messages/{id}");
            Assert.Contains("STARRED", message["labelIds"]!.AsArray().Select(label => label!.GetValue<string>()));
            await sandbox.GmailAsync("messages?q=is:starred");
        })));

        Assert.Equal(40, (await sandbox.GmailAsync("messages?q=is:starred"))["resultSizeEstimate"]!.GetValue<int>());
        var ids = (await sandbox.GmailAsync($"history?startHistoryId={start}&maxResults=500"))["history"]!.AsArray()
            .Select(record => ulong.Parse(record!["id"]!.GetValue<string>(), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(80, ids.Distinct().Count());
        Assert.Equal(ids.Order(), ids);
        Assert.Single((await sandbox.As(SmallWorld.Ben).GmailAsync("messages"))["messages"]!.AsArray());
    }
}
