namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class ListTests
{
    private static SeedMail[] Mails(int count)
        => [.. Enumerable.Range(1, count).Select(i => SmallWorld.Mail($"Number {i}", $"word{i % 2}", daysAgo: i))];

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap_newest_first()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails(7));
        sandbox.As(SmallWorld.Ada);

        var snippets = new List<string>();
        string? token = null;
        do
        {
            var page = await sandbox.GmailAsync("messages?maxResults=3" + (token is null ? "" : $"&pageToken={token}"));
            Assert.Equal(7, page["resultSizeEstimate"]!.GetValue<int>());
            foreach (var item in page["messages"]!.AsArray())
                snippets.Add((await sandbox.GmailAsync($"messages/{item!["id"]}?format=minimal"))["internalDate"]!.GetValue<string>());
            token = page["nextPageToken"]?.GetValue<string>();
        }
        while (token is not null);

        Assert.Equal(7, snippets.Distinct().Count());
        Assert.Equal(snippets.OrderByDescending(date => date, StringComparer.Ordinal), snippets);
    }

    [Theory]
    [InlineData("q=word0")]
    [InlineData("labelIds=INBOX")]
    public async Task A_page_token_is_good_for_its_own_query_only(string other)
    {
        await using var sandbox = await Sandbox.StartAsync(Mails(3));
        sandbox.As(SmallWorld.Ada);
        var token = (await sandbox.GmailAsync("messages?maxResults=1"))["nextPageToken"]!.GetValue<string>();

        Assert.Equal((400, "invalidArgument"), await sandbox.RefusalAsync($"/gmail/v1/users/me/messages?{other}&pageToken={token}"));
        Assert.Equal(400, (await sandbox.RefusalAsync("/gmail/v1/users/me/messages?pageToken=2")).Code);
        Assert.Equal(400, (await sandbox.RefusalAsync($"/gmail/v1/users/me/threads?pageToken={token}")).Code);
        Assert.Equal(400, (await sandbox.As(SmallWorld.Ben).RefusalAsync($"/gmail/v1/users/me/messages?pageToken={token}")).Code);
    }

    [Fact]
    public async Task A_page_has_100_unless_asked_and_never_more_than_500()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails(501));
        sandbox.As(SmallWorld.Ada);

        Assert.Equal(100, (await sandbox.GmailAsync("messages"))["messages"]!.AsArray().Count);
        Assert.Equal(500, (await sandbox.GmailAsync("messages?maxResults=4000000000"))["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_empty_result_has_no_list()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var list = await sandbox.As(SmallWorld.Ada).GmailAsync("messages");

        Assert.Equal("""{"resultSizeEstimate":0}""", list.ToJsonString());
    }
}
