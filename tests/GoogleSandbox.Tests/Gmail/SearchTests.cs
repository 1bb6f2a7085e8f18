namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class SearchTests(SearchMailbox mailbox) : IClassFixture<SearchMailbox>
{
    [Theory]
    [InlineData("", "Alpha Bravo Charlie Foxtrot Golf")]
    [InlineData("from:amy", "Alpha")]
    [InlineData("from:example.org", "Alpha Bravo Golf")]
    [InlineData("from:amy@example.org", "Alpha")]
    [InlineData("from:\"Amy Adams\"", "Alpha")]
    [InlineData("from:me", "Foxtrot")]
    [InlineData("from:munchner", "Charlie")]
    [InlineData("to:me", "Alpha Bravo Charlie Foxtrot")]
    [InlineData("to:ben@example.com", "Golf")]
    [InlineData("to:dora", "Alpha")]
    [InlineData("cc:dora@example.net", "Alpha")]
    [InlineData("bcc:erin", "Bravo")]
    [InlineData("deliveredto:ada+shop@example.com", "Bravo")]
    [InlineData("list:news.example.de", "Charlie")]
    [InlineData("subject:dinner", "Alpha Bravo")]
    [InlineData("subject:(dinner movie)", "Alpha")]
    [InlineData("subject:{dinner movie}", "Alpha Bravo Charlie")]
    [InlineData("subject:\"dinner movie\"", "Alpha")]
    [InlineData("subject:\"movie dinner\"", "")]
    [InlineData("from:(amy OR bob)", "Alpha Bravo")]
    [InlineData("from:amy OR from:bob", "Alpha Bravo")]
    [InlineData("from:amy | from:bob", "Alpha Bravo")]
    [InlineData("{from:amy from:bob}", "Alpha Bravo")]
    [InlineData("dinner OR movie -fox", "Alpha Charlie")]
    [InlineData("brown dog OR fox", "Bravo Charlie")]
    [InlineData("dinner AND movie", "Alpha")]
    [InlineData("-dinner", "Charlie Foxtrot Golf")]
    [InlineData("-from:(amy OR bob)", "Charlie Foxtrot Golf")]
    [InlineData("-{from:amy from:bob} -in:sent", "Charlie Golf")]
    [InlineData("\"quick brown\"", "Bravo")]
    [InlineData("quick brown", "Bravo Charlie")]
    [InlineData("CAFE", "Alpha")]
    [InlineData("cafés", "")]
    [InlineData("天気", "Foxtrot")]
    [InlineData("plan", "Golf")]
    [InlineData("hidden", "")]
    [InlineData("label:inbox", "Alpha Bravo")]
    [InlineData("label:work-reports", "Bravo")]
    [InlineData("label:work/reports", "Bravo")]
    [InlineData("label:offene-rechnungen", "Charlie")]
    [InlineData("label:\"Offene Rechnungen\"", "Charlie")]
    [InlineData("label:nothing", "")]
    [InlineData("in:inbox", "Alpha Bravo")]
    [InlineData("in:sent", "Foxtrot")]
    [InlineData("in:drafts", "Golf")]
    [InlineData("in:trash", "Echo")]
    [InlineData("in:spam", "Delta")]
    [InlineData("in:anywhere", "Alpha Bravo Charlie Delta Echo Foxtrot Golf")]
    [InlineData("in:archive", "Charlie")]
    [InlineData("-in:spam subject:dinner", "Alpha Bravo")]
    [InlineData("is:unread", "Alpha")]
    [InlineData("is:read", "Bravo Charlie Foxtrot Golf")]
    [InlineData("is:starred", "Alpha")]
    [InlineData("is:important", "Bravo")]
    [InlineData("is:nothing", "")]
    [InlineData("has:attachment", "Golf")]
    [InlineData("-has:attachment is:unread", "Alpha")]
    [InlineData("has:userlabels", "Bravo Charlie")]
    [InlineData("has:nouserlabels", "Alpha Foxtrot Golf")]
    [InlineData("has:document", "Golf")]
    [InlineData("has:drive", "Golf")]
    [InlineData("has:youtube", "")]
    [InlineData("filename:pdf", "Golf")]
    [InlineData("filename:\"quarterly report.pdf\"", "Golf")]
    [InlineData("filename:xlsx", "")]
    [InlineData("category:promotions", "Charlie")]
    [InlineData("category:social", "")]
    [InlineData("rfc822msgid:alpha-1@example.org", "Alpha")]
    [InlineData("rfc822msgid:<alpha-1@example.org>", "Alpha")]
    [InlineData("rfc822msgid:alpha-1", "")]
    [InlineData("larger:50K", "Golf")]
    [InlineData("larger:1M", "")]
    [InlineData("size:50000", "Golf")]
    [InlineData("smaller:50K", "Alpha Bravo Charlie Foxtrot")]
    [InlineData("after:2026/11/19", "Alpha Golf")]
    [InlineData("after:2026/11/09 before:2026/11/15", "Bravo")]
    [InlineData("newer:2026-11-19", "Alpha Golf")]
    [InlineData("older:12/31/2025", "Foxtrot")]
    [InlineData("after:1763625600 before:1763629200", "")]
    [InlineData("before:soon", "")]
    [InlineData("newer_than:2d", "Alpha Golf")]
    [InlineData("older_than:3m", "Charlie Foxtrot")]
    [InlineData("older_than:1y", "Foxtrot")]
    [InlineData("newer_than:1w", "")]
    [InlineData("foo:bar", "")]
    [InlineData("( dinner", "Alpha Bravo")]
    [InlineData("dinner )", "Alpha Bravo")]
    [InlineData("dinner ) fox", "Bravo")]
    [InlineData("\"quick brown", "Bravo")]
    [InlineData("OR", "Alpha Bravo Charlie Foxtrot Golf")]
    [InlineData("dinner OR", "Alpha Bravo")]
    [InlineData("from:", "Alpha Bravo Charlie Foxtrot Golf")]
    [InlineData("-", "Alpha Bravo Charlie Foxtrot Golf")]
    public async Task A_query_finds_what_Gmail_would(string query, string expected)
    {
        Assert.Equal(expected, await FindAsync(mailbox.Sandbox, $"messages?q={Uri.EscapeDataString(query)}"));
    }

    [Theory]
    [InlineData("labelIds=INBOX", "Alpha Bravo")]
    [InlineData("labelIds=INBOX&labelIds=UNREAD", "Alpha")]
    [InlineData("labelIds=SPAM", "Delta")]
    [InlineData("labelIds=Label_2", "Bravo")]
    [InlineData("includeSpamTrash=true&q=-in:inbox", "Charlie Delta Echo Foxtrot Golf")]
    [InlineData("labelIds=INBOX&q=movie", "Alpha")]
    public async Task Labels_and_spam_are_chosen_beside_the_query(string query, string expected)
    {
        Assert.Equal(expected, await FindAsync(mailbox.Sandbox, $"messages?{query}"));
    }

    [Fact]
    public async Task A_date_begins_at_midnight_of_Pacific_time_and_seconds_are_exact()
    {
        var eight = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
        await using var sandbox = await Sandbox.StartAsync(
            SmallWorld.Raw("Subject: Early\r\n\r\n", eight.AddHours(-2)), SmallWorld.Raw("Subject: Late\r\n\r\n", eight));
        sandbox.As(SmallWorld.Ada);

        Assert.Equal("Late", await FindAsync(sandbox, "messages?q=after:2026/11/1"));
        Assert.Equal("Early", await FindAsync(sandbox, $"messages?q=before:{eight.ToUnixTimeSeconds()}"));
        Assert.Equal("Late", await FindAsync(sandbox, $"messages?q=after:{eight.ToUnixTimeSeconds()}"));
    }

    [Fact]
    public async Task An_unknown_label_is_an_error()
    {
        Assert.Equal((400, "invalidArgument"), await mailbox.Sandbox.RefusalAsync("/gmail/v1/users/me/messages?labelIds=Label_99"));
    }

    private static async Task<string> FindAsync(Sandbox sandbox, string path)
    {
        var found = (await sandbox.GmailAsync(path))["messages"]?.AsArray() ?? [];
        var names = new List<string>();
        foreach (var item in found)
        {
            var message = await sandbox.GmailAsync($"messages/{item!["id"]}?format=metadata&metadataHeaders=Subject");
            names.Add(message["payload"]!["headers"]![0]!["value"]!.GetValue<string>().Split(' ')[0]);
        }
        return string.Join(' ', names.Order(StringComparer.Ordinal));
    }
}
